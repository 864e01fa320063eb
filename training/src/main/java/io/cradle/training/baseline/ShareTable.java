package io.cradle.training.baseline;

import java.io.Serializable;

/**
 * Turns a number that is about 0 where a pixel is blank and about 1 where it is ink into an honest probability: how often was it ink in
 * that one of {@value #CELLS} cells from −0.25 to 1.25. Half an event of either kind is added (Krichevsky and Trofimov, 1981).
 */
final class ShareTable implements Serializable {
    private static final int CELLS = 60;
    private static final double LOW = -0.25;
    private static final double HIGH = 1.25;

    private final long[] blank = new long[CELLS];
    private final long[] ink = new long[CELLS];

    void count(float share, boolean came) {
        (came ? ink : blank)[cell(share)]++;
    }

    /** p(ink). */
    float probability(float share) {
        int cell = cell(share);
        return (float) ((ink[cell] + 0.5) / (ink[cell] + blank[cell] + 1.0));
    }

    private static int cell(float share) {
        int cell = (int) Math.floor((share - LOW) / (HIGH - LOW) * CELLS);
        return Math.max(0, Math.min(CELLS - 1, cell));
    }
}
