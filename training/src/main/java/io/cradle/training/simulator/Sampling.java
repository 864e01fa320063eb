package io.cradle.training.simulator;

/** How a frame follows from the probabilities of its pixels. */
public enum Sampling {
    /** Ink where it is likelier than not: the same frame every time. */
    THRESHOLD,
    /** Each pixel is drawn by itself, from the seed of its world. */
    BERNOULLI
}
