package io.cradle.rollout.policy;

import io.cradle.dataset.spec.Ordered;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands behind the name of a policy: {@code key=value,key=value}.
 *
 * @param policy name of the policy
 * @param values by key, in order
 */
public record Parameters(String policy, Map<String, String> values) {
    public Parameters {
        values = Ordered.copyOf(values);
    }

    static Parameters parse(String policy, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] sides = pair.split("=", 2);
            if (sides.length < 2 || values.put(sides[0].strip(), sides[1].strip()) != null) {
                throw new IllegalArgumentException(
                        "Invalid policy '%s:%s': write each parameter once, as key=value, with commas between them"
                                .formatted(policy, text));
            }
        }
        return new Parameters(policy, values);
    }

    /** Refuses parameters that the policy doesn't know. */
    public Parameters only(String... known) {
        values.keySet().stream()
                .filter(key -> !List.of(known).contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalArgumentException("Unknown parameter '%s' of policy '%s': there are %s"
                            .formatted(key, policy, Arrays.toString(known)));
                });
        return this;
    }

    /** A text, or {@code otherwise} if it isn't given. */
    public String text(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    /**
     * A number from {@code low} to {@code high}, or {@code otherwise} if it isn't given.
     *
     * @throws IllegalArgumentException if it is no number, or outside
     */
    public double number(String key, double otherwise, double low, double high) {
        String given = values.get(key);
        if (given == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(given);
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException word) {
            throw new IllegalArgumentException(refusal(key, given, low, high), word);
        }
        throw new IllegalArgumentException(refusal(key, given, low, high));
    }

    private String refusal(String key, String given, double low, double high) {
        return "Invalid %s=%s of policy '%s': must be a number from %s to %s".formatted(key, given, policy, low, high);
    }
}
