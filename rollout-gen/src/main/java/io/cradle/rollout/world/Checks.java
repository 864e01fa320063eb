package io.cradle.rollout.world;

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
            throw new IllegalArgumentException("Missing %s: write the section '%s'".formatted(what, what));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
