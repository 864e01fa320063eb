package io.cradle.training.spark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;

/**
 * The rounds of a training, one after the other.
 *
 * @param <B> a minibatch
 */
final class Rounds<B> {
    private final Averaging<B> averaging;
    private final TrainingConfig config;
    private final Shares shares;
    private final Function<List<RoundRdd.Share>, JavaRDD<B>> reader;
    /** Loss of the first minibatches, nats; none before them. */
    private double untrained = Double.NaN;

    /** @param reader reads windows where the workers run */
    Rounds(
            Averaging<B> averaging,
            TrainingConfig config,
            Shares shares,
            Function<List<RoundRdd.Share>, JavaRDD<B>> reader) {
        this.averaging = averaging;
        this.config = config;
        this.shares = shares;
        this.reader = reader;
    }

    /** Fits what is left from there on. */
    void fit(Optional<TrainingState> from, Trainer.Watch watch) {
        int steps = from.map(state -> state.learner().steps()).orElse(0);
        from.ifPresent(state -> untrained = state.untrained());
        List<Round> rounds = Round.of(config, config.rate()::at);
        List<RoundRdd.Share> validation = shares.validation();
        for (Round whole : rounds) {
            if (whole.end() > steps) {
                Round round = whole.from(steps);
                restWhereLengthJumps(rounds, round);
                watch.over(log(round, validation));
                watch.offer(round.index() + 1, () -> state(round.index() + 1));
            }
        }
    }

    private TrainingState state(int over) {
        return new TrainingState(
                "", over, untrained, averaging.state(), averaging.outer().velocity());
    }

    /** A velocity of rounds less than half as long, or more than twice, is of another size. */
    private void restWhereLengthJumps(List<Round> rounds, Round round) {
        if (round.index() > 0) {
            double ratio =
                    (double) round.steps() / rounds.get(round.index() - 1).steps();
            if (ratio > 2 || (ratio < 0.5 && round.end() < config.steps())) {
                averaging.outer().rest();
            }
        }
    }

    private RoundLog log(Round round, List<RoundRdd.Share> validation) {
        Clock clock = new Clock();
        boolean measured = config.isWatched(round)
                && validation.stream().anyMatch(share -> !share.windows().isEmpty());
        JavaRDD<B> looked = reader.apply(measured ? validation : shares.none());
        double rate = config.rate().at(round.firstStep());
        Averaged averaged = averaged(round, looked, rate);
        RoundLog.Validation after = measured ? validation(averaged.results(), averaging.measure(looked)) : null;
        return new RoundLog(
                round.index(),
                round.end(),
                averaged.results().stream().mapToLong(WorkerResult::examples).sum(),
                RoundLog.bits(loss(averaged.results())),
                averaged.results().stream()
                        .map(each -> RoundLog.bits(each.loss()))
                        .toList(),
                clock.lap(),
                new TreeMap<>(executors(averaged.results())),
                rate,
                averaged.agreement(),
                after,
                averaged.cost());
    }

    private Averaged averaged(Round round, JavaRDD<B> looked, double rate) {
        try {
            Averaged averaged = averaging.round(reader.apply(shares.of(round)), looked, round.index(), rate);
            if (Double.isNaN(untrained)) {
                untrained = first(averaged.results());
            }
            Diverged.check(round.index(), averaged, untrained, config.watch().divergence());
            return averaged;
        } catch (Diverged diverged) {
            throw diverged;
        } catch (Exception failed) { // Spark throws checked exceptions that Java does not see
            throw new IllegalStateException(
                    "Cannot finish round %d of the training: %s"
                            .formatted(round.index(), root(failed).getMessage()),
                    failed);
        }
    }

    private static Throwable root(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static double first(List<WorkerResult> results) {
        return results.stream()
                .mapToDouble(each -> each.losses().get(0))
                .average()
                .orElseThrow();
    }

    /** Mean over all minibatches, nats. */
    private static double loss(List<WorkerResult> results) {
        return results.stream()
                .flatMap(each -> each.losses().stream())
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    private static Map<String, Long> executors(List<WorkerResult> results) {
        Map<String, Long> executors = new TreeMap<>();
        results.forEach(each -> executors.merge(each.executor(), each.examples(), Long::sum));
        return executors;
    }

    private static RoundLog.Validation validation(List<WorkerResult> results, Total after) {
        Total before = Total.of(results.stream().map(WorkerResult::validation).toList());
        return new RoundLog.Validation(before.bits(), after.bits().orElseThrow());
    }
}
