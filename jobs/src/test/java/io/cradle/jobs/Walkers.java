package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Episodes of a dot that walks at random over 8 by 8 pixels and feels where it is; a pure function of their number. */
final class Walkers {
    static final int SIDE = 8;
    static final TensorSpec FRAME = TensorSpec.frame(Layout.FRAME, SIDE, SIDE, 10);
    static final TensorSpec PROPRIO = TensorSpec.vector(
            Layout.PROPRIO,
            List.of(new Channel("x", "m", 0, SIDE), new Channel("y", "m", 0, SIDE)),
            Scaling.NONE,
            0,
            SIDE,
            10);
    static final Layout LAYOUT = new Layout(List.of(FRAME, PROPRIO));

    private Walkers() {}

    /** Sound episodes of these numbers. */
    static List<Episode> of(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> one(number, 30))
                .toList();
    }

    /** One of so many steps. */
    static Episode one(int number, int steps) {
        Random random = new Random(number);
        int[] place = {random.nextInt(SIDE), random.nextInt(SIDE)};
        boolean[] ink = new boolean[steps * SIDE * SIDE];
        float[] proprio = new float[2 * steps];
        for (int t = 0; t < steps; t++) {
            ink[(t * SIDE + place[1]) * SIDE + place[0]] = true;
            proprio[2 * t] = place[0];
            proprio[2 * t + 1] = place[1];
            int axis = random.nextInt(2);
            place[axis] = Math.floorMod(place[axis] + (random.nextBoolean() ? 1 : -1), SIDE);
        }
        return episode(number, number, List.of(Tensor.ofBits(FRAME, ink), Tensor.ofFloats(PROPRIO, proprio)));
    }

    /** The content of one under the id of another. */
    static Episode copy(int number, int under) {
        return episode(under, under, one(number, 30).tensors());
    }

    /** One that never moves. */
    static Episode frozen(int number, int steps) {
        Episode one = one(number, 1);
        List<Tensor> still = one.tensors().stream()
                .map(tensor -> Tensor.concat(
                        IntStream.range(0, steps).mapToObj(t -> tensor).toList()))
                .toList();
        return episode(number, number, still);
    }

    private static Episode episode(int number, long seed, List<Tensor> tensors) {
        String id = Episode.idOf("walker", Integer.toString(number));
        Provenance provenance = new Provenance(
                "test",
                number % 3 == 0 ? "Meadow" : "Moor",
                "0".repeat(64),
                "random",
                seed,
                "walkers 1",
                id,
                Split.of(id),
                Provenance.SplitBy.HASH);
        return new Episode(id, tensors, provenance);
    }
}
