package io.cradle.ingest.assembly;

import io.cradle.ingest.align.Lag;
import io.cradle.ingest.frame.FilmFaults;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Take;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What should be known of the film of a take: collects it step by step, and tells it at the end. */
final class FilmTelling {
    /** Pictures may be shifted by so many steps and be noticed. */
    private static final int FARTHEST = 15;

    private static final double ALIKE = 0.4;
    private static final int LEAST = 4 * FARTHEST;
    private static final double HALF = 0.5;
    /** Share of the robot's speed around it from which on a repeated picture should have been another. */
    private static final double MOVING = 0.2;

    /** Share of its pixels that change sides where a frame is the negative of the one before. */
    private static final double FLIPPED = 0.8;

    private final Take take;
    private final String file;
    private final List<Integer> missing = new ArrayList<>();
    private final List<Integer> flips = new ArrayList<>();
    private final Map<Integer, Integer> firstShown = new HashMap<>();
    private double[] speeds = new double[64];
    private double[] changes = new double[64];
    private double ink;
    /** Share of ink in the last frame so far, which may be another episode's: a film doesn't end with an episode. */
    private double last = Double.NaN;

    private int frames;
    private int steps;

    /** Begins with the film of a take. */
    FilmTelling(Take take, Film film) {
        this.take = take;
        this.file = film.ownFile().isBlank() ? take.file() : film.ownFile();
    }

    /**
     * Takes note of a step.
     *
     * @param taken whether its picture was taken then
     * @param speed how fast the robot's numbers change
     * @param change how much the picture changes, in gray levels
     * @param picture number of the picture that is shown
     */
    void step(boolean taken, double speed, double change, int picture) {
        if (steps == speeds.length) {
            speeds = Arrays.copyOf(speeds, 2 * steps);
            changes = Arrays.copyOf(changes, 2 * steps);
        }
        if (!taken) {
            missing.add(steps);
        }
        speeds[steps] = speed;
        changes[steps] = change;
        firstShown.putIfAbsent(picture, steps);
        steps++;
    }

    /**
     * Takes note of binary frames.
     *
     * @param shares {@code [T]}: share of ink in each
     */
    void ink(double[] shares) {
        for (double share : shares) {
            if (isNegative(share, last)) {
                flips.add(frames);
            }
            ink += share;
            last = share;
            frames++;
        }
    }

    private static boolean isNegative(double share, double before) {
        return Math.abs(share - before) > FLIPPED * Math.abs(1 - 2 * before)
                && Math.abs(share + before - 1) < 1 - FLIPPED
                && Math.abs(1 - 2 * before) > HALF;
    }

    /** Tells it. */
    void tell(FilmFaults faults, long lacking, Findings findings) {
        told(
                findings,
                "picture missing",
                missing,
                "no picture was taken at steps %s; they are marked as not measured: give an ingest.rate that the film keeps up with, or copy it again");
        told(findings, "cut", faults.cuts(), "another shot begins at pictures %s; cut the film there, or leave it out");
        told(
                findings,
                "picture repeated",
                repeated(faults),
                "pictures %s, counted in the film, are the ones before once more: the camera was slower than the film; an ingest.rate that it keeps up with passes them over, or leave the take out if they are many");
        told(
                findings,
                "frozen",
                faults.frozen(),
                "pictures %s hardly change, 30 or more in a row: the camera hung, or nothing moved; cut that part off, or leave the take out");
        told(findings, "black", faults.black(), "pictures %s show nothing; cut them off, or leave the take out");
        told(
                findings,
                "polarity flips",
                flips,
                "frames %s are the negative of the one before; light changed, or the camera: set ingest.frames.threshold=ADAPTIVE, or cut the film there");
        if (frames > 0 && ink > HALF * frames) {
            findings.add(noticed(
                    "mostly ink",
                    "%.0f %% of its pixels are ink; set ingest.frames.ink to the other side, so that ink is what is rarer"
                            .formatted(100 * ink / frames)));
        }
        if (lacking > 0) {
            findings.add(noticed(
                    "film cut short",
                    "%d pictures of those that its header declares are not there; copy it again".formatted(lacking)));
        }
        shifted(findings);
    }

    /** What is repeated though the robot moves on: one that rests for a moment gives the same picture twice, rightly. */
    private List<Integer> repeated(FilmFaults faults) {
        double[] numbers = Arrays.copyOf(speeds, steps);
        boolean blind = Arrays.stream(numbers).allMatch(speed -> speed == 0);
        return faults.repeated().stream()
                .filter(picture -> {
                    int step = firstShown.getOrDefault(picture, 0);
                    return blind || step == 0 || numbers[step] >= MOVING * FilmFaults.around(numbers, step);
                })
                .toList();
    }

    /** Told only where so many steps speak for it that it is no chance: a correlation of n steps errs by 1 / sqrt(n). */
    private void shifted(Findings findings) {
        if (steps < LEAST) {
            return;
        }
        Lag lag = Lag.between(Arrays.copyOf(speeds, steps), Arrays.copyOf(changes, steps), FARTHEST);
        if (Math.abs(lag.steps()) > 1
                && lag.correlation() > ALIKE
                && lag.correlation() > lag.unshifted() + 3 / Math.sqrt(steps)) {
            findings.add(noticed(
                    "film shifted",
                    "pictures go together with the numbers %d steps %s (correlation %.2f, %.2f as it is); mend the stamps of one of them"
                            .formatted(
                                    Math.abs(lag.steps()),
                                    lag.steps() > 0 ? "late" : "early",
                                    lag.correlation(),
                                    lag.unshifted())));
        }
    }

    private void told(Findings findings, String reason, List<Integer> where, String detail) {
        if (!where.isEmpty()) {
            findings.add(noticed(reason, "%d: ".formatted(where.size()) + detail.formatted(Finding.first(where))));
        }
    }

    private Finding noticed(String reason, String detail) {
        return Finding.noticed(file, take.name(), reason, detail);
    }
}
