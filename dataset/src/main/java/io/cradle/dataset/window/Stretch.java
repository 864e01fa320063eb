package io.cradle.dataset.window;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Steps of one episode without a gap, in as many segments as they are stored in: what windows are cut from. A window may
 * lie across the border of two segments, never across that of two episodes.
 *
 * @param segments at least one, each beginning where the one before it ends
 * @param firstStep number of its first step in the episode, in the first segment
 * @param steps steps it holds, the last of them in the last segment
 */
public record Stretch(List<SegmentAddress> segments, int firstStep, int steps) implements Serializable {
    /** Neighbours in this order are neighbours on disk, mostly: they can be read together. */
    public static final Comparator<Stretch> ON_DISK = Comparator.comparing(
                    (Stretch stretch) -> stretch.first().file())
            .thenComparingLong(stretch -> stretch.first().row());

    public Stretch {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("Invalid stretch: it has no segment");
        }
        for (int i = 1; i < segments.size(); i++) {
            if (!follows(segments.get(i), segments.get(i - 1))) {
                throw new IllegalArgumentException(
                        "Invalid stretch of episode '%s': step %d of episode '%s' does not follow step %d"
                                .formatted(
                                        segments.get(0).episode(),
                                        segments.get(i).firstStep(),
                                        segments.get(i).episode(),
                                        segments.get(i - 1).end() - 1));
            }
        }
    }

    /** All steps of some segments. */
    public Stretch(List<SegmentAddress> segments) {
        this(segments, start(segments), end(segments) - start(segments));
    }

    private static int start(List<SegmentAddress> segments) {
        return segments.isEmpty() ? 0 : segments.get(0).firstStep();
    }

    private static int end(List<SegmentAddress> segments) {
        return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).end();
    }

    private static boolean follows(SegmentAddress next, SegmentAddress before) {
        return next.episode().equals(before.episode()) && next.firstStep() == before.end();
    }

    /** A segment by itself. */
    public static Stretch of(SegmentAddress segment) {
        return new Stretch(List.of(segment));
    }

    /**
     * Joins neighbours.
     *
     * @param segments in ascending order of episode and first step, none twice
     */
    public static List<Stretch> join(List<SegmentAddress> segments) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= segments.size(); to++) {
            if (to == segments.size() || !follows(segments.get(to), segments.get(to - 1))) {
                stretches.add(new Stretch(segments.subList(from, to)));
                from = to;
            }
        }
        return stretches;
    }

    /** Id of the episode. */
    public String episode() {
        return first().episode();
    }

    /**
     * Some of its steps.
     *
     * @param from number of the first of them in the episode
     * @param to number of the step after the last
     */
    public Stretch part(int from, int to) {
        Objects.checkFromToIndex(from - firstStep, to - firstStep, steps);
        return new Stretch(
                segments.stream()
                        .filter(segment -> segment.end() > from && segment.firstStep() < to)
                        .toList(),
                from,
                to - from);
    }

    private SegmentAddress first() {
        return segments.get(0);
    }

    /**
     * The segments that hold some of its steps, whole.
     *
     * @param from the first of them, counted from the stretch's first step
     * @param to the one after the last, above {@code from}
     */
    Stretch around(int from, int to) {
        return segments.size() == 1 && steps == first().steps()
                ? this
                : new Stretch(segments.stream()
                        .filter(segment -> segment.end() - firstStep() > from && segment.firstStep() - firstStep() < to)
                        .toList());
    }
}
