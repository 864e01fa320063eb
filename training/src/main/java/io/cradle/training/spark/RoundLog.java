package io.cradle.training.spark;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened between two averages.
 *
 * @param round from 0
 * @param steps minibatches that each worker had fitted when it was over, over all rounds
 * @param examples that all workers fitted in this round
 * @param loss mean over the round's minibatches of the loss before each step: bits a frame, summed over its pixels
 * @param workers the same of each worker
 * @param seconds of wall clock
 * @param executors examples fitted in each executor, by its id; each above 0
 * @param learningRate Adam's step size at the beginning of this round
 * @param agreement how far workers went the same way; empty in logs of old, and where DL4J averaged
 * @param validation the loss on VAL; empty where none was measured
 * @param cost where the time went; empty in logs of old, and where DL4J averaged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoundLog(
        int round,
        int steps,
        long examples,
        double loss,
        List<Double> workers,
        double seconds,
        SortedMap<String, Long> executors,
        double learningRate,
        Agreement agreement,
        Validation validation,
        RoundCost cost) {
    private static final double NATS_A_BIT = Math.log(2);

    /**
     * Loss on VAL, bits a frame. By Jensen's inequality an average of parameters may be better than those it is of; where it is worse, a
     * round is too long or the step size too great.
     *
     * @param before mean over workers, each by the parameters that it ended the round with, on its share; empty where DL4J averaged
     * @param after by the parameters that the next round starts from, on all
     */
    public record Validation(OptionalDouble before, double after) {}

    public RoundLog {
        workers = workers == null ? List.of() : List.copyOf(workers);
        executors = Collections.unmodifiableSortedMap(new TreeMap<>(executors));
    }

    static double bits(double nats) {
        return nats / NATS_A_BIT;
    }
}
