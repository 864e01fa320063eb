package io.cradle.jobs.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads single values without guessing: {@code 3.0} is no whole number, and {@code yes} no truth. */
final class Scalars {
    private Scalars() {}

    /**
     * A value of a primitive type, its box, a text or an enum's constant (in any case).
     *
     * @throws IllegalArgumentException that says what was expected and found
     */
    static Object read(Class<?> type, JsonNode node) {
        if (type == int.class || type == Integer.class) {
            return (int) whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == long.class || type == Long.class) {
            return whole(node, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == double.class || type == Double.class) {
            return real(node);
        }
        if (type == float.class || type == Float.class) {
            return (float) real(node);
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(node);
        }
        return type == String.class ? text(node) : constant(type, node);
    }

    private static long whole(JsonNode node, long least, long most) {
        if (!node.isIntegralNumber()) {
            throw expected("a whole number", node);
        }
        if (!node.canConvertToLong() || node.longValue() < least || node.longValue() > most) {
            throw expected("a whole number from %d to %d".formatted(least, most), node);
        }
        return node.longValue();
    }

    /** YAML 1.1 takes {@code 1e-3} for a text, which nobody means. */
    private static double real(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        try {
            if (!node.isTextual()) {
                throw expected("a number", node);
            }
            return Double.parseDouble(node.textValue());
        } catch (NumberFormatException word) {
            throw new IllegalArgumentException("expected a number, found '%s'".formatted(node.asText()), word);
        }
    }

    private static boolean truth(JsonNode node) {
        if (!node.isBoolean()) {
            throw expected("true or false", node);
        }
        return node.booleanValue();
    }

    private static String text(JsonNode node) {
        if (!node.isTextual()) {
            throw expected("a text", node);
        }
        return node.textValue();
    }

    private static Object constant(Class<?> type, JsonNode node) {
        if (!type.isEnum()) {
            throw new IllegalStateException("Cannot bind a configuration to %s: no such kind of value".formatted(type));
        }
        List<?> known = Arrays.asList(type.getEnumConstants());
        Optional<?> match = known.stream()
                .filter(constant -> constant.toString().equalsIgnoreCase(node.asText()))
                .findFirst();
        List<String> names = known.stream().map(Object::toString).toList();
        return match.orElseThrow(() -> new IllegalArgumentException(
                "unknown value '%s'; %s".formatted(node.asText(), Nearest.hint(node.asText(), names))));
    }

    /** Says what stands where something else belongs. */
    static IllegalArgumentException expected(String what, JsonNode node) {
        return new IllegalArgumentException("expected %s, found %s".formatted(what, shown(node)));
    }

    private static String shown(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) {
            return "nothing";
        }
        return node.isTextual() ? "'%s'".formatted(node.textValue()) : node.toString();
    }
}
