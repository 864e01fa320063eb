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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the file system says of recordings: which there are, what they are for, and their digest. */
public final class RecordingFiles {
    private static final int DEEPEST = 4;
    private static final int CHUNK = 1 << 16;
    private static final Map<String, Split> SPLITS =
            Map.of("train", Split.TRAIN, "val", Split.VAL, "valid", Split.VAL, "test", Split.TEST);

    private RecordingFiles() {}

    /**
     * The files whose names end in {@code extension} and do not start with a dot: {@code path} itself, or those in it
     * and up to four directories down; in order of path.
     */
    public static List<Recording> find(Path path, String extension) {
        try (Stream<Path> files = Files.walk(path.toAbsolutePath().normalize(), DEEPEST)) {
            return files.filter(file -> matches(file, extension) && Files.isRegularFile(file))
                    .sorted()
                    .map(RecordingFiles::recording)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new IllegalArgumentException(
                    "Cannot list '%s': %s; check that you may read it".formatted(path, unreadable.getMessage()),
                    unreadable);
        }
    }

    /** What the name of the file's directory declares: {@code train}, {@code val}, {@code valid} or {@code test}. */
    public static Optional<Split> declaredSplit(Path file) {
        return Optional.ofNullable(SPLITS.get(directory(file.toAbsolutePath())));
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
