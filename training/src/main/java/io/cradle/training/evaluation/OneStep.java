package io.cradle.training.evaluation;

import io.cradle.training.model.NextFrameModel;
import java.util.List;

/** Teacher forcing: each frame is predicted from the true frames before it. */
final class OneStep {
    private OneStep() {}

    /**
     * The cost of every frame from {@code first} on.
     *
     * @param first number of the first frame that is predicted, at least 1
     * @return {@code [episodes][T - first]}
     */
    static Cost[][] costs(NextFrameModel model, List<Recording> recordings, int first) {
        float[][] ink = ink(model, recordings, first);
        Cost[][] costs = new Cost[recordings.size()][];
        int row = 0;
        for (int n = 0; n < costs.length; n++) {
            Recording recording = recordings.get(n);
            costs[n] = new Cost[recording.steps() - first];
            for (int t = first; t < recording.steps(); t++) {
                costs[n][t - first] = Cost.of(ink[row++], recording.frame(t));
            }
        }
        return costs;
    }

    private static float[][] ink(NextFrameModel model, List<Recording> recordings, int first) {
        int rows = recordings.stream()
                .mapToInt(recording -> recording.steps() - first)
                .sum();
        float[][] past = new float[rows][];
        float[][] action = new float[rows][];
        int row = 0;
        for (Recording recording : recordings) {
            for (int t = first; t < recording.steps(); t++) {
                past[row] = recording.past(t - 1, model, 0);
                action[row++] = recording.action(t - 1);
            }
        }
        return Predictor.ink(model, past, action);
    }
}
