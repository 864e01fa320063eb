package io.cradle.rollout.world;

/**
 * What a simulated world knows and doesn't show: recorded as further tensors where asked for, to measure what a model has
 * understood. It changes nothing about what happens, so it is no part of an episode's identity.
 */
public enum Truth {
    /** Tensor {@code velocity [3 * bodies]}: vx m/s, vy m/s and spin rad/s of each body's centre of mass. */
    VELOCITY,
    /** Tensor {@code contacts [bodies, bodies + scenery + walls]}: one bit where a body touches a thing. */
    CONTACTS,
    /** Tensor {@code mask [H, W]}: which thing each pixel shows, 0 for none. */
    MASK
}
