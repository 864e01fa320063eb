package io.cradle.rollout.box2d;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The arrays of a small, trusted npz file. */
record Npz(Map<String, Array> arrays) {
    private static final Pattern SHAPE = Pattern.compile("'shape': \\(([^)]*)\\)");

    record Array(List<Integer> shape, ByteBuffer data) {
        float number(int index) {
            return data.getFloat(index * Float.BYTES);
        }

        boolean truth(int index) {
            return data.get(index) != 0;
        }
    }

    static Npz read(InputStream file) throws IOException {
        Map<String, Array> arrays = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                arrays.put(entry.getName().replace(".npy", ""), array(zip.readAllBytes()));
            }
        }
        return new Npz(arrays);
    }

    Array get(String name) {
        return arrays.get(name);
    }

    private static Array array(byte[] npy) {
        ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getShort(8);
        Matcher shape = SHAPE.matcher(new String(npy, 10, header, StandardCharsets.ISO_8859_1));
        if (!shape.find()) {
            throw new IllegalArgumentException("No shape in the header of an array");
        }
        List<Integer> sizes = Stream.of(shape.group(1).split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .map(Integer::valueOf)
                .toList();
        return new Array(
                sizes, bytes.slice(10 + header, npy.length - 10 - header).order(ByteOrder.LITTLE_ENDIAN));
    }
}
