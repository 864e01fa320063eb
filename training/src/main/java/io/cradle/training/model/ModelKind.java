package io.cradle.training.model;

/** Families of networks that can be trained. */
public enum ModelKind {
    /** The last K frames and an action through DL4J's own dense layers; each pixel of the next frame by itself, nothing of proprio. */
    DENSE,
    /** Single-step: the last K observations and an action through dense layers. */
    STEP,
    /** A causal transformer over observations and actions, a token each step. */
    TRANSFORMER,
    /** A recurrent state-space model: a recurrent state, and a stochastic one that carries what of the observations is not foreseen. */
    RSSM,
    /** A flat binary transformer: observations as binary codes, a causal transformer over those and actions. */
    FBT
}
