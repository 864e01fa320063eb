package io.cradle.dataset.table;

import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.spec.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.collection.mutable.WrappedArray;

/** Segments as Spark's rows, in the columns of {@link TableSchema#of}; {@link SegmentDecoder} reads them back. */
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

    private static Object toColumn(Tensor tensor) {
        ByteBuffer canonical = ByteBuffer.wrap(tensor.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        return switch (tensor.spec().encoding()) {
            case BITS, U8 -> canonical.array();
            case PNG -> FilmStrip.encode(tensor);
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
}
