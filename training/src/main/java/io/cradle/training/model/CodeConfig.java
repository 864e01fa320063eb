package io.cradle.training.model;

import java.io.Serializable;

/**
 * Section {@code model.code} of the configuration: the binary code of an observation, of an FBT.
 *
 * @param bits of a code, at least 1
 * @param hidden numbers between an observation and its code, and back, at least 1
 * @param weight how much codes are drawn to what the transformer expects of them, from 0, not at all, to 1, as much as the bound says
 */
public record CodeConfig(int bits, int hidden, double weight) implements Serializable {
    /** A code for small frames, which the transformer takes as it is. */
    public static final CodeConfig SMALL = new CodeConfig(64, 256, 0);

    private static final int MOST = 1 << 16;

    public CodeConfig {
        if (bits < 1 || bits > MOST || hidden < 1 || hidden > MOST || !(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException(
                    "Invalid model.code.bits=%d, hidden=%d, weight=%s: must be 1 to %d, 1 to %d, and in [0, 1]"
                            .formatted(bits, hidden, weight, MOST, MOST));
        }
    }
}
