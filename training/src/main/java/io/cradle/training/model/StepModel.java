package io.cradle.training.model;

import java.util.ArrayList;
import java.util.List;

/** A trained single-step network, in plain Java for the reasons of {@link DenseFrameModel}; immutable. */
final class StepModel implements WorldModel {
    private final StepShape shape;
    private final NamedWeights weights;
    private final Head head;

    /** @param parameters {@code [shape.parameters()]} in the order of {@link StepShape#variables} */
    StepModel(StepShape shape, Floats parameters) {
        this.shape = shape;
        this.weights = new NamedWeights(shape.variables(), parameters);
        this.head = new Head(shape.head(), weights);
    }

    @Override
    public String name() {
        return shape.config().residual() ? "single-step-xor" : "single-step";
    }

    @Override
    public int memory() {
        return shape.frames();
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        return new Seen(prompts.stream().map(this::window).toList());
    }

    /** The last K observations and the actions between them; where a prompt is shorter, its first one stands in for those before it. */
    private List<Observation> window(Prompt prompt) {
        List<Observation> seen = prompt.observations();
        List<Observation> window = new ArrayList<>();
        for (int k = 0; k < shape.frames(); k++) {
            window.add(seen.get(Math.max(0, seen.size() - shape.frames() + k)));
        }
        return window;
    }

    private Said said(List<Observation> window, float[] action) {
        Senses senses = shape.senses();
        float[] x = new float[shape.inputs()];
        for (int k = 0; k < window.size(); k++) {
            senses.put(window.get(k), x, k * senses.observed());
        }
        senses.put(action, x, shape.frames() * senses.observed());
        for (int number = 0; number < shape.hidden().size(); number++) {
            String layer = StepShape.layer(number);
            x = weights.affine(x, layer + StepShape.WEIGHTS, layer + StepShape.BIAS);
            rectify(x);
        }
        return head.said(x, window.get(window.size() - 1));
    }

    private static void rectify(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(values[i], 0);
        }
    }

    private final class Seen implements Belief {
        private List<List<Observation>> worlds; // [N][K]

        Seen(List<List<Observation>> worlds) {
            this.worlds = worlds;
        }

        @Override
        public Prediction predict(float[][] actions) {
            List<Said> said = new ArrayList<>(worlds.size());
            for (int n = 0; n < worlds.size(); n++) {
                said.add(said(worlds.get(n), actions[n]));
            }
            return HeadPrediction.of(head, said);
        }

        private Said said(List<Observation> window, float[] action) {
            return StepModel.this.said(window, action);
        }

        @Override
        public void observe(float[][] actions, List<Observation> next) {
            List<List<Observation>> later = new ArrayList<>(worlds.size());
            for (int n = 0; n < worlds.size(); n++) {
                List<Observation> window = new ArrayList<>(worlds.get(n).subList(1, shape.frames()));
                window.add(next.get(n));
                later.add(window);
            }
            worlds = later;
        }

        /** Actions between observations, at which it does not look, are zeros. */
        @Override
        public List<Prompt> held() {
            List<float[]> actions = new ArrayList<>();
            for (int k = 1; k < shape.frames(); k++) {
                actions.add(new float[shape.actions()]);
            }
            return worlds.stream().map(window -> new Prompt(window, actions)).toList();
        }
    }
}
