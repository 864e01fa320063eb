package io.cradle.jobs.report;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A ball that bounces in a box of 5 m, drawn on 16 by 16 pixels ten times a second: something to report on. */
final class Balls {
    static final int SIZE = 16;
    private static final double BOX = 5;
    private static final double RADIUS = 0.75;
    private static final double SECONDS = 0.1;
    private static final double GRAVITY = 9.81;
    private static final double RESTITUTION = 0.8;
    private static final TensorSpec FRAME = TensorSpec.frame(Layout.FRAME, SIZE, SIZE, 1 / SECONDS);
    private static final TensorSpec PROPRIO = TensorSpec.vector(
            Layout.PROPRIO,
            List.of(
                    new Channel("ball:x", "m", 0, BOX),
                    new Channel("ball:y", "m", 0, BOX),
                    new Channel("ball:vx", "m/s", -10, 10),
                    new Channel("ball:vy", "m/s", -10, 10)),
            Scaling.SIGNED_UNIT,
            -1,
            1,
            1 / SECONDS);

    private Balls() {}

    static Layout layout() {
        return new Layout(List.of(FRAME, PROPRIO));
    }

    static List<Episode> episodes(int count, int steps, long seed) {
        return IntStream.range(0, count).mapToObj(i -> episode(steps, seed + i)).toList();
    }

    static Episode episode(int steps, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] state = {
            random.nextDouble(RADIUS, BOX - RADIUS),
            random.nextDouble(RADIUS, BOX - RADIUS),
            random.nextDouble(-4, 4),
            random.nextDouble(-2, 2)
        };
        boolean[] pixels = new boolean[steps * SIZE * SIZE];
        float[] proprio = new float[steps * state.length];
        for (int t = 0; t < steps; t++) {
            draw(state, pixels, t * SIZE * SIZE);
            for (int i = 0; i < state.length; i++) {
                Channel channel = PROPRIO.channels().get(i);
                proprio[t * state.length + i] =
                        (float) (2 * (state[i] - channel.low()) / (channel.high() - channel.low()) - 1);
            }
            move(state);
        }
        String id = Episode.idOf("balls", Long.toString(seed));
        return new Episode(
                id,
                List.of(Tensor.ofBits(FRAME, pixels), Tensor.ofFloats(PROPRIO, proprio)),
                new Provenance(
                        "rollout", "Bounce", "0", "none", seed, "test", id, Split.TEST, Provenance.SplitBy.HASH));
    }

    private static void draw(double[] state, boolean[] pixels, int offset) {
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                double x = (column + 0.5) / SIZE * BOX - state[0];
                double y = BOX - (row + 0.5) / SIZE * BOX - state[1];
                pixels[offset + row * SIZE + column] = x * x + y * y <= RADIUS * RADIUS;
            }
        }
    }

    private static void move(double[] state) {
        state[3] -= GRAVITY * SECONDS;
        for (int i = 0; i < 2; i++) {
            state[i] += state[i + 2] * SECONDS;
            if (state[i] < RADIUS || state[i] > BOX - RADIUS) {
                state[i] = Math.min(BOX - RADIUS, Math.max(RADIUS, state[i]));
                state[i + 2] *= -RESTITUTION;
            }
        }
    }
}
