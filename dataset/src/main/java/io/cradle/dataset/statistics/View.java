package io.cradle.dataset.statistics;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;

/** How a step of a tensor is told in few numbers. */
public enum View {
    /** Each element is a channel of its own. */
    ELEMENTS,
    /** One channel: the mean over all elements. Of bits it is the share that is set, of frames the share of ink. */
    MEAN,
    /** One channel: seconds since the step before, of time stamps. */
    INTERVALS;

    /** More channels than anybody would look through are pixels. */
    private static final int MOST_CHANNELS = 512;

    /** The view of a tensor: its channels if they have names, else its mean. */
    static View of(TensorSpec spec) {
        if (spec.name().equals(Layout.TIME) && spec.encoding() == Encoding.I64 && spec.elements() == 1) {
            return INTERVALS;
        }
        boolean named = !spec.channels().isEmpty() && spec.elements() <= MOST_CHANNELS;
        return named || spec.elements() == 1 ? ELEMENTS : MEAN;
    }

    /** Names and units of what is told, as it is stored: scaled numbers are dimensionless. */
    List<Channel> channels(TensorSpec spec) {
        if (this == ELEMENTS && !spec.channels().isEmpty()) {
            return spec.scaling() == Scaling.NONE ? spec.channels() : scaled(spec);
        }
        return List.of(new Channel(name(spec), this == INTERVALS ? "s" : "1", spec.low(), spec.high()));
    }

    private static List<Channel> scaled(TensorSpec spec) {
        return spec.channels().stream()
                .map(channel -> new Channel(channel.name(), "1", spec.low(), spec.high()))
                .toList();
    }

    private String name(TensorSpec spec) {
        return switch (this) {
            case ELEMENTS -> spec.name();
            case INTERVALS -> "interval";
            case MEAN -> {
                boolean ink = spec.name().equals(Layout.FRAME) && spec.encoding() == Encoding.BITS;
                yield ink ? "ink" : "mean of %d elements".formatted(spec.elements());
            }
        };
    }
}
