package io.cradle.training.baseline;

import io.cradle.training.model.Observation;
import io.cradle.training.model.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Fits linear baselines of several strengths from one pass of sums, and their tables from another. */
final class LinearFit {
    private final List<Recording> train;
    private final Features features;
    private final Ridge ridge;

    LinearFit(List<Recording> train) {
        this.train = train;
        Recording any = train.get(0);
        this.features = new Features(any.pixels(), any.observation(0).proprio().length, any.action(0).length);
        this.ridge = new Ridge(features.size(), features.targets());
        each((row, next) -> ridge.add(row, features.target(next)));
    }

    List<Fitted> all(List<Double> strengths) {
        return strengths.stream().map(this::fitted).toList();
    }

    private Fitted fitted(double strength) {
        float[][] weights = ridge.weights(strength);
        ShareTable table = new ShareTable();
        Residuals residuals = new Residuals(features.proprio());
        each((row, next) -> {
            float[] sums = Linear.sums(weights, row);
            for (int pixel = 0; pixel < features.pixels(); pixel++) {
                table.count(sums[pixel], next.frame()[pixel] > 0.5f);
            }
            float[] proprio = new float[features.proprio()];
            System.arraycopy(sums, features.pixels(), proprio, 0, proprio.length);
            residuals.add(proprio, next.proprio());
        });
        return new Fitted(new Linear(features, weights, table, residuals.deviation()), "λ = %s".formatted(strength));
    }

    private interface Taker {
        void take(double[] row, Observation next);
    }

    private void each(Taker taker) {
        for (Recording recording : train) {
            for (int t = 1; t < recording.steps(); t++) {
                List<Observation> past = new ArrayList<>();
                IntStream.range(Math.max(0, t - Features.MEMORY), t)
                        .mapToObj(recording::observation)
                        .forEach(past::add);
                taker.take(features.row(past, recording.action(t - 1)), recording.observation(t));
            }
        }
    }
}
