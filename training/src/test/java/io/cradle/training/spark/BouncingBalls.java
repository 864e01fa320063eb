package io.cradle.training.spark;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.SegmentAddress;
import io.cradle.dataset.window.Stretch;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.dataset.window.WindowSampler;
import io.cradle.dataset.window.WindowSpec;
import io.cradle.dataset.window.Windower;
import io.cradle.training.model.Origin;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Made-up windows for tests: a ball of radius 0.5 m falls and bounces (restitution 0.8) in a box of 5 m, drawn on
 * frames of {@code [size, size]} pixels ten times a second. Regenerated wherever it is opened.
 */
public record BouncingBalls(long seed, int episodes, int steps, int size) implements WindowSource {
    private static final double BOX = 5;
    private static final double RADIUS = 0.5;
    private static final double GRAVITY = -9.81;
    private static final double RESTITUTION = 0.8;
    private static final double SUBSTEP = 1.0 / 30;

    public Layout layout() {
        return new Layout(List.of(
                TensorSpec.frame(Layout.FRAME, size, size, 10),
                TensorSpec.vector(Layout.ACTION, List.of(new Channel("unused", "1", -1, 1)), Scaling.NONE, -1, 1, 10)));
    }

    public Origin origin() {
        return new Origin("memory@0", "", List.of("Ball"), steps);
    }

    public List<WindowAddress> windows(WindowSpec spec) {
        return stretches().stream()
                .flatMap(stretch -> Windower.cut(stretch, spec).stream())
                .toList();
    }

    List<Stretch> stretches() {
        return IntStream.range(0, episodes)
                .mapToObj(i -> Stretch.of(new SegmentAddress("memory", i, "episode" + i, 0, steps, Split.TRAIN)))
                .toList();
    }

    /** What {@link #windows} are cut from, as a table would keep it. */
    List<Episode> recorded() {
        return IntStream.range(0, episodes)
                .mapToObj(i -> {
                    String id = Episode.idOf("ball", Long.toString(seed), Integer.toString(i));
                    return new Episode(
                            id,
                            List.of(episode(i), still(steps)),
                            new Provenance(
                                    "rollout",
                                    "Ball",
                                    "0",
                                    "none",
                                    i,
                                    "test",
                                    id,
                                    Split.TRAIN,
                                    Provenance.SplitBy.SOURCE));
                })
                .toList();
    }

    public TrainingSet set(WindowSpec spec) {
        return new TrainingSet(
                WindowSampler.uniform(stretches(), spec),
                WindowSampler.uniform(List.of(), spec),
                this,
                layout(),
                origin(),
                "");
    }

    @Override
    public Reader open() {
        List<Tensor> frames =
                IntStream.range(0, episodes).mapToObj(this::episode).toList();
        return new Reader() {
            @Override
            public Window read(WindowAddress address) {
                Tensor all =
                        frames.get((int) address.stretch().segments().get(0).row());
                int end = address.start() + address.steps();
                return new Window(
                        address.episode(),
                        address.start(),
                        List.of(all.slice(address.start(), end), still(address.steps())));
            }

            @Override
            public void close() {}
        };
    }

    private Tensor still(int rows) {
        return Tensor.ofFloats(layout().require(Layout.ACTION), new float[rows]);
    }

    private Tensor episode(int number) {
        Random random = new Random(Seeds.child(seed, number));
        double x = RADIUS + random.nextDouble() * (BOX - 2 * RADIUS);
        double y = RADIUS + random.nextDouble() * (BOX - 2 * RADIUS);
        double vx = 6 * random.nextDouble() - 3;
        double vy = 6 * random.nextDouble() - 3;
        boolean[] ink = new boolean[steps * size * size];
        for (int t = 0; t < steps; t++) {
            draw(x, y, ink, t * size * size);
            for (int s = 0; s < 3; s++) {
                vy += GRAVITY * SUBSTEP;
                x += vx * SUBSTEP;
                y += vy * SUBSTEP;
                vx = hits(x, vx) ? -RESTITUTION * vx : vx;
                vy = hits(y, vy) ? -RESTITUTION * vy : vy;
                x = Math.min(Math.max(x, RADIUS), BOX - RADIUS);
                y = Math.min(Math.max(y, RADIUS), BOX - RADIUS);
            }
        }
        return Tensor.ofBits(layout().require(Layout.FRAME), ink);
    }

    private static boolean hits(double position, double velocity) {
        return (position < RADIUS && velocity < 0) || (position > BOX - RADIUS && velocity > 0);
    }

    private void draw(double x, double y, boolean[] ink, int offset) {
        double pixel = BOX / size;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double dx = (column + 0.5) * pixel - x;
                double dy = BOX - (row + 0.5) * pixel - y;
                ink[offset + row * size + column] = dx * dx + dy * dy < RADIUS * RADIUS;
            }
        }
    }
}
