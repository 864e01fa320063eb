package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.collection.mutable.WrappedArray;

/** Segments as Spark's rows, in the columns of {@link TableSchema#of}, and back. */
final class SegmentRows {
    private SegmentRows() {}

    static Row toRow(StoredSegment segment) {
        Provenance from = segment.provenance();
        List<Object> values = new ArrayList<>(List.of(
                segment.episode(),
                segment.segment(),
                segment.segments(),
                segment.firstStep(),
                segment.steps(),
                segment.episodeSteps(),
                from.split().name(),
                from.world(),
                from.source(),
                from.worldDigest(),
                from.policy(),
                from.seed(),
                from.generator(),
                from.recording(),
                from.splitBy().name()));
        segment.tensors().forEach(tensor -> values.add(toColumn(tensor)));
        return RowFactory.create(values.toArray());
    }

    /**
     * The segment of a row.
     *
     * @param path the table, for messages
     * @throws CorruptDataException if the row does not fit the layout
     */
    static StoredSegment fromRow(Row row, Layout layout, String path) {
        try {
            StoredSegment segment = new StoredSegment(
                    row.getAs(SegmentColumns.EPISODE),
                    row.<Integer>getAs(SegmentColumns.SEGMENT),
                    row.<Integer>getAs(SegmentColumns.SEGMENTS),
                    row.<Integer>getAs(SegmentColumns.FIRST_STEP),
                    row.<Integer>getAs(SegmentColumns.EPISODE_STEPS),
                    provenance(row),
                    layout.tensors().stream()
                            .map(spec -> fromColumn(spec, row.getAs(spec.name())))
                            .toList());
            requireSteps(segment, row.<Integer>getAs(SegmentColumns.STEPS));
            return segment;
        } catch (IllegalArgumentException | NullPointerException invalid) {
            throw new CorruptDataException(
                    path,
                    "a row of episode '%s' holds no segment (%s); build the table anew"
                            .formatted(row.<Object>getAs(SegmentColumns.EPISODE), invalid.getMessage()),
                    invalid);
        }
    }

    private static void requireSteps(StoredSegment segment, int steps) {
        if (steps < 1 || segment.tensors().stream().anyMatch(tensor -> tensor.rows() != steps)) {
            throw new IllegalArgumentException("column '%s' says %d, the tensors are %s"
                    .formatted(SegmentColumns.STEPS, steps, segment.tensors()));
        }
    }

    private static Provenance provenance(Row row) {
        return new Provenance(
                row.getAs(SegmentColumns.SOURCE),
                row.getAs(SegmentColumns.WORLD),
                row.getAs(SegmentColumns.WORLD_DIGEST),
                row.getAs(SegmentColumns.POLICY),
                row.<Long>getAs(SegmentColumns.SEED),
                row.getAs(SegmentColumns.GENERATOR),
                row.getAs(SegmentColumns.RECORDING),
                Split.valueOf(row.getAs(SegmentColumns.SPLIT)),
                Provenance.SplitBy.valueOf(row.getAs(SegmentColumns.SPLIT_BY)));
    }

    private static Object toColumn(Tensor tensor) {
        ByteBuffer canonical = ByteBuffer.wrap(tensor.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        return switch (tensor.spec().encoding()) {
            case BITS, U8 -> canonical.array();
            case F32 -> {
                float[] values = new float[canonical.capacity() / Float.BYTES];
                canonical.asFloatBuffer().get(values);
                yield new WrappedArray.ofFloat(values);
            }
            case I64 -> {
                long[] values = new long[canonical.capacity() / Long.BYTES];
                canonical.asLongBuffer().get(values);
                yield new WrappedArray.ofLong(values);
            }
        };
    }

    private static Tensor fromColumn(TensorSpec spec, Object column) {
        return switch (spec.encoding()) {
            case BITS, U8 -> Tensor.ofBytes(spec, (byte[]) column);
            case F32 -> {
                scala.collection.Seq<?> values = (scala.collection.Seq<?>) column;
                float[] floats = new float[values.length()];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (Float) values.apply(i);
                }
                yield Tensor.ofFloats(spec, floats);
            }
            case I64 -> {
                scala.collection.Seq<?> values = (scala.collection.Seq<?>) column;
                long[] longs = new long[values.length()];
                for (int i = 0; i < longs.length; i++) {
                    longs[i] = (Long) values.apply(i);
                }
                yield Tensor.ofLongs(spec, longs);
            }
        };
    }
}
