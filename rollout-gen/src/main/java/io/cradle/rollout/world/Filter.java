package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * Which bodies touch: a and b do if a's mask holds b's category and b's mask holds a's.
 *
 * @param category bits of what a body is, 16 of them
 * @param mask bits of what it touches
 */
public record Filter(int category, int mask) implements Serializable {
    /** What walls of boxLCD are: they touch all whose mask holds bit 1. */
    static final Filter EVERYTHING = new Filter(1, 0xFFFF);

    private static final int ALL = 0xFFFF;

    public Filter {
        Checks.within("category", category, 0, ALL);
        Checks.within("mask", mask, 0, ALL);
    }
}
