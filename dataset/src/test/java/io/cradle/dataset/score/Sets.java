package io.cradle.dataset.score;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Sets of a known Jaccard similarity, as the ink of a single frame, which is what is sketched of it. */
public final class Sets {
    private static final int SIDE = 64;
    private static final TensorSpec FRAME = TensorSpec.frame(Layout.FRAME, SIDE, SIDE, 10);
    private static final Scoring SCORING = new Scoring(0.002, 16, 64);

    private Sets() {}

    /** Sketches of two sets. */
    public record Pair(Sketch one, Sketch other) {}

    /**
     * Two random sets.
     *
     * @param union elements in either, at most 4096
     * @param common elements in both
     */
    public static Pair pair(int union, int common, Random random) {
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, SIDE * SIDE).boxed().toList());
        Collections.shuffle(places, random);
        int half = common + (union - common) / 2;
        List<Integer> other = new ArrayList<>(places.subList(0, common));
        other.addAll(places.subList(half, union));
        return new Pair(sketch(places.subList(0, half)), sketch(other));
    }

    /** A sketch of the frame with ink in these places. */
    public static Sketch sketch(List<Integer> places) {
        boolean[] ink = new boolean[SIDE * SIDE];
        places.forEach(place -> ink[place] = true);
        Episode episode = Specimens.episode(0, List.of(Tensor.ofBits(FRAME, ink)));
        return Sketch.of(episode, SCORING);
    }
}
