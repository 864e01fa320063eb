package io.cradle.training.metric;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;

/**
 * How long predictions last, where some were still good when the recording ended: the product-limit estimate (Kaplan and Meier,
 * "Nonparametric estimation from incomplete observations", 1958).
 */
public final class Survival {
    private static final double ROUNDING =
            1e-9; // 29/30 · 28/29 · … · 15/16 is a half, and a little more in floating point

    private Survival() {}

    /**
     * One prediction.
     *
     * @param step first step at which it failed, or the last one at which it was looked at; at least 1
     * @param failed whether it failed there; otherwise nobody knows when it would have
     */
    public record Life(int step, boolean failed) implements Serializable {}

    /**
     * When a prediction fails.
     *
     * @param iou {@code [H]} at horizons 1 … H
     * @param least below which a frame is lost
     * @return the first of two frames in a row that are lost; a single one may be a blink
     */
    public static Life life(double[] iou, double least) {
        for (int h = 1; h < iou.length; h++) {
            if (iou[h - 1] < least && iou[h] < least) {
                return new Life(h, true);
            }
        }
        return new Life(iou.length, false);
    }

    /** The first step at which half of all have failed; empty where fewer than half are known to. */
    public static OptionalInt median(List<Life> lives) {
        int[] steps = lives.stream().mapToInt(Life::step).distinct().sorted().toArray();
        double alive = 1;
        for (int step : steps) {
            long atRisk = lives.stream().filter(life -> life.step() >= step).count();
            long failing = lives.stream()
                    .filter(life -> life.step() == step && life.failed())
                    .count();
            alive *= 1 - (double) failing / atRisk;
            if (alive <= 0.5 + ROUNDING) {
                return OptionalInt.of(step);
            }
        }
        return OptionalInt.empty();
    }
}
