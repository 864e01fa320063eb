package io.cradle.jobs.report;

import io.cradle.training.spark.RoundLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * A training, finished or not, as its log tells of it.
 *
 * @param name that tells it from others
 * @param settings by keys such as {@code train.outer.method}; none where they are not known
 * @param rounds in order; none where the first is not over
 */
public record TrainingRun(String name, SortedMap<String, String> settings, List<RoundLog> rounds) {
    public TrainingRun {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        rounds = List.copyOf(rounds);
    }

    /** A training of unknown settings. */
    TrainingRun(String name, List<RoundLog> rounds) {
        this(name, new TreeMap<>(Map.of()), rounds);
    }

    /**
     * The end of a round.
     *
     * @param examples that all workers had fitted
     * @param seconds since the training began, without what lay between a kill and going on
     * @param log of the round
     */
    record Moment(double examples, double seconds, RoundLog log) {}

    /** One for each round. */
    List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        double examples = 0;
        double seconds = 0;
        for (RoundLog log : rounds) {
            examples += log.examples();
            seconds += log.seconds();
            moments.add(new Moment(examples, seconds, log));
        }
        return moments;
    }

    long examples() {
        return rounds.stream().mapToLong(RoundLog::examples).sum();
    }

    /** Wall clock, s. */
    public double seconds() {
        return rounds.stream().mapToDouble(RoundLog::seconds).sum();
    }

    /** The last loss on VAL, bits/frame. */
    OptionalDouble lastValidation() {
        return validations().reduce((earlier, later) -> later);
    }

    /** The least loss on VAL, bits/frame. */
    OptionalDouble bestValidation() {
        return validations().min();
    }

    /** The last round's mean training loss, bits/frame. */
    OptionalDouble lastLoss() {
        return rounds.stream().mapToDouble(RoundLog::loss).reduce((earlier, later) -> later);
    }

    /** Mean over rounds of the workers' cosine. */
    OptionalDouble cosine() {
        return rounds.stream()
                .filter(round -> round.agreement() != null)
                .mapToDouble(round -> round.agreement().cosine())
                .average();
    }

    /** Mean over rounds of the workers' dispersion. */
    OptionalDouble dispersion() {
        return rounds.stream()
                .filter(round -> round.agreement() != null)
                .mapToDouble(round -> round.agreement().dispersion())
                .average();
    }

    private DoubleStream validations() {
        return rounds.stream()
                .filter(round -> round.validation() != null)
                .mapToDouble(round -> round.validation().after())
                .filter(Double::isFinite);
    }
}
