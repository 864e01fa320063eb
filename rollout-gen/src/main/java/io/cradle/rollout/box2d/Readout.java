package io.cradle.rollout.box2d;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.world.WorldDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jbox2d.common.Transform;

/**
 * A vector that is read from the bodies: cosine and sine of each body's angle and the position of its origin, channels
 * sorted by name, each mapped to [-1, 1] over the arena. A body may leave the arena a little, so stored values do too.
 */
final class Readout {
    private static final double FARTHEST = 2;

    private final TensorSpec spec;
    private final List<Element> elements;

    private Readout(TensorSpec spec, List<Element> elements) {
        this.spec = spec;
        this.elements = elements;
    }

    /** All bodies, or only those of robots; a single 0 if there are none. */
    static Readout of(WorldDefinition world, String name, Bodies which) {
        List<String> bodies = world.bodies();
        int robots = bodies.size() - world.objects().size();
        List<Element> elements = IntStream.range(0, which == Bodies.ALL ? bodies.size() : robots)
                .boxed()
                .flatMap(body -> elements(world, body, bodies.get(body)))
                .sorted(Comparator.comparing(element -> element.channel().name()))
                .toList();
        List<Channel> channels = elements.isEmpty()
                ? List.of(Channel.NOTHING)
                : elements.stream().map(Element::channel).toList();
        return new Readout(
                TensorSpec.vector(
                        name,
                        channels,
                        Scaling.SIGNED_UNIT,
                        -FARTHEST,
                        FARTHEST,
                        world.clock().rate()),
                elements);
    }

    TensorSpec spec() {
        return spec;
    }

    /** Writes {@code spec().elements()} numbers from {@code offset} on. */
    void read(Scene scene, float[] target, int offset) {
        for (int i = 0; i < elements.size(); i++) {
            target[offset + i] = elements.get(i).read(scene);
        }
    }

    private static Stream<Element> elements(WorldDefinition world, int body, String name) {
        return Stream.of(Quantity.values()).map(quantity -> new Element(body, quantity, quantity.channel(world, name)));
    }

    /** Which bodies are read. */
    enum Bodies {
        ALL,
        ROBOTS
    }

    private enum Quantity {
        COS,
        SIN,
        X,
        Y;

        Channel channel(WorldDefinition world, String body) {
            return switch (this) {
                case COS -> new Channel(body + ":cos", "1", -1, 1);
                case SIN -> new Channel(body + ":sin", "1", -1, 1);
                case X -> new Channel(body + ":x:p", "m", 0, world.width());
                case Y -> new Channel(body + ":y:p", "m", 0, world.height());
            };
        }

        double of(Transform transform) {
            return switch (this) {
                case COS -> transform.q.c;
                case SIN -> transform.q.s;
                case X -> transform.p.x;
                case Y -> transform.p.y;
            };
        }
    }

    private record Element(int body, Quantity quantity, Channel channel) {
        float read(Scene scene) {
            double value = quantity.of(scene.body(body).getTransform());
            return (float) (2 * (value - channel.low()) / (channel.high() - channel.low()) - 1);
        }
    }
}
