package io.cradle.training.model;

/** What a number of bits is. Numbers of different kinds are never ranked together. */
public enum Likelihood {
    /** The model's own -log2 p, to the last pixel. */
    EXACT,
    /** No less than the model's own -log2 p: an ELBO, say. A lower number is a promise, a higher one may be the bound's fault. */
    UPPER,
    /** The model gives none. */
    NONE
}
