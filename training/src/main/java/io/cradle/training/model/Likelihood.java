package io.cradle.training.model;

/** What a number of bits is. A bound is marked wherever it is shown, and proves one way only. */
public enum Likelihood {
    /** The model's own -log2 p, to the last pixel. */
    EXACT,
    /** No less than the model's own -log2 p: an ELBO, say. A lower number is a promise, a higher one may be the bound's fault. */
    UPPER,
    /** The model gives none. */
    NONE
}
