package io.cradle.ingest.boxlcd;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.npz.NpyStream;
import io.cradle.ingest.npz.NpyType;
import io.cradle.ingest.npz.NpzFile;
import io.cradle.ingest.source.EpisodeReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one file, all its arrays in lockstep, one rollout at a time. */
final class BarrelReader implements EpisodeReader {
    private final NpzFile file;
    private final BarrelOrigin origin;
    private final Barrel barrel;
    private final Map<TensorSpec, NpyStream> arrays = new LinkedHashMap<>();
    private int index;

    BarrelReader(NpzFile file, BarrelOrigin origin, Barrel barrel) {
        this.file = file;
        this.origin = origin;
        this.barrel = barrel;
        for (TensorSpec spec : barrel.layout().tensors()) {
            arrays.put(spec, file.open(spec.name()));
        }
    }

    @Override
    public Optional<Episode> next() {
        if (index == barrel.episodes()) {
            return Optional.empty();
        }
        List<Tensor> tensors = arrays.entrySet().stream()
                .map(array -> tensor(array.getKey(), array.getValue()))
                .toList();
        Episode episode = origin.episode(index++, tensors);
        if (index == barrel.episodes()) {
            arrays.values().forEach(NpyStream::finish);
        }
        return Optional.of(episode);
    }

    @Override
    public void close() {
        file.close();
    }

    /** The next {@code [T, shape]} of an array. */
    private Tensor tensor(TensorSpec spec, NpyStream array) {
        NpyType type = array.header().type();
        int elements = barrel.steps() * spec.elements();
        byte[] raw = array.next(elements * type.bytes());
        return spec.encoding() == Encoding.BITS
                ? Tensor.ofBits(spec, ink(spec, raw))
                : Tensor.ofFloats(spec, floats(type, raw, elements));
    }

    /** True is background there; ink is 1 here. */
    private boolean[] ink(TensorSpec spec, byte[] background) {
        boolean[] ink = new boolean[background.length];
        for (int i = 0; i < ink.length; i++) {
            if (background[i] != 0 && background[i] != 1) {
                throw new CorruptDataException(
                        file.path().toString(),
                        "array '%s': rollout %d holds the pixel %d, but pixels are 0 or 1; collect it again"
                                .formatted(spec.name(), index, Byte.toUnsignedInt(background[i])));
            }
            ink[i] = background[i] == 0;
        }
        return ink;
    }

    private static float[] floats(NpyType type, byte[] raw, int elements) {
        ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[elements];
        for (int i = 0; i < elements; i++) {
            values[i] = type == NpyType.F64 ? (float) buffer.getDouble() : buffer.getFloat();
        }
        return values;
    }
}
