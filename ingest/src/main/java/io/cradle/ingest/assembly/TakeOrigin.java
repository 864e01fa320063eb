package io.cradle.ingest.assembly;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Tensor;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Task;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says where the episodes of takes come from.
 *
 * @param format name and version of the reader
 * @param world name of the robot
 */
record TakeOrigin(String format, String world, TakePlan plan, TakeConfig config) implements Serializable {
    private static final String VERSION = "cradle-take 2";
    private static final long PIECES = 1_000_000;

    /** The episode of some steps of a take. */
    Episode episode(Take take, int piece, List<Tensor> tensors) {
        Optional<Split> declared = config.splits().of(take);
        String id = Episode.idOf(
                format,
                take.identity(),
                Digests.sha256(config.making().toString()),
                world,
                plan.layout().digest(),
                Integer.toString(piece),
                declared.map(Split::name).orElse(""));
        Provenance provenance = new Provenance(
                format.split(" ", 2)[0],
                world,
                take.identity(),
                take.task().map(Task::policy).orElse("unknown"),
                config.episodeSteps() == 0 ? take.index() : Math.addExact(take.index() * PIECES, piece),
                generator(take),
                take.identity(),
                declared.orElseGet(() -> Split.of(take.identity())),
                declared.isPresent() ? SplitBy.SOURCE : SplitBy.HASH);
        return new Episode(id, tensors, provenance);
    }

    /** What was done to a take, in words. */
    String generator(Take take) {
        return "%s, %s, %s, %s, %s%s".formatted(VERSION, format, take.name(), steps(take), frames(), led());
    }

    private String steps(Take take) {
        if (config.rate() == 0) {
            return take.rate() == 0
                    ? "steps and stamps as recorded"
                    : "steps as recorded, at %s Hz".formatted(take.rate());
        }
        String streams = plan.shape().streams().stream()
                .map(stream -> stream.name() + " " + words(stream.name(), stream.role()))
                .collect(Collectors.joining(", "));
        return "resampled at %s Hz (%s), gaps %s"
                .formatted(
                        config.rate(),
                        streams,
                        config.longestGap() == 0
                                ? "bridged"
                                : "over %s s marked as not measured".formatted(config.longestGap()));
    }

    private String led() {
        List<String> led = config.streams().led();
        return led.isEmpty() ? "" : ", shifted by a row: " + String.join(", ", led);
    }

    private String words(String stream, Role role) {
        return config.streams().interpolation(stream, role).name().toLowerCase(Locale.ROOT);
    }

    private String frames() {
        return plan.shape()
                .film()
                .map(film -> "nearest pictures of %s as %s".formatted(film, config.frames()))
                .orElse("no frames");
    }
}
