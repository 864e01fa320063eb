package io.cradle.jobs.mlflow;

import io.cradle.training.spark.RoundLog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Run;

/** The numbers of a training's rounds; a step is a minibatch that each worker fitted. */
final class RunMetrics {
    /** Sent after the others of its round: a round of which it is there is there whole. */
    private static final String LOSS = "loss";

    private static final double MILLIS = 1e3;

    private RunMetrics() {}

    /** The last step that a server has of a run; -1 for none. */
    static long last(Run run) {
        return run.getData().getMetricsList().stream()
                .filter(metric -> metric.getKey().equals(LOSS))
                .mapToLong(Metric::getStep)
                .max()
                .orElse(-1);
    }

    /** Those of rounds that ended after a step, in order. */
    static List<Metric> after(LoggedRun run, long step) {
        List<Metric> metrics = new ArrayList<>();
        double seconds = 0;
        for (RoundLog round : run.run().rounds()) {
            seconds += round.seconds();
            long time = run.begun().toEpochMilli() + Math.round(MILLIS * seconds);
            if (step(round) > step) {
                numbers(round)
                        .forEach((key, value) -> metrics.add(Metric.newBuilder()
                                .setKey(key)
                                .setValue(value)
                                .setStep(step(round))
                                .setTimestamp(time)
                                .build()));
            }
        }
        return metrics;
    }

    /** Logs of old count no steps. */
    private static long step(RoundLog round) {
        return round.steps() > 0 ? round.steps() : round.round() + 1L;
    }

    /** Those that are finite: not every server keeps others. */
    private static Map<String, Double> numbers(RoundLog round) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (round.validation() != null) {
            numbers.put("val", round.validation().after());
            numbers.put("valBefore", or(round.validation().before()));
        }
        if (round.agreement() != null) {
            numbers.put("cosine", round.agreement().cosine());
            numbers.put("dispersion", round.agreement().dispersion());
        }
        numbers.put("learningRate", round.learningRate());
        numbers.put("examples", (double) round.examples());
        numbers.put("seconds", round.seconds());
        numbers.put(LOSS, round.loss());
        numbers.values().removeIf(value -> !Double.isFinite(value));
        return numbers;
    }

    private static double or(OptionalDouble number) {
        return number.orElse(Double.NaN);
    }
}
