package io.cradle.training.spark;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened between two averages.
 *
 * @param round from 0
 * @param examples that all workers fitted in this round
 * @param loss mean over the round's minibatches of the loss before each step: bits a frame, summed over its pixels
 * @param seconds of wall clock
 * @param executors examples fitted in each executor, by its id; each above 0
 * @param learningRate Adam's step size in this round
 * @param agreement how far workers went the same way; empty in logs of old
 */
public record RoundLog(
        int round,
        long examples,
        double loss,
        double seconds,
        SortedMap<String, Long> executors,
        double learningRate,
        Agreement agreement) {
    private static final double NATS_A_BIT = Math.log(2);

    public RoundLog {
        executors = Collections.unmodifiableSortedMap(new TreeMap<>(executors));
    }

    /** The round that these reports tell of; sums in their order. */
    static RoundLog of(int round, List<StepReport> reports, double seconds, double learningRate, Agreement agreement) {
        Map<String, Long> executors = new TreeMap<>();
        double weighted = 0;
        long examples = 0;
        for (StepReport report : reports) {
            executors.merge(report.executor(), (long) report.examples(), Long::sum);
            examples += report.examples();
            weighted += report.examples() * report.score();
        }
        return new RoundLog(
                round,
                examples,
                weighted / examples / NATS_A_BIT,
                seconds,
                new TreeMap<>(executors),
                learningRate,
                agreement);
    }
}
