package io.cradle.training.baseline;

import io.cradle.training.model.Recording;
import java.util.List;

/** Numbers of proprio over TRAIN, {@code [P]} each. */
final class Proprioception {
    private final List<Recording> train;
    private final int numbers;

    Proprioception(List<Recording> train) {
        this.train = train;
        this.numbers = train.get(0).observation(0).proprio().length;
    }

    /** Mean over all steps. */
    float[] mean() {
        double[] sum = new double[numbers];
        long count = 0;
        for (Recording recording : train) {
            for (int t = 0; t < recording.steps(); t++) {
                float[] now = recording.observation(t).proprio();
                for (int i = 0; i < numbers; i++) {
                    sum[i] += now[i];
                }
                count++;
            }
        }
        float[] mean = new float[numbers];
        for (int i = 0; i < numbers; i++) {
            mean[i] = (float) (sum[i] / count);
        }
        return mean;
    }

    /** How far they lie from their mean. */
    float[] spread() {
        float[] mean = mean();
        return deviation((before, last) -> mean);
    }

    /** How far they go in a step. */
    float[] step() {
        return deviation((before, last) -> last);
    }

    /** How far they are from where they would be, had they gone on as they went. */
    float[] continued() {
        return deviation(Moving::continued);
    }

    /** Says what comes after two rows. */
    private interface Rule {
        float[] next(float[] before, float[] last);
    }

    private float[] deviation(Rule rule) {
        Residuals residuals = new Residuals(numbers);
        for (Recording recording : train) {
            for (int t = 1; t < recording.steps(); t++) {
                float[] before = recording.observation(Math.max(0, t - 2)).proprio();
                residuals.add(
                        rule.next(before, recording.observation(t - 1).proprio()),
                        recording.observation(t).proprio());
            }
        }
        return residuals.deviation();
    }
}
