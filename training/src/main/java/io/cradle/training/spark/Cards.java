package io.cradle.training.spark;

/** The cards that CUDA lets this process see, by CUDA's number, from 0. */
interface Cards {
    int count();

    Capability capability(int ordinal);

    /** Makes the calling thread compute on this card. */
    void choose(int ordinal);
}
