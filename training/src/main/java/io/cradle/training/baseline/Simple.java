package io.cradle.training.baseline;

import io.cradle.training.model.Belief;
import io.cradle.training.model.Gaussian;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.WorldModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A frame predictor that looks at one frame, with proprio that rests: at its mean over TRAIN, or where it was last. */
final class Simple implements WorldModel, Serializable {
    private final NextFrameModel frames;
    private final float[] mean; // [P]; empty where proprio stays where it was
    private final float[] deviation; // [P]

    private Simple(NextFrameModel frames, float[] mean, float[] deviation) {
        this.frames = frames;
        this.mean = mean;
        this.deviation = deviation;
    }

    /** Proprio is what it is on average. */
    static Simple atMean(NextFrameModel frames, float[] mean, float[] deviation) {
        return new Simple(frames, mean, deviation);
    }

    /** Proprio is what it was. */
    static Simple atLast(NextFrameModel frames, float[] deviation) {
        return new Simple(frames, new float[0], deviation);
    }

    @Override
    public String name() {
        return frames.name();
    }

    @Override
    public int memory() {
        return 1;
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        return new Worlds(prompts);
    }

    private final class Worlds implements Belief {
        private List<Observation> last;

        Worlds(List<Prompt> prompts) {
            last = prompts.stream().map(Prompt::last).toList();
        }

        @Override
        public Prediction predict(float[][] actions) {
            float[][] past = last.stream().map(Observation::frame).toArray(float[][]::new);
            float[][] proprio = last.stream().map(Observation::proprio).toArray(float[][]::new);
            if (mean.length > 0) {
                Arrays.fill(proprio, mean);
            }
            return new Told(frames.ink(past, actions), new Gaussian(proprio, deviation));
        }

        @Override
        public void observe(float[][] actions, List<Observation> next) {
            last = new ArrayList<>(next);
        }
    }
}
