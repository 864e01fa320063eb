package io.cradle.dataset.score;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Clean episodes of an invented world: two discs glide in a box, bounce off its walls and swap their velocities when they
 * meet, for 100 steps. Where they are and how they are turned is felt, and seen on 16 by 16 pixels.
 */
public final class Gliders {
    /** Steps of an episode. */
    public static final int STEPS = 100;

    private static final int SIDE = 16;
    private static final double RADIUS = 0.18;
    private static final TensorSpec FRAME = TensorSpec.frame(Layout.FRAME, SIDE, SIDE, 10);
    private static final TensorSpec PROPRIO = vector(Layout.PROPRIO, "a.x", "a.y", "b.x", "b.y", "a.turn", "b.turn");
    private static final TensorSpec ACTION = vector(Layout.ACTION, "push");
    private static final TensorSpec TIME =
            new TensorSpec(Layout.TIME, Encoding.I64, List.of(), List.of(), Scaling.NONE, 0, 1e18, 0);
    private static final TensorSpec CONTACTS =
            new TensorSpec(Layout.CONTACTS, Encoding.BITS, List.of(2, 3), List.of(), Scaling.NONE, 0, 1, 10);

    private final Random random;
    private final boolean apart;
    private final double[] position;
    private final double[] velocity;

    private Gliders(long seed, double speed, boolean apart) {
        this.random = new Random(seed);
        this.apart = apart;
        this.position = new double[] {
            -0.6 + 0.3 * random.nextDouble(),
            random.nextDouble() - 0.5,
            0.6 - 0.3 * random.nextDouble(),
            random.nextDouble() - 0.5
        };
        double distance = Math.hypot(position[2] - position[0], position[3] - position[1]);
        double x = speed * (position[2] - position[0]) / distance;
        double y = speed * (position[3] - position[1]) / distance;
        double faster = 0.7 + 0.5 * random.nextDouble(); // they head for each other
        this.velocity = new double[] {x, y, -faster * x, -faster * y};
    }

    /** An episode with nothing wrong. */
    public static Episode clean(long seed) {
        return glide(seed, 0.06, false);
    }

    /** As clean, at another speed in widths of half the box a step, or with a wall between the discs. */
    public static Episode glide(long seed, double speed, boolean apart) {
        return new Gliders(seed, speed, apart).episode(seed);
    }

    private Episode episode(long seed) {
        boolean[] ink = new boolean[STEPS * SIDE * SIDE];
        boolean[] touches = new boolean[STEPS * 6];
        float[] proprio = new float[STEPS * 6];
        float[] action = new float[STEPS];
        long[] time = new long[STEPS];
        double turning = 0.02 + 0.04 * random.nextDouble();
        for (int t = 0; t < STEPS; t++) {
            touches[6 * t + 1] = meet();
            touches[6 * t + 3] = meet();
            draw(ink, t);
            for (int i = 0; i < 4; i++) {
                proprio[6 * t + i] = (float) position[i];
            }
            proprio[6 * t + 4] = (float) (0.9 * Math.sin(turning * t));
            proprio[6 * t + 5] = (float) (0.9 * Math.cos(turning * t));
            action[t] = random.nextFloat() * 2 - 1;
            time[t] = 100_000_000L * t + random.nextInt(20_000_000);
            step();
        }
        String id = Episode.idOf("glider", Long.toString(seed));
        List<Tensor> tensors = List.of(
                Tensor.ofBits(FRAME, ink),
                Tensor.ofFloats(PROPRIO, proprio),
                Tensor.ofFloats(ACTION, action),
                Tensor.ofLongs(TIME, time),
                Tensor.ofBits(CONTACTS, touches));
        return new Episode(
                id,
                tensors,
                new Provenance("test", "Gliders", "", "push", seed, "test", id, Split.TRAIN, SplitBy.HASH));
    }

    private boolean meet() {
        return Math.hypot(position[0] - position[2], position[1] - position[3]) < 2 * RADIUS;
    }

    private void step() {
        if (meet()) {
            for (int i = 0; i < 2; i++) {
                double apartBy = position[i] - position[2 + i];
                double push = Math.copySign(Math.max(Math.abs(velocity[i]), Math.abs(velocity[2 + i])), apartBy);
                velocity[i] = push;
                velocity[2 + i] = -push;
            }
        }
        for (int i = 0; i < 4; i++) {
            double low = apart && i == 2 ? RADIUS : RADIUS - 1;
            double high = apart && i == 0 ? -RADIUS : 1 - RADIUS;
            position[i] += velocity[i];
            if (position[i] < low || position[i] > high) {
                velocity[i] = -velocity[i];
                position[i] = Math.max(low, Math.min(high, position[i]))
                        + 1e-3 * random.nextDouble() * Math.signum(velocity[i]);
            }
        }
    }

    private void draw(boolean[] ink, int t) {
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double x = (2.0 * column + 1) / SIDE - 1;
                double y = (2.0 * row + 1) / SIDE - 1;
                ink[(t * SIDE + row) * SIDE + column] = Math.hypot(x - position[0], y - position[1]) < RADIUS
                        || Math.hypot(x - position[2], y - position[3]) < RADIUS;
            }
        }
    }

    private static TensorSpec vector(String name, String... channels) {
        List<Channel> named = Stream.of(channels)
                .map(channel -> new Channel(channel, "1", -1, 1))
                .toList();
        return TensorSpec.vector(name, named, Scaling.NONE, -1, 1, 10);
    }
}
