package io.cradle.training.spark;

/** Who averages. */
public enum Engine {
    /** Cradle: weights by examples, sums in float64 in order, moments averaged, counters that go on, an outer optimiser. */
    CRADLE,
    /** DL4J's {@code ParameterAveragingTrainingMaster} as it comes, for comparison: moments begin anew each round. */
    DL4J,
    /** The same with {@code saveUpdater(true)}: moments are averaged. */
    DL4J_MOMENTS
}
