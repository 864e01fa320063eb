package io.cradle.rollout.world;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The questions that every record of a world asks of its numbers. */
final class Checks {
    private Checks() {}

    /** Refuses a number outside {@code [low, high]}, and NaN. */
    static void within(String what, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    "Invalid %s=%s: must be from %s to %s".formatted(what, plain(value), plain(low), plain(high)));
        }
    }

    /** Refuses a text that couldn't be part of a channel's name. */
    static void name(String what, String value) {
        if (value == null || !value.matches("[A-Za-z][A-Za-z0-9_]{0,62}")) {
            throw new IllegalArgumentException(
                    "Invalid %s '%s': use letters, digits and underscores, a letter first".formatted(what, value));
        }
    }

    /** Refuses a section that was left out. */
    static void present(String what, Object value) {
        if (value == null) {
            throw new IllegalArgumentException("Missing %s: give it a value".formatted(what));
        }
    }

    /** Refuses sections that were left out, all at once; names and values by turns. */
    static void allPresent(Object... namesAndValues) {
        List<Object> missing = IntStream.range(0, namesAndValues.length / 2)
                .filter(i -> namesAndValues[2 * i + 1] == null)
                .mapToObj(i -> namesAndValues[2 * i])
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Missing %s: give %s"
                    .formatted(
                            missing.stream().map(Object::toString).collect(Collectors.joining(", ")),
                            missing.size() == 1 ? "it a value" : "them values"));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
