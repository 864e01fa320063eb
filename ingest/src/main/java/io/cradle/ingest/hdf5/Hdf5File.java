package io.cradle.ingest.hdf5;

import io.cradle.dataset.episode.CorruptDataException;
import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Supplier;

/** An open file. All that is asked of the library goes through {@link #guarded}. */
final class Hdf5File implements AutoCloseable {
    /** Of the library, which then speaks of a remote file. */
    private static final String NO_SIGNATURE = "No valid HDF5 signature";

    private final Path path;
    private final WholeChannel channel;
    private final HdfFile file;

    private Hdf5File(Path path, WholeChannel channel, HdfFile file) {
        this.path = path;
        this.channel = channel;
        this.file = file;
    }

    /**
     * Opens a file; nothing but its first bytes is read.
     *
     * @throws CorruptDataException if it is not HDF5
     */
    static Hdf5File open(Path path) {
        WholeChannel channel = channel(path);
        try {
            return new Hdf5File(path, channel, guarded("its head", () -> new HdfFile(channel)));
        } catch (Refusal refused) {
            close(path, channel);
            throw new CorruptDataException(
                    path.toString(), "it is no complete HDF5 file: %s".formatted(refused.getMessage()), refused);
        }
    }

    private static WholeChannel channel(Path path) {
        try {
            return WholeChannel.open(path);
        } catch (IOException unreadable) {
            throw new CorruptDataException(
                    path.toString(),
                    "%s; check that the file is there and that you may read it".formatted(unreadable),
                    unreadable);
        }
    }

    /**
     * Asks the library something. Headers of strangers' files may make it fail in any way, and may make it take memory or
     * go round in circles until the machine stops it: each becomes a refusal.
     *
     * @param place what is read, for people
     */
    static <T> T guarded(String place, Supplier<T> question) {
        try {
            return question.get();
        } catch (Refusal refused) {
            throw refused;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            throw new Refusal(
                    "unreadable",
                    "%s: %s; the file was cut short, damaged, or holds what is not read here: copy it again, or rewrite it with 'h5repack -f GZIP=4'"
                            .formatted(place, causes(broken)),
                    broken);
        }
    }

    private static String causes(Throwable broken) {
        Throwable root = broken;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (String.valueOf(root.getMessage()).startsWith(NO_SIGNATURE)) {
            return "it is no HDF5 file";
        }
        String first = broken.getMessage() == null ? broken.toString() : broken.getMessage();
        return root == broken ? first : first + " (" + root.getMessage() + ")";
    }

    /** The file. */
    Path path() {
        return path;
    }

    /** What it holds. */
    Branch root() {
        return new Branch(this, file, "");
    }

    /** Whether it has all the bytes that its head declares. */
    boolean isWhole() {
        return guarded(
                        "its head",
                        () -> file.getHdfBackingStorage().getSuperblock().getEndOfFileAddress())
                <= channel.size();
    }

    /** Bytes of it from an address on. */
    byte[] bytes(long address, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try {
            channel.read(bytes, Math.addExact(file.getUserBlockSize(), address));
            return bytes.array();
        } catch (IOException | ArithmeticException cut) {
            throw new Refusal(
                    "unreadable",
                    "%s; the file was cut short or damaged: copy it again".formatted(cut.getMessage()),
                    cut);
        }
    }

    @Override
    public void close() {
        close(path, channel);
    }

    private static void close(Path path, WholeChannel channel) {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new CorruptDataException(path.toString(), "it cannot be closed: " + broken.getMessage(), broken);
        }
    }
}
