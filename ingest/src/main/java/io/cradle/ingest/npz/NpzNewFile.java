package io.cradle.ingest.npz;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive of arrays that is being written, as {@code np.savez_compressed} does; the same arrays give the same bytes. */
public final class NpzNewFile implements AutoCloseable {
    /** The first moment that a zip can name, for when a file is written is no part of what it holds. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path path;
    private final ZipOutputStream zip;

    private NpzNewFile(Path path, ZipOutputStream zip) {
        this.path = path;
        this.zip = zip;
    }

    /** Begins one where there is none. */
    public static NpzNewFile at(Path path) {
        try {
            OutputStream file = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new NpzNewFile(path, new ZipOutputStream(new BufferedOutputStream(file)));
        } catch (IOException failed) {
            throw failure(path, failed);
        }
    }

    /** Writes the elements of an array in C order, little-endian. */
    @FunctionalInterface
    public interface Data {
        /** Writes all of them. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Adds an array.
     *
     * @param name unique in the archive
     * @param data as many bytes as follow from type and shape
     */
    public void add(String name, NpyType type, List<Integer> shape, Data data) {
        try {
            ZipEntry entry = new ZipEntry(name + ".npy");
            entry.setTimeLocal(NEVER);
            zip.putNextEntry(entry);
            zip.write(NpyHeader.head(type, shape));
            data.write(zip);
            zip.closeEntry();
        } catch (IOException failed) {
            throw failure(path, failed);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException failed) {
            throw failure(path, failed);
        }
    }

    private static UncheckedIOException failure(Path path, IOException failed) {
        return new UncheckedIOException(
                "Cannot write '%s': %s; choose a place that can be written".formatted(path, failed), failed);
    }
}
