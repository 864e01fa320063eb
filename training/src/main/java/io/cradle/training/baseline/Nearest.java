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
 * What came after the k moments of TRAIN that were most like now. Memorisation and nothing else: always shown with how much it
 * remembers. Proprio changes as it changed then.
 */
final class Nearest implements WorldModel, Serializable {
    /** Its name in tables and charts. */
    static final String NAME = "nearest-neighbours";

    private final Memory memory;
    private final int neighbours;
    private final double weight;
    private final ShareTable table;
    private final float[] deviation; // [P]

    Nearest(Memory memory, int neighbours, double weight, ShareTable table, float[] deviation) {
        this.memory = memory;
        this.neighbours = neighbours;
        this.weight = weight;
        this.table = table;
        this.deviation = deviation;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int memory() {
        return 2;
    }

    /** {@code [F]} how many of some moments were followed by ink there. */
    static float[] shares(Memory memory, int[] found) {
        float[] shares = memory.next(found[0]).frame().clone();
        for (int i = 1; i < found.length; i++) {
            float[] frame = memory.next(found[i]).frame();
            for (int pixel = 0; pixel < shares.length; pixel++) {
                shares[pixel] += frame[pixel];
            }
        }
        for (int pixel = 0; pixel < shares.length; pixel++) {
            shares[pixel] /= found.length;
        }
        return shares;
    }

    /** {@code [P]} what is now, and the mean of how it changed then. */
    static float[] changed(Memory memory, int[] found, float[] now) {
        float[] changed = now.clone();
        for (int each : found) {
            float[] last = memory.last(each).proprio();
            float[] next = memory.next(each).proprio();
            for (int i = 0; i < changed.length; i++) {
                changed[i] += (next[i] - last[i]) / found.length;
            }
        }
        return changed;
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        return new Worlds(prompts);
    }

    private final class Worlds implements Belief {
        private final List<Observation> before = new ArrayList<>();
        private final List<Observation> last = new ArrayList<>();

        Worlds(List<Prompt> prompts) {
            for (Prompt prompt : prompts) {
                before.add(prompt.observations().get(Math.max(0, prompt.length() - 2)));
                last.add(prompt.last());
            }
        }

        @Override
        public Prediction predict(float[][] actions) {
            float[][] ink = new float[last.size()][];
            float[][] proprio = new float[last.size()][];
            for (int n = 0; n < ink.length; n++) {
                long[] past = Memory.packed(before.get(n).frame(), last.get(n).frame());
                int[] found = memory.nearest(past, actions[n], neighbours, weight, -1);
                ink[n] = shares(memory, found);
                for (int pixel = 0; pixel < ink[n].length; pixel++) {
                    ink[n][pixel] = table.probability(ink[n][pixel]);
                }
                proprio[n] = changed(memory, found, last.get(n).proprio());
            }
            return new Told(ink, new Gaussian(proprio, deviation));
        }

        @Override
        public void observe(float[][] actions, List<Observation> next) {
            for (int n = 0; n < last.size(); n++) {
                before.set(n, last.get(n));
                last.set(n, next.get(n));
            }
        }
    }
}
