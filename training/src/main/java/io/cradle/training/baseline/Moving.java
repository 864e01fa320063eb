package io.cradle.training.baseline;

import io.cradle.training.model.Belief;
import io.cradle.training.model.Gaussian;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.WorldModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Things go on as they go: connected components, each shifted by its velocity. With a fall that was fitted on TRAIN it is the ballistic
 * baseline, without one the constant-velocity one. Knows neither walls nor actions; proprio goes on at its own speed.
 */
final class Moving implements WorldModel, Serializable {
    private final String name;
    private final Tracked.Fall fall;
    private final InkTable table;
    private final float[] deviation; // [P]
    private final int height;
    private final int width;

    Moving(String name, Tracked.Fall fall, InkTable table, float[] deviation, int height, int width) {
        this.name = name;
        this.fall = fall;
        this.table = table;
        this.deviation = deviation;
        this.height = height;
        this.width = width;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int memory() {
        return 2;
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        return new Worlds(prompts);
    }

    private final class Worlds implements Belief {
        private final List<Tracked> tracked = new ArrayList<>();
        private final List<Observation> last = new ArrayList<>();
        private final List<Observation> before = new ArrayList<>();

        Worlds(List<Prompt> prompts) {
            for (Prompt prompt : prompts) {
                List<Observation> seen = prompt.observations();
                last.add(prompt.last());
                before.add(seen.get(Math.max(0, seen.size() - 2)));
                tracked.add(Tracked.seen(
                        before.get(before.size() - 1).frame(), prompt.last().frame(), fall, height, width));
            }
        }

        @Override
        public Prediction predict(float[][] actions) {
            float[][] ink = new float[tracked.size()][];
            float[][] proprio = new float[tracked.size()][];
            for (int n = 0; n < ink.length; n++) {
                float[] guess = tracked.get(n).moved(fall).drawn(height, width);
                ink[n] = table.probabilities(guess, last.get(n).frame());
                proprio[n] = continued(before.get(n).proprio(), last.get(n).proprio());
            }
            return new Told(ink, new Gaussian(proprio, deviation));
        }

        @Override
        public void observe(float[][] actions, List<Observation> next) {
            for (int n = 0; n < tracked.size(); n++) {
                tracked.set(n, Tracked.seen(last.get(n).frame(), next.get(n).frame(), fall, height, width));
                push(n, next.get(n));
            }
        }

        /** Its things go on where they are, to a fraction of a pixel, and not where they were drawn. */
        @Override
        public void imagine(float[][] actions, Prediction prediction, List<Observation> next) {
            for (int n = 0; n < tracked.size(); n++) {
                tracked.set(n, tracked.get(n).moved(fall));
                push(n, next.get(n));
            }
        }

        private void push(int n, Observation next) {
            before.set(n, last.get(n));
            last.set(n, next);
        }
    }

    static float[] continued(float[] before, float[] last) {
        float[] next = new float[last.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = 2 * last[i] - before[i];
        }
        return next;
    }
}
