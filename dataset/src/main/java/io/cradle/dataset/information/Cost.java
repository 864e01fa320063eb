package io.cradle.dataset.information;

import java.io.Serializable;

/**
 * What one tensor takes under one code.
 *
 * @param tensor its name; {@link #EPISODE} for all tensors together
 * @param code its name
 * @param bitsPerStep mean over all steps that were coded; of frames, bits/frame
 */
public record Cost(String tensor, String code, double bitsPerStep) implements Serializable {
    /** In place of a tensor's name: everything that an episode holds. */
    public static final String EPISODE = "episode";

    private static final int BITS = Byte.SIZE;

    /** Bytes in place of bits. */
    public double bytesPerStep() {
        return bitsPerStep / BITS;
    }
}
