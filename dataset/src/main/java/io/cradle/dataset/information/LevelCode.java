package io.cradle.dataset.information;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;

/**
 * How many bits the elements of a tensor take if each is cut to a level and coded by how often its level came before: p of a
 * level is (n_level + 1/2) / (n + L/2) (Krichevsky and Trofimov, 1981, for L symbols). Bits have two levels, bytes 256; the range of
 * a float is cut into cells of equal width, and what is no number has a level of its own.
 *
 * <p>Named channels are counted apart; elements that are alike, as pixels are, together.
 */
final class LevelCode {
    private static final int BINARY = 2;
    private static final int BYTES = 1 << Byte.SIZE;

    private final TensorSpec spec;
    private final int cells;
    private final long[][] seen; // [channel][level]
    private final long[] all;
    private final CodeLength length = new CodeLength();

    /**
     * A code that has seen nothing.
     *
     * @param spec of BITS, U8, PNG or F32
     * @param cells of a float's range
     */
    LevelCode(TensorSpec spec, int cells) {
        this.spec = spec;
        this.cells = cells;
        int tables = Math.max(1, spec.channels().size());
        this.seen = new long[tables][levels(spec.encoding())];
        this.all = new long[tables];
    }

    private int levels(Encoding encoding) {
        return switch (encoding) {
            case BITS -> BINARY;
            case U8, PNG -> BYTES;
            case F32 -> cells + 1;
            case I64 ->
                throw new IllegalArgumentException(
                        "Cannot cut tensor '%s' into levels: it holds I64, which have no range".formatted(spec.name()));
        };
    }

    /** Codes all rows of a tensor. */
    void add(Tensor tensor) {
        int elements = spec.elements();
        for (int row = 0; row < tensor.rows(); row++) {
            for (int element = 0; element < elements; element++) {
                charge(spec.channels().isEmpty() ? 0 : element, level(tensor.value(row, element), element));
            }
        }
    }

    private int level(float value, int element) {
        if (spec.encoding() != Encoding.F32) {
            return (int) value;
        }
        if (Float.isNaN(value)) {
            return cells;
        }
        double low = low(element);
        double share = (value - low) / (high(element) - low);
        return (int) Math.max(0, Math.min(cells - 1, Math.floor(share * cells)));
    }

    private double low(int element) {
        return physical() ? channel(element).low() : spec.low();
    }

    private double high(int element) {
        return physical() ? channel(element).high() : spec.high();
    }

    /** Whether values are kept as measured, so that each channel has its own range. */
    private boolean physical() {
        return spec.scaling() == Scaling.NONE && !spec.channels().isEmpty();
    }

    private Channel channel(int element) {
        return spec.channels().get(element);
    }

    private void charge(int table, int level) {
        length.add((seen[table][level] + 0.5) / (all[table] + seen[table].length / 2.0));
        seen[table][level]++;
        all[table]++;
    }

    /** Bits of all that was coded. */
    double bits() {
        return length.bits();
    }
}
