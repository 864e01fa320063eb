package io.cradle.ingest.arrays;

import io.cradle.ingest.npz.NpyArrays;
import io.cradle.ingest.npz.NpyType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes archives of arrays as NumPy does. */
final class NpzWriter {
    private final Map<String, byte[]> arrays = new TreeMap<>();

    /** Adds an array whose element at a position is what the function gives. */
    NpzWriter add(String name, NpyType type, List<Integer> shape, IntToDoubleFunction values) {
        int elements = shape.stream().reduce(1, Math::multiplyExact);
        ByteBuffer data = ByteBuffer.allocate(elements * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < elements; i++) {
            put(data, type, values.applyAsDouble(i));
        }
        return add(name, type, shape, data.array());
    }

    /** Adds an array with data that may be too few. */
    NpzWriter add(String name, NpyType type, List<Integer> shape, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(NpyArrays.head(1, type, shape));
        out.writeBytes(data);
        arrays.put(name, out.toByteArray());
        return this;
    }

    Path write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static void put(ByteBuffer data, NpyType type, double value) {
        switch (type) {
            case F32 -> data.putFloat((float) value);
            case F64 -> data.putDouble(value);
            case I32 -> data.putInt((int) value);
            case I64 -> data.putLong((long) value);
            case TEXT -> data.putInt('a');
            default -> data.put((byte) value);
        }
    }
}
