package io.cradle.training.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A {@link NextFrameModel} as a world model: it holds the last K frames. Where a prompt is shorter than K, its first frame
 * stands in for those before it.
 *
 * @param model asked for each step
 */
public record Windowed(NextFrameModel model) implements WorldModel, Serializable {
    @Override
    public String name() {
        return model.name();
    }

    @Override
    public int memory() {
        return model.frames();
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        return new Frames(model, prompts);
    }

    private static final class Frames implements Belief {
        private final NextFrameModel model;
        private final float[][] past; // [N, K * F]

        Frames(NextFrameModel model, List<Prompt> prompts) {
            this.model = model;
            this.past = prompts.stream().map(this::window).toArray(float[][]::new);
        }

        private float[] window(Prompt prompt) {
            List<Observation> seen = prompt.observations();
            int pixels = prompt.last().frame().length;
            float[] window = new float[model.frames() * pixels];
            for (int k = 0; k < model.frames(); k++) {
                int source = Math.max(0, seen.size() - model.frames() + k);
                System.arraycopy(seen.get(source).frame(), 0, window, k * pixels, pixels);
            }
            return window;
        }

        @Override
        public Prediction predict(float[][] actions) {
            float[][] ink = model.ink(past, actions);
            return () -> ink;
        }

        @Override
        public void observe(float[][] actions, List<Observation> next) {
            for (int n = 0; n < past.length; n++) {
                float[] frame = next.get(n).frame();
                int kept = past[n].length - frame.length;
                System.arraycopy(past[n], frame.length, past[n], 0, kept);
                System.arraycopy(frame, 0, past[n], kept, frame.length);
            }
        }

        /** Actions between frames, at which it does not look, are empty. */
        @Override
        public List<Prompt> held() {
            return Arrays.stream(past).map(this::prompt).toList();
        }

        private Prompt prompt(float[] window) {
            int pixels = window.length / model.frames();
            List<Observation> seen = new ArrayList<>();
            for (int k = 0; k < model.frames(); k++) {
                seen.add(Observation.ofFrame(Arrays.copyOfRange(window, k * pixels, (k + 1) * pixels)));
            }
            return new Prompt(seen, Collections.nCopies(model.frames() - 1, new float[0]));
        }
    }

    /** Several as world models, in their order. */
    public static List<WorldModel> all(List<? extends NextFrameModel> models) {
        return new ArrayList<>(models.stream().map(Windowed::new).toList());
    }
}
