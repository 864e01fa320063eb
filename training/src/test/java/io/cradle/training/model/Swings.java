package io.cradle.training.model;

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
import io.cradle.dataset.window.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A driven pendulum as a log shows it: no frames, numbers as they were measured, a mask of what was. */
public final class Swings {
    public static final Layout LAYOUT = new Layout(List.of(
            wide(Layout.ACTION, new Channel("torque", "N m", -20, 20)),
            wide(Layout.PROPRIO, new Channel("position", "rad", -200, 200), new Channel("velocity", "rad/s", -50, 50)),
            new TensorSpec(
                    Layout.VALID,
                    Encoding.BITS,
                    List.of(3),
                    IntStream.range(0, 3)
                            .mapToObj(i -> new Channel(
                                    List.of("torque", "position", "velocity").get(i), "1", 0, 1))
                            .toList(),
                    Scaling.NONE,
                    0,
                    1,
                    20)));

    private Swings() {}

    private static TensorSpec wide(String name, Channel... channels) {
        return TensorSpec.vector(name, List.of(channels), Scaling.NONE, -200, 200, 20);
    }

    /** So many of them, of so many steps. */
    public static List<Episode> episodes(long seed, int count, int steps) {
        return IntStream.range(0, count)
                .mapToObj(n -> episode(new Random(seed * 1000 + n), "%d/%d".formatted(seed, n), steps))
                .toList();
    }

    private static Episode episode(Random random, String name, int steps) {
        float[] torques = new float[steps];
        float[] felt = new float[2 * steps];
        double position = 20 + random.nextGaussian();
        double velocity = 3 * random.nextGaussian();
        for (int t = 0; t < steps; t++) {
            torques[t] = (float) (8 * random.nextGaussian());
            felt[2 * t] = (float) position;
            felt[2 * t + 1] = (float) velocity;
            velocity += 0.05 * (torques[t] - 10 * Math.sin(position) - 0.2 * velocity);
            position += 0.05 * velocity;
        }
        List<Tensor> tensors = new ArrayList<>(List.of(
                Tensor.ofFloats(LAYOUT.require(Layout.ACTION), torques),
                Tensor.ofFloats(LAYOUT.require(Layout.PROPRIO), felt)));
        boolean[] valid = new boolean[3 * steps];
        Arrays.fill(valid, true);
        tensors.add(Tensor.ofBits(LAYOUT.require(Layout.VALID), valid));
        return new Episode(Episode.idOf("swing", name), tensors, provenance());
    }

    private static Provenance provenance() {
        return new Provenance(
                "csv", "Pendulum", "0".repeat(64), "unknown", 0, "swings 1", "r", Split.TRAIN, SplitBy.HASH);
    }

    /** The first so many steps of an episode. */
    public static Window window(Episode episode, int steps) {
        return new Window(
                episode.id(),
                0,
                episode.tensors().stream().map(tensor -> tensor.slice(0, steps)).toList());
    }
}
