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

/** The next observation as a linear function of the last three and of the action; what a sum says of ink is looked up in a table. */
final class Linear implements WorldModel, Serializable {
    /** Its name in tables and charts. */
    static final String NAME = "linear";

    private final Features features;
    private final float[][] weights; // [D, F + P]
    private final ShareTable table;
    private final float[] deviation; // [P]

    Linear(Features features, float[][] weights, ShareTable table, float[] deviation) {
        this.features = features;
        this.weights = weights;
        this.table = table;
        this.deviation = deviation;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int memory() {
        return Features.MEMORY;
    }

    /** {@code [F + P]} sums for one row of features. */
    static float[] sums(float[][] weights, double[] row) {
        float[] sums = new float[weights[0].length];
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                float value = (float) row[i];
                float[] line = weights[i];
                for (int j = 0; j < sums.length; j++) {
                    sums[j] += value * line[j];
                }
            }
        }
        return sums;
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        return new Worlds(prompts);
    }

    private final class Worlds implements Belief {
        private final List<List<Observation>> past = new ArrayList<>();

        Worlds(List<Prompt> prompts) {
            prompts.forEach(prompt -> past.add(new ArrayList<>(prompt.observations())));
        }

        @Override
        public Prediction predict(float[][] actions) {
            float[][] ink = new float[past.size()][features.pixels()];
            float[][] proprio = new float[past.size()][features.proprio()];
            for (int n = 0; n < ink.length; n++) {
                float[] sums = sums(weights, features.row(past.get(n), actions[n]));
                for (int pixel = 0; pixel < ink[n].length; pixel++) {
                    ink[n][pixel] = table.probability(sums[pixel]);
                }
                System.arraycopy(sums, features.pixels(), proprio[n], 0, features.proprio());
            }
            return new Told(ink, new Gaussian(proprio, deviation));
        }

        @Override
        public void observe(float[][] actions, List<Observation> next) {
            for (int n = 0; n < past.size(); n++) {
                List<Observation> seen = past.get(n);
                seen.add(next.get(n));
                while (seen.size() > Features.MEMORY) {
                    seen.remove(0);
                }
            }
        }
    }
}
