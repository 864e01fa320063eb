package io.cradle.training.baseline;

import io.cradle.training.model.Belief;
import io.cradle.training.model.Recording;
import io.cradle.training.model.WorldModel;
import java.util.List;

/** What frames cost under a model, one step ahead: enough to choose by. */
final class Charge {
    private static final double LEAST = 1e-6;

    private Charge() {}

    /** Mean bits/frame over all frames but the first of each recording. */
    static double bitsPerFrame(WorldModel model, List<Recording> recordings) {
        double nats = 0;
        long frames = 0;
        for (Recording recording : recordings) {
            Belief belief = model.begin(List.of(recording.prompt(0, 1)));
            for (int t = 1; t < recording.steps(); t++) {
                float[][] action = {recording.action(t - 1)};
                float[] came = recording.frame(t);
                nats += nats(belief.predict(action).ink(new float[][] {came})[0], came);
                belief.observe(action, List.of(recording.observation(t)));
                frames++;
            }
        }
        return nats / Math.log(2) / frames;
    }

    private static double nats(float[] ink, float[] came) {
        double nats = 0;
        for (int pixel = 0; pixel < came.length; pixel++) {
            double p = Math.min(1 - LEAST, Math.max(LEAST, ink[pixel]));
            nats -= Math.log(came[pixel] > 0.5f ? p : 1 - p);
        }
        return nats;
    }
}
