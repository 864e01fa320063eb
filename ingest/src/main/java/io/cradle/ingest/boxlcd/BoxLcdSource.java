package io.cradle.ingest.boxlcd;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.ingest.npz.NpzFile;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that boxLCD's collectors wrote.
 *
 * @param recordings one a file, at least one
 * @param layout layout of them all
 * @param world name of the world, or blank for the one that each path tells
 */
public record BoxLcdSource(List<Recording> recordings, Layout layout, String world) implements EpisodeSource {
    public BoxLcdSource {
        recordings = List.copyOf(recordings);
    }

    /**
     * Reads the headers of all files, and checks that they hold one layout. What can't be read is left out when its turn comes.
     *
     * @throws CorruptDataException what is wrong with the first file, if none can be read
     * @throws IllegalArgumentException if two hold different layouts
     */
    public static BoxLcdSource of(List<Recording> recordings, String world) {
        Head first = RecordingFiles.first(recordings, each -> new Head(each, layout(each)));
        for (Recording recording : recordings) {
            readable(recording).ifPresent(found -> requireSame(first.recording(), first.layout(), recording, found));
        }
        return new BoxLcdSource(recordings, first.layout(), world);
    }

    private record Head(Recording recording, Layout layout) {}

    private static Optional<Layout> readable(Recording recording) {
        try {
            return Optional.of(layout(recording));
        } catch (CorruptDataException told) {
            return Optional.empty(); // by reading it
        }
    }

    @Override
    public Stream<Episode> read(Recording recording, Findings findings) {
        BarrelOrigin origin = BarrelOrigin.of(recording.path(), world);
        NpzFile file = NpzFile.open(recording.path());
        boolean opened = false;
        try {
            Barrel barrel = barrel(file);
            requireSame(recordings.get(0), layout, recording, barrel.layout());
            BarrelReader reader = new BarrelReader(file, origin, barrel);
            opened = true;
            return reader.stream();
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private static Layout layout(Recording recording) {
        try (NpzFile file = NpzFile.open(recording.path())) {
            return barrel(file).layout();
        }
    }

    private static Barrel barrel(NpzFile file) {
        try {
            return Barrel.of(file.headers());
        } catch (IllegalArgumentException refused) {
            throw new CorruptDataException(file.path().toString(), refused.getMessage(), refused);
        }
    }

    private static void requireSame(Recording first, Layout expected, Recording recording, Layout found) {
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(
                    "Cannot ingest '%s' beside '%s': it holds %s, the other %s; ingest each world into a table of its own"
                            .formatted(recording.file(), first.file(), shapes(found), shapes(expected)));
        }
    }

    private static List<String> shapes(Layout layout) {
        return layout.tensors().stream()
                .map(tensor -> tensor.name() + tensor.shape())
                .toList();
    }
}
