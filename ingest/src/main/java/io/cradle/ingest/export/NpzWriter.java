package io.cradle.ingest.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.npz.NpyType;
import io.cradle.ingest.npz.NpzNewFile;
import io.cradle.ingest.take.RowShape;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Archives of NumPy, one an episode, in a directory a split: an array {@code [T, …]} of each tensor's name, and {@link #SPEC},
 * JSON in UTF-8 as bytes, which says what they are.
 */
final class NpzWriter implements EpisodeWriter {
    /** The array that says what the others are; no tensor's name has a dot. */
    static final String SPEC = "cradle.spec";

    private final Path directory;
    private long next;

    NpzWriter(Path directory) {
        this.directory = directory;
    }

    @Override
    public void add(Episode episode) {
        episode.tensors().forEach(tensor -> requireFits(episode, tensor));
        Path folder = directory.resolve(episode.provenance().split().name().toLowerCase(Locale.ROOT));
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "Cannot write '%s': %s; choose a place that can be written".formatted(folder, failed), failed);
        }
        try (NpzNewFile file = NpzNewFile.at(folder.resolve(name(next++) + ".npz"))) {
            episode.tensors().forEach(tensor -> add(file, tensor));
            byte[] spec = spec(episode).toString().getBytes(StandardCharsets.UTF_8);
            file.add(SPEC, NpyType.U8, List.of(spec.length), out -> out.write(spec));
        }
    }

    /** What people call an episode of this number. */
    static String name(long index) {
        return "episode_%06d".formatted(index);
    }

    private static void requireFits(Episode episode, Tensor tensor) {
        long bytes = Math.multiplyFull(tensor.rows(), tensor.spec().elements())
                * type(tensor.spec()).bytes();
        if (bytes > RowShape.MOST_BYTES) {
            throw new IllegalArgumentException(
                    "Cannot export episode '%s' as npz: tensor '%s' takes %d bytes as one array, more than the %d that are read back; export it as lerobot, or select shorter episodes"
                            .formatted(episode.id(), tensor.spec().name(), bytes, RowShape.MOST_BYTES));
        }
    }

    private static ObjectNode spec(Episode episode) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        spec.put("cradle", 1);
        ArrayNode tensors = spec.putArray("tensors");
        episode.layout().tensors().forEach(tensor -> tensors.add(SpecJson.of(tensor)));
        spec.set("episode", EpisodeNote.of(episode).json());
        return spec;
    }

    /** The type of the array that holds a tensor. */
    static NpyType type(TensorSpec spec) {
        return switch (spec.encoding()) {
            case BITS -> NpyType.BOOL;
            case U8, PNG -> NpyType.U8;
            case F32 -> NpyType.F32;
            case I64 -> NpyType.I64;
        };
    }

    /** The shape of the array that holds so many steps of a tensor. */
    static List<Integer> shape(TensorSpec spec, int steps) {
        List<Integer> shape = new ArrayList<>(List.of(steps));
        shape.addAll(spec.shape());
        return shape;
    }

    private static void add(NpzNewFile file, Tensor tensor) {
        file.add(tensor.spec().name(), type(tensor.spec()), shape(tensor.spec(), tensor.rows()), out -> {
            switch (tensor.spec().encoding()) {
                case BITS -> writeBits(tensor, out);
                case U8, PNG, F32, I64 -> out.write(tensor.bytes());
            }
        });
    }

    private static void writeBits(Tensor tensor, OutputStream out) throws IOException {
        byte[] row = new byte[tensor.spec().elements()];
        for (int t = 0; t < tensor.rows(); t++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (byte) (tensor.bit(t, i) ? 1 : 0);
            }
            out.write(row);
        }
    }

    @Override
    public void finish() {
        // each file is whole by itself
    }

    @Override
    public void close() {
        // no file stays open
    }
}
