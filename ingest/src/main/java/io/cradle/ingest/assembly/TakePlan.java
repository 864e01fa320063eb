package io.cradle.ingest.assembly;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.assembly.Survey.Counted;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.SiUnit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What all episodes of a source will have.
 *
 * @param shape what a take must have
 * @param layout the tensors: frames, proprio, action, time where steps are uneven, and the mask with a bit a channel
 * @param pace how far apart stamps of takes lie, ns
 * @param reaches how far numbers of takes go, by name of the stream
 */
record TakePlan(Shape shape, Layout layout, Magnitude pace, Map<String, Magnitude> reaches) implements Serializable {
    private static final double LATEST = Long.MAX_VALUE;

    static TakePlan of(Counted counted, TakeConfig config) {
        Shape shape = counted.shape();
        List<TensorSpec> specs = new ArrayList<>();
        if (shape.film().isPresent()) {
            specs.add(config.frames().spec(shape.rate()));
        }
        List<Channel> proprio = channels(counted, config, Role.PROPRIO);
        if (!proprio.isEmpty()) {
            specs.add(vector(Layout.PROPRIO, proprio, config, shape.rate()));
        }
        List<Channel> action = channels(counted, config, Role.ACTION);
        specs.add(vector(Layout.ACTION, action.isEmpty() ? List.of(Channel.NOTHING) : action, config, shape.rate()));
        if (shape.rate() == 0) {
            specs.add(
                    new TensorSpec(Layout.TIME, Encoding.I64, List.of(), List.of(), Scaling.NONE, -LATEST, LATEST, 0));
        }
        specs.add(mask(shape, Stream.concat(proprio.stream(), action.stream()).toList()));
        return new TakePlan(shape, new Layout(specs), counted.pace(), counted.reaches());
    }

    /**
     * The same in the ranges of a table that is there already, so that it can be added to; as it is where the table has other tensors, channels,
     * units or rates.
     */
    TakePlan in(Layout there) {
        return alike(there.tensors(), layout.tensors()) ? new TakePlan(shape, there, pace, reaches) : this;
    }

    private static boolean alike(List<TensorSpec> some, List<TensorSpec> others) {
        return some.stream()
                .map(TakePlan::withoutRange)
                .toList()
                .equals(others.stream().map(TakePlan::withoutRange).toList());
    }

    private static List<Object> withoutRange(TensorSpec spec) {
        return List.of(
                spec.name(),
                spec.encoding(),
                spec.shape(),
                spec.scaling(),
                spec.rate(),
                spec.channels().stream()
                        .map(channel -> channel.name() + " " + channel.unit())
                        .toList());
    }

    private static TensorSpec mask(Shape shape, List<Channel> numbers) {
        List<Channel> bits = new ArrayList<>();
        shape.film().ifPresent(film -> bits.add(new Channel(Layout.FRAME, "1", 0, 1)));
        numbers.forEach(channel -> bits.add(new Channel(channel.name(), "1", 0, 1)));
        return new TensorSpec(
                Layout.VALID, Encoding.BITS, List.of(bits.size()), bits, Scaling.NONE, 0, 1, shape.rate());
    }

    private static TensorSpec vector(String name, List<Channel> channels, TakeConfig config, double rate) {
        Scaling scaling = config.streams().scaling();
        boolean scaled = scaling == Scaling.SIGNED_UNIT;
        double low = channels.stream().mapToDouble(Channel::low).min().orElseThrow();
        double high = channels.stream().mapToDouble(Channel::high).max().orElseThrow();
        return TensorSpec.vector(name, channels, scaling, scaled ? -1 : low, scaled ? 1 : high, rate);
    }

    private static List<Channel> channels(Counted counted, TakeConfig config, Role role) {
        List<Channel> channels = new ArrayList<>();
        Set<String> twice = twice(counted.shape());
        for (Shape.Stream stream : counted.shape().streams()) {
            for (int c = 0; c < stream.channels().size() && stream.role() == role; c++) {
                Ranges ranges = counted.ranges().get(stream.name());
                double factor = config.streams().factor(stream.name());
                String unit = stream.units().get(c);
                String channel = stream.channels().get(c);
                channels.add(new Channel(
                        twice.contains(channel) ? stream.name() + "/" + channel : channel,
                        config.streams().unit(stream.name()).map(SiUnit::symbol).orElse(unit),
                        factor * ranges.lowest(c),
                        factor * ranges.highest(c)));
            }
        }
        return channels;
    }

    /** Names that stand in more than one stream: a joint's angle, and the angle that it was told to go to. */
    private static Set<String> twice(Shape shape) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        shape.streams().stream()
                .flatMap(stream -> stream.channels().stream())
                .filter(channel -> !seen.add(channel))
                .forEach(twice::add);
        return twice;
    }
}
