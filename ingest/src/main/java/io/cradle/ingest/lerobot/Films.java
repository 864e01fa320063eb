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

/**
 * Finds the films of episodes, and compares what they are with what the metadata say. Looks at each file once, and at all of them: whose pictures
 * are taken is decided later.
 */
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
        boolean there = digests.computeIfAbsent(clip.file(), path -> looked(feature, entry, file, name))
                .isPresent();
        return there ? Optional.of(new VideoFile(feature.name(), file.toString(), clip.part())) : Optional.empty();
    }

    private Optional<String> looked(Feature feature, EpisodeEntry entry, Path file, String name) {
        if (info.videoPath().isBlank()) {
            findings.add(
                    Finding.noticed(
                            Info.file(root).toString(),
                            name,
                            "video missing",
                            "it has no video_path; write where videos lie to have pictures. Without them numbers are taken, unless other episodes have some"));
            return Optional.empty();
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            findings.add(
                    Finding.noticed(
                            file.toString(),
                            name,
                            "video missing",
                            "there is no such file, or you may not read it; copy it there to have pictures. Without them its numbers are taken, unless other episodes have some"));
            return Optional.empty();
        }
        compare(feature, entry, file, name);
        return Optional.of(RecordingFiles.digest(file));
    }

    /** One that is broken stays among the films: whoever takes its pictures is refused then, and nobody else. */
    private void compare(Feature feature, EpisodeEntry entry, Path file, String name) {
        try {
            VideoFacts facts = VideoFile.whole(feature.name(), file).facts();
            contradictions(feature, entry, facts)
                    .forEach(detail ->
                            findings.add(Finding.noticed(file.toString(), name, "metadata contradict", detail)));
        } catch (CorruptDataException broken) {
            findings.add(Finding.noticed(
                    file.toString(),
                    name,
                    "video broken",
                    "%s. Numbers are taken where its pictures aren't: set ingest.frames.camera to another film, or ingest.frames.kind=NONE"
                            .formatted(broken.getMessage())));
        }
    }

    private List<String> contradictions(Feature feature, EpisodeEntry entry, VideoFacts facts) {
        List<String> all = new ArrayList<>();
        List<Integer> size = List.of(facts.height(), facts.width());
        if (feature.shape().size() == 3 && !feature.shape().subList(0, 2).equals(size)) {
            all.add(
                    "pictures of '%s' are %s (height, width), info.json says %s; the pictures count, mend the shape there if they are right, or encode them again"
                            .formatted(feature.name(), size, feature.shape()));
        }
        if (Math.abs(facts.rate() / info.rate() - 1) > RATE) {
            all.add(otherRate(facts));
        } else if (!info.isV3() && facts.pictures() > 0 && facts.pictures() != entry.length()) {
            all.add(
                    "film '%s' has %d pictures, the episode %d rows; pictures are taken by their stamps, and rows behind its end have none: copy the film again, encode it again, or leave the episode out"
                            .formatted(feature.name(), facts.pictures(), entry.length()));
        }
        return all;
    }

    private String otherRate(VideoFacts facts) {
        return "it has %.3f pictures a second, info.json says fps %s; pictures are put where their stamps say, and %s: set ingest.rate=%.3f for a step a picture, or mend fps"
                .formatted(
                        facts.rate(),
                        info.rate(),
                        facts.rate() < info.rate()
                                ? "one stands for several steps"
                                : "those between steps are left out",
                        facts.rate());
    }
}
