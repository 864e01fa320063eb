package io.cradle.jobs.report;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A row of the table of tensors. */
record TensorView(
        String name,
        String shape,
        String encoding,
        String bytes,
        String disk,
        String rate,
        String range,
        List<ChannelView> channels) {
    /** A channel and its physical range; {@code more} where another follows. */
    record ChannelView(String name, String range, boolean more) {}

    static List<TensorView> of(Layout layout) {
        return of(layout, Map.of());
    }

    /** With what each takes on disk, bytes a step. */
    static List<TensorView> of(Layout layout, Map<String, Double> onDisk) {
        return layout.tensors().stream()
                .map(spec -> of(spec, onDisk.getOrDefault(spec.name(), 0.0)))
                .toList();
    }

    private static TensorView of(TensorSpec spec, double onDisk) {
        return new TensorView(
                spec.name(),
                spec.shape().isEmpty()
                        ? "scalar"
                        : spec.shape().stream().map(String::valueOf).collect(Collectors.joining(" \u00d7 ")),
                spec.encoding().toString(),
                Numbers.count(spec.bytes()),
                Numbers.decimal(onDisk),
                spec.rate() > 0 ? Numbers.plain(spec.rate()) + " Hz" : "uneven",
                "%s \u2026 %s".formatted(Numbers.plain(spec.low()), Numbers.plain(spec.high())),
                channels(spec.channels()));
    }

    private static List<ChannelView> channels(List<Channel> channels) {
        return IntStream.range(0, channels.size())
                .mapToObj(i -> new ChannelView(channels.get(i).name(), range(channels.get(i)), i + 1 < channels.size()))
                .toList();
    }

    private static String range(Channel channel) {
        return "%s \u2026 %s%s"
                .formatted(
                        Numbers.plain(channel.low()),
                        Numbers.plain(channel.high()),
                        channel.unit().equals("1") ? "" : " " + channel.unit());
    }
}
