package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Spark's own rows as segments. Its public rows hold each number of a list as an object of its own, which takes longer
 * than all that is done with the numbers afterwards.
 */
final class SegmentDecoder implements Serializable {
    private final Layout layout;
    private final String path;
    private final Map<String, Integer> columns = new HashMap<>();

    /**
     * A decoder of rows with this schema.
     *
     * @param path the table, for messages
     */
    SegmentDecoder(StructType schema, Layout layout, String path) {
        this.layout = layout;
        this.path = path;
        for (String name : schema.fieldNames()) {
            columns.put(name, schema.fieldIndex(name));
        }
    }

    /**
     * The segment of a row, which may be written over afterwards.
     *
     * @throws CorruptDataException if the row does not fit the layout
     */
    StoredSegment segment(InternalRow row) {
        try {
            int steps = number(row, SegmentColumns.STEPS);
            List<Tensor> tensors = new ArrayList<>();
            for (TensorSpec spec : layout.tensors()) {
                tensors.add(tensor(spec, row, columns.get(spec.name()), steps));
            }
            StoredSegment segment = new StoredSegment(
                    text(row, SegmentColumns.EPISODE),
                    number(row, SegmentColumns.SEGMENT),
                    number(row, SegmentColumns.SEGMENTS),
                    number(row, SegmentColumns.FIRST_STEP),
                    number(row, SegmentColumns.EPISODE_STEPS),
                    provenance(row),
                    tensors);
            requireSteps(segment, steps);
            return segment;
        } catch (IllegalArgumentException | NullPointerException invalid) {
            throw new CorruptDataException(
                    path,
                    "a row of episode '%s' holds no segment (%s); build the table anew"
                            .formatted(row.getUTF8String(columns.get(SegmentColumns.EPISODE)), invalid.getMessage()),
                    invalid);
        }
    }

    private static void requireSteps(StoredSegment segment, int steps) {
        if (steps < 1 || segment.tensors().stream().anyMatch(tensor -> tensor.rows() != steps)) {
            throw new IllegalArgumentException("column '%s' says %d, the tensors are %s"
                    .formatted(SegmentColumns.STEPS, steps, segment.tensors()));
        }
    }

    private Provenance provenance(InternalRow row) {
        return new Provenance(
                text(row, SegmentColumns.SOURCE),
                text(row, SegmentColumns.WORLD),
                text(row, SegmentColumns.WORLD_DIGEST),
                text(row, SegmentColumns.POLICY),
                row.getLong(columns.get(SegmentColumns.SEED)),
                text(row, SegmentColumns.GENERATOR),
                text(row, SegmentColumns.RECORDING),
                Split.valueOf(text(row, SegmentColumns.SPLIT)),
                Provenance.SplitBy.valueOf(text(row, SegmentColumns.SPLIT_BY)));
    }

    private int number(InternalRow row, String column) {
        return row.getInt(columns.get(column));
    }

    private String text(InternalRow row, String column) {
        UTF8String text = row.getUTF8String(columns.get(column));
        return text.toString();
    }

    private static Tensor tensor(TensorSpec spec, InternalRow row, int column, int steps) {
        return switch (spec.encoding()) {
            case BITS, U8 -> Tensor.ofBytes(spec, row.getBinary(column));
            case PNG -> FilmStrip.decode(spec, row.getBinary(column), steps);
            case F32 -> Tensor.ofFloats(spec, row.getArray(column).toFloatArray());
            case I64 -> Tensor.ofLongs(spec, row.getArray(column).toLongArray());
        };
    }
}
