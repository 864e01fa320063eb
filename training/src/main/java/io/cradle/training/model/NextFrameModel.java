package io.cradle.training.model;

/**
 * Says how likely each pixel of the next frame is ink. Networks and dumb baselines stand behind this one interface, so
 * that they are measured by the same code.
 */
public interface NextFrameModel {
    /** Short name for tables and charts, such as {@code copy-last}. */
    String name();

    /** K, how many last frames it looks at, at least 1. */
    int frames();

    /**
     * Predicts one step ahead for N worlds.
     *
     * @param past {@code [N, K * F]} frames t-K+1 … t, oldest first, each 0 or 1; pixels row-major, row 0 at the top
     * @param action {@code [N, A]} a_t
     * @return {@code [N, F]} p(ink in o_{t+1}), each strictly between 0 and 1
     */
    float[][] ink(float[][] past, float[][] action);
}
