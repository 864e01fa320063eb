package io.cradle.dataset.statistics;

import java.io.Serializable;
import java.util.List;

/**
 * What one tensor holds.
 *
 * @param tensor its name
 * @param view how its steps were told in few numbers
 * @param channels at least one
 */
public record TensorSummary(String tensor, View view, List<ChannelSummary> channels) implements Serializable {
    public TensorSummary {
        channels = List.copyOf(channels);
    }
}
