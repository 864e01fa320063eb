package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.spark.TaskKilledException;
import org.apache.spark.rdd.InputFileBlockHolder;
import org.apache.spark.shuffle.FetchFailedException;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Rows of a task that reads data files. What goes wrong while Spark reads is blamed on the file that it reads: some of what
 * Parquet throws says neither which file it is nor that it is damaged.
 */
final class BlamedRows implements Iterator<InternalRow> {
    private final Iterator<InternalRow> rows;

    BlamedRows(Iterator<InternalRow> rows) {
        this.rows = rows;
    }

    /** @throws CorruptDataException if the file is damaged */
    @Override
    public boolean hasNext() {
        return blaming(rows::hasNext);
    }

    /** @throws CorruptDataException if the file is damaged */
    @Override
    public InternalRow next() {
        return blaming(rows::next);
    }

    private static <T> T blaming(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (TaskKilledException killed) {
            throw killed;
        } catch (Exception failed) { // Scala throws checked exceptions undeclared
            String file = InputFileBlockHolder.getInputFilePath().toString();
            if (file.isEmpty() || (Object) failed instanceof FetchFailedException) {
                throw failed;
            }
            throw DamagedFile.blame(file, failed);
        }
    }
}
