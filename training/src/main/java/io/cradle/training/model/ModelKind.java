package io.cradle.training.model;

/** Families of networks that can be trained. */
public enum ModelKind {
    /** The last K frames and an action through dense layers; each pixel of the next frame by itself. */
    DENSE,
    /** A causal transformer over frames and actions, a token each step; each pixel of the next frame by itself. */
    TRANSFORMER
}
