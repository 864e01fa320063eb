package io.cradle.dataset.score;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which elements of a tensor were measured at a step: those whose channel has no bit of its own in the tensor
 * {@code valid}, or has it set. The mask itself is always there.
 */
public final class Measured {
    private static final int ALWAYS = -1;

    private final Tensor mask;
    private final int[] bits;

    private Measured(Tensor mask, int[] bits) {
        this.mask = mask;
        this.bits = bits;
    }

    /** What {@code episode} says of {@code tensor}. */
    public static Measured of(Episode episode, TensorSpec tensor) {
        Optional<Tensor> mask =
                episode.find(Layout.VALID).filter(valid -> !valid.spec().equals(tensor));
        int[] bits = new int[tensor.elements()];
        for (int element = 0; element < bits.length; element++) {
            bits[element] = mask.isEmpty() ? ALWAYS : bit(mask.get().spec(), tensor, element);
        }
        return new Measured(mask.orElse(null), bits);
    }

    private static int bit(TensorSpec mask, TensorSpec tensor, int element) {
        if (tensor.channels().isEmpty()) {
            return ALWAYS;
        }
        String name = tensor.channels().get(element).name();
        List<String> streams =
                mask.channels().stream().map(channel -> channel.name()).toList();
        return streams.indexOf(name);
    }

    /** Whether every element was measured at every step, so that nothing needs to be looked up. */
    boolean always() {
        return mask == null || Arrays.stream(bits).allMatch(bit -> bit == ALWAYS);
    }

    /** Whether the element was measured at step {@code t}. */
    public boolean at(int t, int element) {
        return bits[element] == ALWAYS || mask.bit(t, bits[element]);
    }
}
