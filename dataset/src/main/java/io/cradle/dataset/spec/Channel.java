package io.cradle.dataset.spec;

import java.io.Serializable;

/**
 * One element of a tensor with a physical meaning, such as a joint's angle.
 *
 * @param name unique within its tensor, such as {@code urchin0:root:x:p}
 * @param unit SI unit of the physical value, such as {@code m} or {@code rad/s}; {@code 1} when dimensionless
 * @param low least physical value that {@link Scaling#SIGNED_UNIT} maps to -1; informative otherwise
 * @param high physical value that {@link Scaling#SIGNED_UNIT} maps to +1, above {@code low}
 */
public record Channel(String name, String unit, double low, double high) implements Serializable {
    /** Stands where a world has no such number, for a tensor has at least one: always 0, or ignored. */
    public static final Channel NOTHING = new Channel("nothing", "1", -1, 1);

    public Channel {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Invalid channel name '%s': must not be blank".formatted(name));
        }
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "Invalid range [%s, %s] of channel '%s': low must be below high".formatted(low, high, name));
        }
    }
}
