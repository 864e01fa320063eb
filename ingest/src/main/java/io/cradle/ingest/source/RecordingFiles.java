package io.cradle.ingest.source;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the file system says of recordings: which there are, what they are for, and their digest. */
public final class RecordingFiles {
    private static final int DEEPEST = 4;
    private static final int CHUNK = 1 << 16;

    private RecordingFiles() {}

    /**
     * Checks that there is a byte in it, before anybody complains of what should stand there.
     *
     * @throws CorruptDataException if it is an empty file
     */
    public static void requireContent(Recording recording) {
        Path file = recording.path();
        try {
            if (Files.isRegularFile(file) && Files.size(file) == 0) {
                throw new CorruptDataException(recording.file(), "it is empty; copy or record it again");
            }
        } catch (IOException unreadable) {
            throw new CorruptDataException(
                    recording.file(), "%s; check that you may read it".formatted(unreadable), unreadable);
        }
    }

    /**
     * The files whose names end in {@code extension} and do not start with a dot: {@code path} itself, or those in it
     * and up to four directories down; in order of path.
     */
    public static List<Recording> find(Path path, String extension) {
        return find(path, Set.of(extension));
    }

    /** As {@link #find(Path, String)}, whatever of these endings a name has. */
    public static List<Recording> find(Path path, Set<String> extensions) {
        return find(path, file -> extensions.stream().anyMatch(extension -> matches(file, extension)));
    }

    /** As {@link #find(Path, String)}, of names that suit. */
    public static List<Recording> find(Path path, Predicate<Path> suits) {
        try (Stream<Path> files = Files.walk(path.toAbsolutePath().normalize(), DEEPEST)) {
            return files.filter(file -> suits.test(file) && Files.isRegularFile(file))
                    .sorted()
                    .map(RecordingFiles::recording)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new IllegalArgumentException(
                    "Cannot list '%s': %s; check that you may read it".formatted(path, unreadable.getMessage()),
                    unreadable);
        }
    }

    /** What the name of the file's directory declares, as {@code train} or {@code test} do. */
    public static Optional<Split> declaredSplit(Path file) {
        return SplitNames.of(directory(file.toAbsolutePath()));
    }

    /** Name of the directory that a file lies in, or empty at the root. */
    public static String directory(Path file) {
        Path parent = file.getParent();
        return parent == null || parent.getFileName() == null
                ? ""
                : parent.getFileName().toString();
    }

    /** SHA-256 of a file's bytes in hex, read in small pieces. */
    public static String digest(Path file) {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), Digests.sha256())) {
            drain(in);
            return Digests.hex(in.getMessageDigest().digest());
        } catch (IOException unreadable) {
            throw new CorruptDataException(
                    file.toString(),
                    "%s; check that the file is there and that you may read it".formatted(unreadable),
                    unreadable);
        }
    }

    private static void drain(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        int read = 0;
        while (read >= 0) {
            read = in.read(chunk);
        }
    }

    private static boolean matches(Path file, String extension) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return !name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(extension);
    }

    private static Recording recording(Path file) {
        try {
            return new Recording(file.toString(), Files.size(file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
