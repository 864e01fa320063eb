package io.cradle.ingest.frame;

/** Otsu's threshold: where the variance between the classes below and above is greatest (N. Otsu, 1979, eq. 18). */
final class Otsu {
    private static final int LEVELS = 256;

    private final long[] histogram = new long[LEVELS];

    void add(int level) {
        histogram[level]++;
    }

    /** The least level that is bright: between two flat ends of a gap, its middle. 0 where nothing was added. */
    int threshold() {
        double best = -1;
        int first = 0;
        int last = 0;
        for (int level = 1; level < LEVELS; level++) {
            double between = between(level);
            if (between > best) {
                best = between;
                first = level;
            }
            if (between >= best) {
                last = level;
            }
        }
        return (first + last) / 2;
    }

    /** Variance between what is below a level and what is not, times the square of how many there are. */
    private double between(int level) {
        double below = 0;
        double sumBelow = 0;
        double above = 0;
        double sumAbove = 0;
        for (int i = 0; i < LEVELS; i++) {
            if (i < level) {
                below += histogram[i];
                sumBelow += (double) i * histogram[i];
            } else {
                above += histogram[i];
                sumAbove += (double) i * histogram[i];
            }
        }
        if (below == 0 || above == 0) {
            return 0;
        }
        double gap = sumAbove / above - sumBelow / below;
        return below * above * gap * gap;
    }
}
