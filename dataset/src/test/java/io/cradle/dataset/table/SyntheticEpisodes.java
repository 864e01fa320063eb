package io.cradle.dataset.table;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Episodes of a world that does not exist: random content of every encoding, a pure function of seed and index. */
final class SyntheticEpisodes {
    /** 21 pixels: three bits of each row are padding. */
    static final TensorSpec FRAME = TensorSpec.frame("lcd", 3, 7, 10);

    static final TensorSpec ACTION = TensorSpec.vector(
            "action",
            List.of(new Channel("left", "N m", -2, 2), new Channel("right", "N m", -2, 2)),
            Scaling.SIGNED_UNIT,
            -1,
            1,
            10);
    static final TensorSpec LIGHT =
            new TensorSpec("light", Encoding.U8, List.of(3), List.of(), Scaling.NONE, 0, 255, 10);
    static final TensorSpec TIME = new TensorSpec("time", Encoding.I64, List.of(), List.of(), Scaling.NONE, 0, 1e18, 0);
    static final Layout LAYOUT = new Layout(List.of(FRAME, ACTION, LIGHT, TIME));
    static final int STEPS = 20;

    private SyntheticEpisodes() {}

    /** Episodes of {@link #STEPS} steps. */
    static List<Episode> some(long seed, int count) {
        return IntStream.range(0, count).mapToObj(i -> one(seed, i, STEPS)).toList();
    }

    static Episode one(long seed, int index, int steps) {
        long own = Seeds.child(seed, index);
        String id = Episode.idOf("synthetic", String.valueOf(own));
        Provenance provenance = new Provenance(
                "rollout",
                index % 2 == 0 ? "Even" : "Odd",
                "0".repeat(64),
                "random",
                own,
                "synthetic 1",
                id,
                Split.of(id),
                Provenance.SplitBy.HASH);
        return new Episode(id, tensors(new Random(own), steps), provenance);
    }

    private static List<Tensor> tensors(Random random, int steps) {
        byte[] light = new byte[LIGHT.bytes() * steps];
        random.nextBytes(light);
        boolean[] ink = new boolean[FRAME.elements() * steps];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = random.nextBoolean();
        }
        float[] action = new float[2 * steps];
        for (int i = 0; i < action.length; i++) {
            action[i] = random.nextFloat() * 2 - 1;
        }
        action[0] = -0.0f;
        action[1] = Float.NaN;
        return List.of(
                Tensor.ofBits(FRAME, ink),
                Tensor.ofFloats(ACTION, action),
                Tensor.ofBytes(LIGHT, light),
                Tensor.ofLongs(TIME, random.longs(steps).toArray()));
    }

    /** The same episode under the same id, with one bit of its last step's frame flipped. */
    static Episode flipped(Episode episode) {
        byte[] bytes = episode.require("lcd").bytes();
        bytes[bytes.length - 1] ^= 1;
        List<Tensor> tensors = episode.tensors().stream()
                .map(tensor -> tensor.spec().equals(FRAME) ? Tensor.ofBytes(FRAME, bytes) : tensor)
                .toList();
        return new Episode(episode.id(), tensors, episode.provenance());
    }
}
