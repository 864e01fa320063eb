package io.cradle.dataset.curation;

/** Stages by the names that they have in {@code curate.stages}. */
public enum StageName {
    /** {@link Validity}. */
    VALIDITY("validity"),
    /** {@link Frozen}. */
    FROZEN("frozen"),
    /** {@link Motion}. */
    MOTION("motion"),
    /** {@link Contact}. */
    CONTACT("contact"),
    /** {@link IdleTail}. */
    IDLE_TAIL("idleTail"),
    /** {@link Coverage}. */
    COVERAGE("coverage"),
    /** {@link Sensors}. */
    SENSORS("sensors"),
    /** {@link TimeGaps}. */
    TIME_GAPS("timeGaps"),
    /** {@link Outliers}. */
    OUTLIERS("outliers"),
    /** {@link Surprise}. */
    SURPRISE("surprise"),
    /** {@link Duplicates}. */
    DUPLICATES("duplicates"),
    /** {@link NearDuplicates}. */
    NEAR_DUPLICATES("nearDuplicates");

    private final String key;

    StageName(String key) {
        this.key = key;
    }

    /** Its key. */
    @Override
    public String toString() {
        return key;
    }
}
