package io.cradle.training.spark;

/** What the driver makes of an average. */
public enum Outer {
    /** Takes it as it is. */
    AVERAGE,
    /** Nesterov's momentum on what the average changed (Douillard et al., "DiLoCo", 2023). */
    DILOCO,
    /** Heavy-ball momentum on what it changed, in units of the step size (Wang et al., "SlowMo", 2020). */
    SLOWMO
}
