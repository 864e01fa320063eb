package io.cradle.ingest.parquet;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Damage of a file: Parquet answers it with whatever its decoders trip over, and all of it comes out as one exception. */
final class Damaged {
    private Damaged() {}

    /** Something read from a file. */
    interface Read<T> {
        T read() throws IOException;
    }

    /**
     * Reads.
     *
     * @param place where in the file, asked for only then
     */
    static <T> T naming(Path file, Supplier<String> place, Read<T> read) {
        try {
            return read.read();
        } catch (CorruptDataException known) {
            throw known;
        } catch (IOException | RuntimeException damaged) {
            throw new CorruptDataException(
                    file.toString(),
                    "%s: %s; the file was damaged or cut short: copy or write it again"
                            .formatted(place.get(), damaged.getMessage()),
                    damaged);
        }
    }
}
