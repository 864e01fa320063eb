package io.cradle.ingest.npz;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An open archive of arrays. Several of its arrays can be read side by side. */
public final class NpzFile implements AutoCloseable {
    private static final String SUFFIX = ".npy";

    private final Path path;
    private final ZipFile zip;

    private NpzFile(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /** Opens an archive; nothing but its list of entries is read. */
    public static NpzFile open(Path path) {
        try {
            return new NpzFile(path, new ZipFile(path.toFile()));
        } catch (IOException broken) {
            throw new CorruptDataException(
                    path.toString(),
                    "it is no complete npz archive (%s); it may have been cut short: copy or collect it again"
                            .formatted(broken.getMessage()),
                    broken);
        }
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** The header of each array, by name, in order of name. */
    public SortedMap<String, NpyHeader> headers() {
        SortedMap<String, NpyHeader> headers = new TreeMap<>();
        for (String name : names()) {
            try (NpyStream array = open(name)) {
                headers.put(name, array.header());
            }
        }
        return Collections.unmodifiableSortedMap(headers);
    }

    /** Whether it has an array of this name. */
    public boolean has(String name) {
        return zip.getEntry(name + SUFFIX) != null;
    }

    /** Opens one array, which {@link #close} closes too. */
    public NpyStream open(String name) {
        ZipEntry entry = zip.getEntry(name + SUFFIX);
        if (entry == null) {
            throw new CorruptDataException(path.toString(), "it has no array '%s': it has %s".formatted(name, names()));
        }
        try {
            return NpyStream.open(new ArrayName(path, name), zip.getInputStream(entry), entry);
        } catch (IOException broken) {
            throw new ArrayName(path, name).unreadable(broken);
        }
    }

    /** Names of the arrays, as they stand in the archive. */
    private Set<String> names() {
        List<String> entries = zip.stream().map(ZipEntry::getName).toList();
        Set<String> names = new LinkedHashSet<>();
        for (String entry : entries) {
            if (!entry.endsWith(SUFFIX) || !names.add(entry.substring(0, entry.length() - SUFFIX.length()))) {
                throw new CorruptDataException(
                        path.toString(),
                        "its entry '%s' is no array or stands twice; save it with np.savez_compressed"
                                .formatted(entry));
            }
        }
        return names;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException broken) {
            throw new CorruptDataException(path.toString(), "it cannot be closed: " + broken.getMessage(), broken);
        }
    }

    /**
     * Names an array in errors.
     *
     * @param path the file
     * @param name the array
     */
    record ArrayName(Path path, String name) {
        CorruptDataException corrupt(String problem) {
            return new CorruptDataException(path.toString(), "array '%s': %s".formatted(name, problem));
        }

        CorruptDataException unreadable(IOException cause) {
            return new CorruptDataException(
                    path.toString(),
                    "array '%s': %s; the file was cut short or damaged: copy or collect it again"
                            .formatted(name, cause.getMessage()),
                    cause);
        }
    }
}
