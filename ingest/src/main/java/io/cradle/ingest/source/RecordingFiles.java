package io.cradle.ingest.source;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the file system says of recordings: which there are, what they are for, and their digest. */
public final class RecordingFiles {
    private static final int DEEPEST = 4;
    private static final int CHUNK = 1 << 16;

    private RecordingFiles() {}

    /**
     * Checks that it is there and that there is a byte in it, before anybody complains of what should stand there.
     *
     * @throws CorruptDataException if it is an empty file, a link to nowhere, or a directory that may not be listed
     */
    public static void requireContent(Recording recording) {
        Path file = recording.path();
        requireFile(recording);
        try {
            if (Files.isRegularFile(file) && Files.size(file) == 0) {
                throw new CorruptDataException(recording.file(), "it is empty; copy or record it again");
            }
        } catch (IOException unreadable) {
            throw new CorruptDataException(
                    recording.file(), "%s; check that you may read it".formatted(unreadable), unreadable);
        }
    }

    private static void requireFile(Recording recording) {
        Path file = recording.path();
        if (Files.isDirectory(file)) {
            throw new CorruptDataException(
                    recording.file(), "the directory cannot be listed; allow it to be read, or leave it out");
        }
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            throw new CorruptDataException(
                    recording.file(), "it is a link to nothing; copy there what it should lead to, or remove it");
        }
    }

    /**
     * What the first recording says that can be read: what is broken keeps none of the others out.
     *
     * @param recordings at least one
     * @param read throws {@link CorruptDataException} for one that is broken
     * @throws CorruptDataException what is wrong with the first, if all are broken
     */
    public static <T> T first(List<Recording> recordings, Function<Recording, T> read) {
        CorruptDataException broken = null;
        for (Recording recording : recordings) {
            try {
                return read.apply(recording);
            } catch (CorruptDataException unreadable) {
                broken = broken == null ? unreadable : broken;
            }
        }
        throw Objects.requireNonNull(broken, "no recording");
    }

    /**
     * The files whose names end in {@code extension} and do not start with a dot: {@code path} itself, or those in it
     * and up to four directories down, links followed; in order of path. What lies there and cannot be looked at, a directory that may not be
     * listed or a link to nothing, comes last, for {@link #requireContent} to tell.
     *
     * @throws IllegalArgumentException if {@code path} itself cannot be looked at
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
        return FileWalk.of(path.toAbsolutePath().normalize(), DEEPEST, suits);
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
}
