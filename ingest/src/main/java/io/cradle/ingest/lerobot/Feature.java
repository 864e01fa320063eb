package io.cradle.ingest.lerobot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What {@code info.json} says of a column or a film.
 *
 * @param name its key
 * @param dtype such as {@code float32}, {@code video} or {@code image}
 * @param shape sizes, outermost first
 * @param names of its elements; {@code NAME[i]} where it gives none, or not as many
 */
record Feature(String name, String dtype, List<Integer> shape, List<String> names) implements Serializable {
    private static final Set<String> NUMBERS =
            Set.of("float16", "float32", "float64", "int8", "int16", "int32", "int64", "uint8", "bool");
    private static final Set<String> KEYS = Set.of("timestamp", "frame_index", "episode_index", "index", "task_index");
    private static final int MOST = 1 << 16;

    Feature {
        shape = List.copyOf(shape);
        names = List.copyOf(names);
    }

    static Feature of(String name, JsonNode node) {
        List<Integer> shape = new ArrayList<>();
        node.path("shape").forEach(size -> shape.add(size.asInt()));
        String dtype = node.path("dtype").asText();
        double elements = elements(node.path("shape"));
        if (!NUMBERS.contains(dtype)) {
            return new Feature(name, dtype, shape, List.of());
        }
        if (elements < 1 || elements > MOST) {
            throw new IllegalArgumentException("feature '%s' has shape %s; an element at least and %d at most are read"
                    .formatted(name, node.path("shape"), MOST));
        }
        List<String> names = new ArrayList<>();
        flatten(node.path("names"), names);
        return new Feature(name, dtype, shape, names.size() == elements ? names : numbered(name, (int) elements));
    }

    /** As a floating number, which large shapes don't overflow. */
    private static double elements(JsonNode shape) {
        double elements = 1;
        for (JsonNode size : shape) {
            elements *= Math.floor(size.asDouble());
        }
        return elements;
    }

    private static List<String> numbered(String name, int elements) {
        return elements == 1
                ? List.of(name)
                : IntStream.range(0, elements)
                        .mapToObj(i -> name + "[" + i + "]")
                        .toList();
    }

    /** Names come as a list, a list of lists, or a map to lists. */
    private static void flatten(JsonNode node, List<String> names) {
        if (node.isTextual()) {
            names.add(node.asText());
        }
        node.forEach(child -> flatten(child, names));
    }

    boolean isVideo() {
        return dtype.equals("video");
    }

    /** Whether it is a picture in each row of the data. */
    boolean isPicture() {
        return dtype.equals("image");
    }

    /**
     * Refuses one that is asked for as numbers and cannot be read as such: left out without a word, a model would be trained without it.
     *
     * @throws IllegalArgumentException that names its dtype and those that are read
     */
    void requireNumbers() {
        if (!NUMBERS.contains(dtype)) {
            throw new IllegalArgumentException(
                    "feature '%s' has dtype '%s', which isn't read as numbers; write which of %s it is, or name other streams in ingest.streams"
                            .formatted(name, dtype, new TreeSet<>(NUMBERS)));
        }
    }

    /** Whether it holds numbers that are not the row's own keys. */
    boolean isNumbers() {
        return NUMBERS.contains(dtype) && !KEYS.contains(name);
    }
}
