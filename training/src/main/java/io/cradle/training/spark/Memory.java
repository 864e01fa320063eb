package io.cradle.training.spark;

import java.util.function.Supplier;

/** Memory that is used up in a task, said as what it is: Spark takes an {@code OutOfMemoryError} for the end of the whole process. */
final class Memory {
    private Memory() {}

    /**
     * Does work that takes native memory.
     *
     * @throws IllegalStateException if there was not enough
     */
    static <T> T bounded(Supplier<T> work) {
        try {
            return work.get();
        } catch (OutOfMemoryError usedUp) {
            // Not as a cause: whoever finds the error below it would end the process after all.
            throw new IllegalStateException(
                    "Cannot train in executor '%s': memory is used up (%s); give it more, by CRADLE_HEAP=8g or on a cluster by spark.executor.memory and org.bytedeco.javacpp.maxphysicalbytes, or make model and minibatches smaller"
                            .formatted(Device.here().place(), usedUp.getMessage()));
        }
    }
}
