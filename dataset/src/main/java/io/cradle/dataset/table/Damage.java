package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.FileNotFoundException;
import java.io.IOException;

/** Damage of a file: Parquet answers it with whatever its decoders trip over, and all of it comes out as one exception. */
final class Damage {
    private Damage() {}

    /** Something read from a file. */
    interface Read<T> {
        T read() throws IOException;
    }

    /**
     * Reads.
     *
     * @throws CorruptDataException that names the file, if it is missing, cut short or damaged
     */
    static <T> T naming(String file, Read<T> read) {
        try {
            return read.read();
        } catch (CorruptDataException known) {
            throw known;
        } catch (FileNotFoundException missing) {
            throw new CorruptDataException(
                    file, "it is gone; the table was vacuumed since its files were listed, list them anew", missing);
        } catch (IOException | RuntimeException damaged) {
            throw new CorruptDataException(
                    file,
                    "it is damaged or cut short (%s); restore it or build the table anew"
                            .formatted(damaged.getMessage()),
                    damaged);
        }
    }
}
