package io.cradle.ingest.assembly;

import io.cradle.ingest.align.Stamps;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether a take can become episodes of a plan, judged by its numbers. */
record Fitness(TakePlan plan, TakeConfig config) {
    /** Share by which a clock may be off before it is told. */
    private static final double DRIFT = 0.002;

    private static final long FEWEST = 3;

    /** What forbids it, if anything does. */
    Optional<Finding> refusal(Take take) {
        Shape shape = Shape.of(take, config);
        if (!shape.equals(plan.shape())) {
            return Optional.of(refused(
                    take,
                    "other streams than most",
                    "it has %s, the table %s; ingest it into a table of its own%s"
                            .formatted(
                                    shape.text(),
                                    plan.shape().text(),
                                    shape.rate() == plan.shape().rate()
                                            ? ""
                                            : ", or set ingest.rate to put all on one")));
        }
        return taken(take).stream()
                .map(track -> faulty(take, track))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Tells what should be known of a take that is fit. */
    void tell(Take take, Findings findings) {
        for (Track track : taken(take)) {
            Stamps stamps = Stamps.of(track);
            if (!stamps.gaps().isEmpty()) {
                findings.add(noticed(
                        take,
                        "gap",
                        "stream '%s' has %s; what lies in them is %s"
                                .formatted(track.name(), stamps.late(), bridged())));
            }
            tellPace(take, track, stamps, findings);
            tellReach(take, track, findings);
            double drift = take.rate() == 0 ? 0 : stamps.drift(take.rate());
            if (Math.abs(drift) > DRIFT) {
                findings.add(noticed(
                        take,
                        "clock drift",
                        "stream '%s' counts %.4f rows a second, declared are %s: it is off by %.2f %%; set ingest.rate, or mend the declared rate"
                                .formatted(track.name(), stamps.rate(), take.rate(), 100 * drift)));
            }
        }
    }

    private void tellPace(Take take, Track track, Stamps stamps, Findings findings) {
        if (!plan.shape().isFirst(track.name())) {
            return;
        }
        new Pace(plan.pace(), config.rate() == 0 ? "ingest.rate" : "")
                .odd(stamps.median(), "stream '%s'".formatted(track.name()))
                .ifPresent(odd -> findings.add(noticed(take, odd.reason(), odd.detail())));
    }

    /** Of two takes nobody can tell which is odd: one robot may have rested. */
    private void tellReach(Take take, Track track, Findings findings) {
        Magnitude reach = plan.reaches().getOrDefault(track.name(), Magnitude.UNKNOWN);
        if (reach.count() < FEWEST) {
            return;
        }
        double size = Ranges.of(track).size();
        reach.others(size)
                .ifPresent(others -> findings.add(noticed(
                        take,
                        "another scale",
                        "numbers of stream '%s' go as far as %.3g, those of the middle one of all takes about as far as %.2g; check their unit, for the widest range counts for all where numbers are scaled"
                                .formatted(track.name(), size, others))));
    }

    /** The streams that are taken, in order of the plan. */
    List<Track> taken(Take take) {
        return plan.shape().streams().stream()
                .flatMap(stream ->
                        take.tracks().stream().filter(track -> track.name().equals(stream.name())))
                .toList();
    }

    private String bridged() {
        if (config.rate() == 0) {
            return "not there, or marked as not measured where the rate is even: look whether the recorder had stopped, and cut the recording there if it had";
        }
        return config.longestGap() == 0
                ? "bridged, set ingest.longestGap to mark it as not measured"
                : "marked as not measured where longer than %s s".formatted(config.longestGap());
    }

    private static Optional<Finding> faulty(Take take, Track track) {
        if (track.steps() == 0) {
            return Optional.of(
                    refused(take, "empty", "stream '%s' has no row; record it again".formatted(track.name())));
        }
        OptionalInt backwards = Stamps.backwards(track);
        if (backwards.isPresent()) {
            int row = backwards.getAsInt();
            return Optional.of(refused(
                    take,
                    "time runs backwards",
                    "row %d of stream '%s' is at %s s, the row before at %s s; sort the rows and remove repeated ones, or cut the recording there if another begins"
                            .formatted(row, track.name(), track.time(row) / 1e9, track.time(row - 1) / 1e9)));
        }
        return notANumber(take, track);
    }

    private static Optional<Finding> notANumber(Take take, Track track) {
        int channels = track.channels().size();
        for (int row = 0; row < track.steps(); row++) {
            for (int channel = 0; channel < channels; channel++) {
                if (!Float.isFinite(track.value(row, channel))) {
                    return Optional.of(refused(
                            take,
                            "not a number",
                            "row %d, channel '%s' of stream '%s' is %s%s; mend the recording or leave it out"
                                    .formatted(
                                            row,
                                            track.channels().get(channel),
                                            track.name(),
                                            track.value(row, channel),
                                            Float.isInfinite(track.value(row, channel))
                                                    ? ", which a number beyond 3.4e38 is too"
                                                    : "")));
                }
            }
        }
        return Optional.empty();
    }

    static Finding refused(Take take, String reason, String detail) {
        return Finding.refused(take.file(), take.name(), reason, detail);
    }

    static Finding noticed(Take take, String reason, String detail) {
        return Finding.noticed(take.file(), take.name(), reason, detail);
    }
}
