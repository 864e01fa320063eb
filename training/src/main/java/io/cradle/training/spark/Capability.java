package io.cradle.training.spark;

/**
 * What a card's processors understand.
 *
 * <p>{@code nd4j-cuda-11.6:1.0.0-M2.1} holds machine code for 3.7 to 8.6 and no PTX. Machine code of a major version runs on later
 * minor ones (CUDA's binary compatibility), so 8.9 can be served and 9.0 cannot.
 *
 * @param major of the compute capability
 * @param minor of the compute capability
 * @param card its name
 */
record Capability(int major, int minor, String card) {
    private static final int LAST_MAJOR = 8;
    private static final int FIRST_MAJOR = 3;
    private static final int FIRST_MINOR = 7;

    /**
     * The same, known to be served.
     *
     * @throws IllegalStateException otherwise
     */
    Capability require() {
        boolean before = major < FIRST_MAJOR || (major == FIRST_MAJOR && minor < FIRST_MINOR);
        if (before || major > LAST_MAJOR) {
            throw new IllegalStateException(
                    "Cannot train on card '%s': its compute capability is %d.%d, and DL4J's CUDA backend has code for %d.%d to %d.x alone; use a card such as V100, T4, A100, A10 or RTX 30, or train on CPUs with the jar built without -Pcuda"
                            .formatted(card, major, minor, FIRST_MAJOR, FIRST_MINOR, LAST_MAJOR));
        }
        return this;
    }
}
