package io.cradle.ingest.export;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.parquet.NewColumn;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * A column of numbers of a dataset of LeRobot.
 *
 * @param key such as {@code observation.state}
 * @param spec the tensor that it holds
 */
record Feature(String key, TensorSpec spec) implements Serializable {
    /** What none of their policies may take for an observation: hidden truths, stamps, and what was measured at all. */
    private static final Set<String> HIDDEN =
            Set.of(Layout.VELOCITY, Layout.CONTACTS, Layout.MASK, Layout.STATE, Layout.TIME, Layout.VALID);

    private static final int MOST_ELEMENTS = 1 << 16;

    /**
     * The column that holds a tensor.
     *
     * @throws IllegalArgumentException if none can
     */
    static Feature of(TensorSpec spec) {
        if (spec.elements() > MOST_ELEMENTS) {
            throw refusal(
                    spec, "has %d numbers a step, and %d at most are read".formatted(spec.elements(), MOST_ELEMENTS));
        }
        if (spec.encoding() == Encoding.I64 && spec.elements() > 1) {
            throw refusal(spec, "is a list of 64-bit integers, which are read as floating point");
        }
        if (spec.rate() == 0) {
            throw refusal(
                    spec,
                    "has uneven steps, and LeRobot puts step t at t / fps; ingest the recordings anew with --set ingest.rate=HZ");
        }
        return new Feature(key(spec.name()), spec);
    }

    private static IllegalArgumentException refusal(TensorSpec spec, String why) {
        return new IllegalArgumentException(
                "Cannot export tensor '%s' as lerobot: it %s, or use --as npz".formatted(spec.name(), why));
    }

    private static String key(String name) {
        return switch (name) {
            case Layout.ACTION -> "action";
            case Layout.PROPRIO -> "observation.state";
            default -> (HIDDEN.contains(name) ? "cradle." : "observation.") + name;
        };
    }

    /** As LeRobot calls the type of its numbers. */
    String dtype() {
        return switch (spec.encoding()) {
            case BITS -> "bool";
            case U8, PNG -> "uint8";
            case F32 -> "float32";
            case I64 -> "int64";
        };
    }

    /** Names of its numbers; none where they are alike. */
    List<String> names() {
        return spec.channels().stream().map(Channel::name).toList();
    }

    NewColumn column() {
        return NewColumn.of(key, spec);
    }
}
