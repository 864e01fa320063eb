package io.cradle.jobs.report;

import io.cradle.training.spark.RoundLog;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What is known of a training beside its loss; each part is empty where the log doesn't have it.
 *
 * @param charts of what averaging did
 * @param average what stands above the chart of losses before and after it; empty for no such chart
 * @param agreement what stands above the chart of how far workers agreed; empty for no such chart
 * @param timed whether anything is known of where time went
 * @param times where it went
 * @param bytes that a round moved
 * @param executorsNote what stands above the executors
 * @param executors who trained
 */
record TrainingView(
        List<Chart> charts,
        List<String> average,
        List<String> agreement,
        boolean timed,
        List<TimeView> times,
        String bytes,
        String executorsNote,
        List<ExecutorView> executors) {
    static TrainingView of(List<RoundLog> rounds) {
        List<TimeView> times = TimeView.of(rounds);
        List<ExecutorView> executors = ExecutorView.of(rounds);
        return new TrainingView(
                Stream.of(RoundCurves.average(rounds), RoundCurves.agreement(rounds))
                        .flatMap(chart -> chart.stream())
                        .toList(),
                RoundCurves.average(rounds).map(chart -> average(rounds)).stream()
                        .toList(),
                RoundCurves.agreement(rounds).map(chart -> agreement(rounds)).stream()
                        .toList(),
                !times.isEmpty(),
                times,
                TimeView.bytes(rounds),
                executorsNote(rounds.size(), executors.size()),
                executors);
    }

    boolean charted() {
        return !charts.isEmpty();
    }

    private static String average(List<RoundLog> rounds) {
        List<RoundLog.Validation> measured = rounds.stream()
                .map(RoundLog::validation)
                .filter(each -> each != null && each.before().isPresent())
                .toList();
        long worse = measured.stream()
                .filter(each -> each.after() > each.before().getAsDouble())
                .count();
        return "After the average it was higher in %s of %s rounds."
                .formatted(Numbers.count(worse), Numbers.count(measured.size()));
    }

    private static String agreement(List<RoundLog> rounds) {
        TrainingRun run = new TrainingRun("", rounds);
        return "Mean cosine %s, mean dispersion %s.".formatted(text(run.cosine()), text(run.dispersion()));
    }

    private static String text(OptionalDouble mean) {
        return Numbers.decimal(mean.orElseThrow(), 2);
    }

    private static String executorsNote(int rounds, int executors) {
        return "Parameters were averaged after each of %s rounds over what %d %s learned."
                .formatted(Numbers.count(rounds), executors, executors == 1 ? "executor" : "executors");
    }
}
