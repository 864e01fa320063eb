package io.cradle.ingest.boxlcd;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Tensor;
import io.cradle.ingest.source.RecordingFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the rollouts of one file come from. Each is a recording of its own: the collector starts every one afresh, so
 * those of one file may land in different splits where the source declares none.
 *
 * @param world name of the world
 * @param digest SHA-256 of the file
 * @param declared the split that the file's directory declares
 */
record BarrelOrigin(String world, String digest, Optional<Split> declared) {
    /** Kind of origin. */
    static final String SOURCE = "boxlcd-npz";

    private static final String GENERATOR = "boxLCD collector, read by cradle-boxlcd 1";
    /** As the simple collector names its files: {@code Bounce-10000.npz}. */
    private static final Pattern SIMPLE = Pattern.compile("([A-Za-z][A-Za-z0-9]*)-[0-9]+\\.npz");

    /**
     * Reads the origin off the path, and the digest off the file.
     *
     * @param world name of the world, or blank for the one that the path tells
     */
    static BarrelOrigin of(Path file, String world) {
        return new BarrelOrigin(
                world.isBlank() ? world(file) : world, RecordingFiles.digest(file), RecordingFiles.declaredSplit(file));
    }

    /** The world that a path tells: {@code World/train/x.npz}, {@code World-100.npz}, or {@code World/x.npz}. */
    static String world(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        if (RecordingFiles.declaredSplit(absolute).isPresent()) {
            return RecordingFiles.directory(absolute.getParent());
        }
        Matcher simple = SIMPLE.matcher(absolute.getFileName().toString());
        return simple.matches() ? simple.group(1) : RecordingFiles.directory(absolute);
    }

    /** Rollout number {@code index} of the file. A file that is both in train and in test gives two identities. */
    Episode episode(int index, List<Tensor> tensors) {
        String id = Episode.idOf(
                SOURCE,
                digest,
                Integer.toString(index),
                declared.map(Split::name).orElse(""));
        return new Episode(id, tensors, provenance(id, index));
    }

    private Provenance provenance(String recording, int index) {
        return new Provenance(
                SOURCE,
                world,
                digest,
                "unknown",
                index,
                GENERATOR,
                recording,
                declared.orElseGet(() -> Split.of(recording)),
                declared.isPresent() ? SplitBy.SOURCE : SplitBy.HASH);
    }
}
