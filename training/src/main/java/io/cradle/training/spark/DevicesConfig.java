package io.cradle.training.spark;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Section {@code devices} of the configuration: what Spark gives to executors that train, where they are others than those that
 * generate.
 *
 * <p>One GPU at most: what a worker keeps from round to round lies on the card that it was made on, so an executor has one card and
 * runs one task at a time. A machine with more cards runs more executors.
 *
 * @param gpus of such an executor: 1, or 0 to ask Spark for nothing, and train on the executors that all else runs on
 * @param cores of such an executor, all of them its task's, at least 1
 * @param memory its Java heap, such as {@code 4g}
 * @param overhead memory beside the heap, such as {@code 8g}: tensors on the host and CUDA's own; Spark's standalone workers don't
 *     count it
 * @param discoveryScript prints the GPUs of a machine; a path on the executors of YARN and Kubernetes, while standalone workers are
 *     told their own; may be empty
 * @param vendor of the resource in Kubernetes, {@code nvidia.com}; may be empty elsewhere
 */
public record DevicesConfig(int gpus, int cores, String memory, String overhead, String discoveryScript, String vendor)
        implements Serializable {
    private static final Pattern SIZE = Pattern.compile("[1-9]\\d*[mgt]");

    public DevicesConfig {
        if (gpus < 0 || gpus > 1) {
            throw new IllegalArgumentException(
                    "Invalid devices.gpus=%d: must be 0 or 1; on machines with more GPUs more executors run"
                            .formatted(gpus));
        }
        if (cores < 1) {
            throw new IllegalArgumentException("Invalid devices.cores=%d: must be at least 1".formatted(cores));
        }
        requireSize("memory", memory);
        requireSize("overhead", overhead);
    }

    private static void requireSize(String key, String size) {
        if (!SIZE.matcher(size).matches()) {
            throw new IllegalArgumentException(
                    "Invalid devices.%s='%s': write a size such as '512m' or '4g'".formatted(key, size));
        }
    }
}
