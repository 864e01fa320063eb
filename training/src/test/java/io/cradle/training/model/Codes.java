package io.cradle.training.model;

/** Looks into a flat binary transformer, for tests. */
public final class Codes {
    private Codes() {}

    /** {@code [bits]} the code that it gives an observation. */
    public static float[] code(WorldModel model, Observation seen) {
        return ((FbtModel) model).codec().code(seen).frame();
    }

    /** {@code [F]} p(ink) that it reads off a code. */
    public static float[] ink(WorldModel model, float[] code) {
        return ((FbtModel) model).codec().decoded(Observation.ofFrame(code)).ink();
    }

    /** {@code [P]} proprio that it reads off a code. */
    public static float[] proprio(WorldModel model, float[] code) {
        return ((FbtModel) model).codec().decoded(Observation.ofFrame(code)).proprio();
    }
}
