package io.cradle.ingest.frame;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What is wrong with a film, by numbers of its pictures from 0.
 *
 * @param cuts where another shot begins: the picture changes by 12 gray levels on average at least, eight times as much as
 *     pictures around it, and twice as much as any but one of them: who rests and jumps makes no cut
 * @param repeated what is the picture before once more, though the film moves before or after it
 * @param frozen what lies in 30 pictures in a row at least of which each changes by less than 3 gray levels, and all by no more than 0.15 on average
 * @param black what shows nothing
 */
public record FilmFaults(List<Integer> cuts, List<Integer> repeated, List<Integer> frozen, List<Integer> black) {
    private static final double CUT = 12;
    private static final double SUDDEN = 8;
    private static final double GREAT = 2;
    private static final int AROUND = 5;
    private static final int LONG = 30;
    /**
     * Mean change of 30 pictures up to which they are one picture that was encoded again and again. One of the G1's, held, measures 0.03 in H.264 at
     * 2 Mbit/s and 0.14 at 0.5, with a key frame every 12 pictures; where its films, which move, change least, 0.65.
     */
    private static final double HELD = 0.15;
    /** No key frame changes a held picture as much: the first one after a motion up to 2.55 in films like those of {@code PlantedFilmFaultsTest}. */
    private static final double KEY_FRAME = 3;
    /** Share of the change around it by which a repeated picture may still differ: encoders don't repeat to the bit. */
    private static final double SAME = 0.05;
    /** Change in gray levels from which on a film moves. */
    private static final double MOVES = 0.2;

    public FilmFaults {
        cuts = List.copyOf(cuts);
        repeated = List.copyOf(repeated);
        frozen = List.copyOf(frozen);
        black = List.copyOf(black);
    }

    /**
     * Judges a film.
     *
     * @param changes {@code [T]}: mean change of each picture from the one before, in gray levels; 0 for the first
     * @param black pictures that show nothing
     */
    static FilmFaults of(double[] changes, int[] black) {
        double[] around = IntStream.range(0, changes.length)
                .mapToDouble(t -> around(changes, t))
                .toArray();
        boolean[] frozen = frozen(changes);
        return new FilmFaults(
                where(
                        changes,
                        t -> changes[t] >= CUT
                                && changes[t] >= SUDDEN * around[t]
                                && changes[t] >= GREAT * greatAround(changes, t)),
                where(changes, t -> around[t] >= MOVES && changes[t] <= SAME * around[t] && !frozen[t]),
                where(changes, t -> frozen[t]),
                Arrays.stream(black).boxed().toList());
    }

    private static List<Integer> where(double[] changes, IntPredicate fault) {
        return IntStream.range(1, changes.length).filter(fault).boxed().toList();
    }

    /** Median of the changes of the five pictures before and after one, itself left out. */
    public static double around(double[] changes, int t) {
        double[] others = others(changes, t);
        return others.length == 0 ? 0 : others[others.length / 2];
    }

    /** The second greatest of them, for a second cut may be near. */
    private static double greatAround(double[] changes, int t) {
        double[] others = others(changes, t);
        return others.length < 2 ? 0 : others[others.length - 2];
    }

    private static double[] others(double[] changes, int t) {
        return IntStream.rangeClosed(Math.max(1, t - AROUND), Math.min(changes.length - 1, t + AROUND))
                .filter(i -> i != t)
                .mapToDouble(i -> changes[i])
                .sorted()
                .toArray();
    }

    private static boolean[] frozen(double[] changes) {
        boolean[] frozen = new boolean[changes.length];
        for (int from = 1; from + LONG <= changes.length; from++) {
            if (isHeld(changes, from, from + LONG)) {
                Arrays.fill(frozen, from, from + LONG, true);
            }
        }
        return frozen;
    }

    private static boolean isHeld(double[] changes, int from, int to) {
        DoubleSummaryStatistics row = Arrays.stream(changes, from, to).summaryStatistics();
        return row.getMax() < KEY_FRAME && row.getAverage() <= HELD;
    }
}
