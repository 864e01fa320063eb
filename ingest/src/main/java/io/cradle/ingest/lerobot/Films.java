package io.cradle.ingest.lerobot;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.video.VideoFacts;
import io.cradle.ingest.video.VideoFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the films of episodes, and compares what they are with what the metadata say. Looks at each file once. */
final class Films {
    private static final double RATE = 0.01;

    private final Path root;
    private final Info info;
    private final Findings findings;
    private final Map<String, Optional<String>> digests = new HashMap<>();

    Films(Path root, Info info, Findings findings) {
        this.root = root;
        this.info = info;
        this.findings = findings;
    }

    /** Films of an episode; what is missing is told. */
    List<Film> of(EpisodeEntry entry, String name) {
        List<Film> films = new ArrayList<>();
        for (Feature feature : info.features()) {
            if (feature.isVideo()) {
                film(feature, entry, name).ifPresent(films::add);
            }
        }
        return films;
    }

    /** Digests of the files that an episode's films lie in. */
    String digest(EpisodeEntry entry) {
        List<String> all = new ArrayList<>();
        entry.clips().values().stream()
                .map(clip -> digests.getOrDefault(clip.file(), Optional.empty()).orElse("") + clip.part())
                .sorted()
                .forEach(all::add);
        return String.join(",", all);
    }

    private Optional<Film> film(Feature feature, EpisodeEntry entry, String name) {
        Clip clip = entry.clips().get(feature.name());
        if (clip == null) {
            findings.add(Finding.noticed(
                    root.toString(),
                    name,
                    "video missing",
                    "the metadata name no video of '%s'. Its numbers are taken, unless other episodes have pictures"
                            .formatted(feature.name())));
            return Optional.empty();
        }
        if (!clip.fault().isBlank()) {
            findings.add(Finding.noticed(
                    root.resolve("meta").resolve("episodes").toString(),
                    name,
                    "metadata contradict",
                    "'%s' lies from %s, which is no part of a film; finalize() the dataset again. Its numbers are taken, unless other episodes have pictures"
                            .formatted(feature.name(), clip.fault())));
            return Optional.empty();
        }
        Path file = root.resolve(clip.file()).normalize();
        if (!file.startsWith(root)) {
            throw new CorruptDataException(
                    Info.file(root).toString(),
                    "video_path leads to '%s', outside of the dataset; mend it".formatted(file));
        }
        boolean there = digests.computeIfAbsent(clip.file(), path -> looked(feature, file, name))
                .isPresent();
        return there ? Optional.of(new VideoFile(feature.name(), file.toString(), clip.part())) : Optional.empty();
    }

    private Optional<String> looked(Feature feature, Path file, String name) {
        if (info.videoPath().isBlank()) {
            findings.add(
                    Finding.noticed(
                            Info.file(root).toString(),
                            name,
                            "video missing",
                            "it has no video_path; write where videos lie to have pictures. Without them numbers are taken, unless other episodes have some"));
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            findings.add(
                    Finding.noticed(
                            file.toString(),
                            name,
                            "video missing",
                            "there is no such file; copy it there to have pictures. Without them its numbers are taken, unless other episodes have some"));
            return Optional.empty();
        }
        compare(feature, file, name);
        return Optional.of(RecordingFiles.digest(file));
    }

    private void compare(Feature feature, Path file, String name) {
        VideoFacts facts = VideoFile.whole(feature.name(), file).facts();
        List<Integer> size = List.of(facts.height(), facts.width());
        if (feature.shape().size() == 3 && !feature.shape().subList(0, 2).equals(size)) {
            findings.add(Finding.noticed(
                    file.toString(),
                    name,
                    "metadata contradict",
                    "pictures are %s (height, width), info.json says %s; the pictures count"
                            .formatted(size, feature.shape())));
        }
        if (Math.abs(facts.rate() / info.rate() - 1) > RATE) {
            findings.add(Finding.noticed(
                    file.toString(),
                    name,
                    "metadata contradict",
                    "it has %.3f pictures a second, info.json says fps %s; pictures are put where their stamps say, and %s: set ingest.rate=%.3f for a step a picture, or mend fps"
                            .formatted(
                                    facts.rate(),
                                    info.rate(),
                                    facts.rate() < info.rate()
                                            ? "one stands for several steps"
                                            : "those between steps are left out",
                                    facts.rate())));
        }
    }
}
