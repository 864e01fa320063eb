package io.cradle.training.evaluation;

import io.cradle.training.model.Gaussian;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what a model said of one episode's proprio and what came. */
final class FeltTally {
    private final double[] squares; // [P]
    private double nats;
    private long steps;

    FeltTally(int numbers) {
        squares = new double[numbers];
    }

    /** One step, of which a model may say nothing. */
    void add(Gaussian said, int row, float[] came) {
        if (said.size() != squares.length || squares.length == 0) {
            return;
        }
        float[] mean = said.mean(row);
        for (int i = 0; i < squares.length; i++) {
            double off = came[i] - (double) mean[i];
            squares[i] += off * off;
        }
        nats += said.nats(row, came);
        steps++;
    }

    /** Mean bits a step; NaN where nothing was said. */
    double bits() {
        return nats / steps / Math.log(2);
    }

    /** What it comes to by this ruler. */
    FeltScore score(Proprio ruler) {
        if (steps == 0) {
            return FeltScore.NONE;
        }
        Map<String, Double> channels = new TreeMap<>();
        for (int i = 0; i < squares.length; i++) {
            channels.put(ruler.title(i), ruler.extent(i) * Math.sqrt(squares[i] / steps));
        }
        return new FeltScore(ruler.deviations(squares, steps), bits(), channels, Double.NaN);
    }
}
