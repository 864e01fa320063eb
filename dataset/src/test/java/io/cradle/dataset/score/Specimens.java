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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Clean episodes of an invented robot: a dot walks over the frame, a dummy stays 0, a joint turns, actions are noise. */
public final class Specimens {
    public static final int HEIGHT = 4;
    public static final int WIDTH = 5;
    public static final TensorSpec FRAME = TensorSpec.frame(Layout.FRAME, HEIGHT, WIDTH, 10);
    public static final TensorSpec PROPRIO = vector(Layout.PROPRIO, -2, 2, "dummy", "joint");
    public static final TensorSpec ACTION = vector(Layout.ACTION, -1, 1, "motor");
    public static final TensorSpec TIME =
            new TensorSpec(Layout.TIME, Encoding.I64, List.of(), List.of(), Scaling.NONE, 0, 1e18, 0);
    public static final TensorSpec VALID = new TensorSpec(
            Layout.VALID,
            Encoding.BITS,
            List.of(2),
            List.of(new Channel("joint", "1", 0, 1), new Channel("motor", "1", 0, 1)),
            Scaling.NONE,
            0,
            1,
            0);

    private Specimens() {}

    /** An episode with nothing wrong. */
    public static Episode clean(long seed, int steps) {
        Random random = new Random(seed);
        boolean[] pixels = new boolean[steps * FRAME.elements()];
        float[] proprio = new float[steps * 2];
        float[] action = new float[steps];
        long[] time = new long[steps];
        boolean[] valid = new boolean[steps * 2];
        int start = random.nextInt(FRAME.elements());
        for (int t = 0; t < steps; t++) {
            pixels[t * FRAME.elements() + (start + t) % FRAME.elements()] = true;
            proprio[2 * t + 1] = (float) Math.sin((double) (seed + t));
            action[t] = random.nextFloat() * 2 - 1;
            time[t] = t * 100_000_000L;
            valid[2 * t] = true;
            valid[2 * t + 1] = true;
        }
        return episode(
                seed,
                List.of(
                        Tensor.ofBits(FRAME, pixels),
                        Tensor.ofFloats(PROPRIO, proprio),
                        Tensor.ofFloats(ACTION, action),
                        Tensor.ofLongs(TIME, time),
                        Tensor.ofBits(VALID, valid)));
    }

    public static Episode episode(long seed, List<Tensor> tensors) {
        String id = Episode.idOf("specimen", Long.toString(seed));
        return new Episode(
                id,
                tensors,
                new Provenance("test", "Robot", "", "noise", seed, "test", id, Split.of(id), SplitBy.HASH));
    }

    /** The same with one float replaced. */
    public static Episode withValue(Episode episode, String name, int t, int element, float value) {
        Tensor tensor = episode.require(name);
        int elements = tensor.spec().elements();
        float[] values = new float[tensor.rows() * elements];
        for (int row = 0; row < tensor.rows(); row++) {
            tensor.copyFloats(row, values, row * elements);
        }
        values[t * elements + element] = value;
        return with(episode, Tensor.ofFloats(tensor.spec(), values));
    }

    /** The same with one bit replaced. */
    public static Episode withBit(Episode episode, String name, int t, int element, boolean value) {
        Tensor tensor = episode.require(name);
        int elements = tensor.spec().elements();
        boolean[] values = new boolean[tensor.rows() * elements];
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.bit(i / elements, i % elements);
        }
        values[t * elements + element] = value;
        return with(episode, Tensor.ofBits(tensor.spec(), values));
    }

    /** The same, but the tensors of these names repeat row {@code from} until row {@code to} (exclusive). */
    public static Episode frozen(Episode episode, int from, int to, List<String> names) {
        Episode frozen = episode;
        for (String name : names) {
            Tensor tensor = episode.require(name);
            List<Tensor> rows = new ArrayList<>();
            for (int t = 0; t < tensor.rows(); t++) {
                int row = t >= from && t < to ? from : t;
                rows.add(tensor.slice(row, row + 1));
            }
            frozen = with(frozen, Tensor.concat(rows));
        }
        return frozen;
    }

    /** The same with the tensor of that name replaced. */
    public static Episode with(Episode episode, Tensor tensor) {
        List<Tensor> tensors = episode.tensors().stream()
                .map(old -> old.spec().name().equals(tensor.spec().name()) ? tensor : old)
                .toList();
        return new Episode(episode.id(), tensors, episode.provenance());
    }

    private static TensorSpec vector(String name, double low, double high, String... channels) {
        List<Channel> named = List.of(channels).stream()
                .map(channel -> new Channel(channel, "1", low, high))
                .toList();
        return TensorSpec.vector(name, named, Scaling.NONE, low, high, 10);
    }
}
