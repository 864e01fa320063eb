package io.cradle.dataset.window;

import io.cradle.dataset.episode.Split;
import java.util.ArrayList;
import java.util.List;

/** Addresses of segments that lie nowhere. */
final class Addresses {
    private Addresses() {}

    static SegmentAddress segment(String episode, int firstStep, int steps) {
        return new SegmentAddress("/t/part-0.parquet", 3, episode, firstStep, steps, Split.TRAIN);
    }

    /** A stretch that begins at step 0, in segments of at most {@code most} steps. */
    static Stretch stretch(String episode, int steps, int most) {
        List<SegmentAddress> segments = new ArrayList<>();
        for (int first = 0; first < steps; first += most) {
            segments.add(segment(episode, first, Math.min(most, steps - first)));
        }
        return new Stretch(segments);
    }

    /** Stretches of one segment each, of episodes 0, 1, …. */
    static List<Stretch> stretches(List<Integer> steps) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            stretches.add(stretch(String.valueOf(i), steps.get(i), Integer.MAX_VALUE - steps.get(i)));
        }
        return stretches;
    }

    /** Number of the episode that {@link #stretches} gave. */
    static int episode(WindowAddress window) {
        return Integer.parseInt(window.episode());
    }
}
