package io.cradle.jobs.report;

import io.cradle.training.evaluation.Interval;
import java.util.List;
import java.util.stream.Stream;

/**
 * A trial as the template shows it.
 *
 * @param model name of the judged model
 * @param note what was measured on what
 * @param explains how much of copy-last's bits the model does without; blank where that can't be told
 * @param rows the model's first
 */
record TrialView(String model, String note, String explains, List<Row> rows) {
    /**
     * A model with a bar.
     *
     * @param name of it
     * @param judged whether it is the one that is compared with all others
     * @param bits a frame, mean
     * @param range interval of that
     * @param difference the judged model's bits less these, mean
     * @param differenceRange interval of that
     * @param percent length of the bar
     */
    record Row(
            String name,
            boolean judged,
            String bits,
            String range,
            String difference,
            String differenceRange,
            String percent) {}

    static TrialView of(Trial trial) {
        double most = Stream.concat(
                        Stream.of(trial.bitsPerFrame()), trial.rivals().stream().map(Rival::bitsPerFrame))
                .mapToDouble(Interval::mean)
                .max()
                .orElseThrow();
        return new TrialView(
                trial.label(),
                note(trial),
                trial.explains().map(said -> said + ".").orElse(""),
                Stream.concat(
                                Stream.of(judged(trial, most)),
                                trial.rivals().stream().map(rival -> row(rival, most)))
                        .toList());
    }

    private static String note(Trial trial) {
        return "%s frames of %s VAL episodes%s. Baselines were fitted on %s episodes of TRAIN; context models were shown these, or nothing, and learn on from one VAL episode to the next. Checkpoint %s."
                .formatted(
                        Numbers.count(trial.frames()),
                        Numbers.count(trial.episodes()),
                        trial.skipped() == 0 ? "" : " (%s too short)".formatted(Numbers.count(trial.skipped())),
                        Numbers.count(trial.shown()),
                        trial.checkpoint());
    }

    private static Row judged(Trial trial, double most) {
        Interval bits = trial.bitsPerFrame();
        return new Row(
                trial.label(),
                true,
                Numbers.decimal(bits.mean(), 2),
                Numbers.range(bits, 2),
                "\u2013",
                "",
                percent(bits, most));
    }

    private static Row row(Rival rival, double most) {
        Interval bits = rival.bitsPerFrame();
        return new Row(
                rival.name(),
                false,
                Numbers.decimal(bits.mean(), 2),
                Numbers.range(bits, 2),
                Numbers.signed(rival.difference().mean(), 2),
                Numbers.range(rival.difference(), 2),
                percent(bits, most));
    }

    private static String percent(Interval bits, double most) {
        return Double.toString(100 * bits.mean() / most);
    }
}
