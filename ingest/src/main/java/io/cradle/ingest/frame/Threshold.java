package io.cradle.ingest.frame;

/** Where ink begins. */
public enum Threshold {
    /** At {@code level}. */
    FIXED,
    /**
     * Where the variance between the two sides is greatest: N. Otsu, A Threshold Selection Method from Gray-Level Histograms,
     * 1979. One threshold for a recording, from the histogram of its first episode.
     */
    OTSU,
    /** Each pixel beside the mean of its neighbours, 5 by 5: for uneven light. */
    ADAPTIVE,
    /**
     * What differs from the pixel's median over the recording's first episode, by more than Otsu's threshold of the
     * differences: for a camera that stands still.
     */
    BACKGROUND
}
