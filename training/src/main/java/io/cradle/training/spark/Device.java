package io.cradle.training.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;

/**
 * Where a training task computes: an executor, and the GPU that Spark gave the task there.
 *
 * <p>An address is what the discovery script printed on that machine. {@code conf/spark/gpus.sh} prints the entries of
 * {@code CUDA_VISIBLE_DEVICES} where that is set, else the indexes of {@code nvidia-smi}, which count in PCI order. CUDA counts
 * only cards that it is let see, from 0, and the fastest first unless {@code CUDA_DEVICE_ORDER=PCI_BUS_ID}: so the cards' place
 * in {@code CUDA_VISIBLE_DEVICES} is CUDA's number where that is set, and the address itself elsewhere.
 *
 * @param executor id of the executor; {@code driver} on the driver
 * @param address of the GPU; empty where Spark gave none
 */
public record Device(String executor, String address) implements Serializable {
    /** What Spark calls the resource. */
    static final String GPU = "gpu";

    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

    /**
     * Checks that the native backend can compute here and makes the task's thread, which calls this, compute on the task's GPU; to be called
     * before anything of ND4J is touched. On a CPU backend this only tells where the task is. Where Spark gave no GPU, it
     * checks the first card.
     *
     * @throws IllegalStateException if a library of CUDA is missing, or the card is none that the backend has code for
     */
    public static Device bind() {
        Device device = here();
        device.follow();
        return device;
    }

    /** Where the calling task is; binds and checks nothing. */
    public static Device here() {
        Optional<ResourceInformation> gpu = Optional.ofNullable(TaskContext.get())
                .flatMap(task -> Optional.ofNullable(task.resourcesJMap().get(GPU)));
        return new Device(
                SparkEnv.get().executorId(),
                gpu.map(some -> String.join(",", some.addresses())).orElse(""));
    }

    /** Makes the calling thread, one that the task started, compute where the task does: CUDA gives new threads any card. */
    public void follow() {
        bind(CudaCards.here(), Optional.ofNullable(System.getenv(VISIBLE)));
    }

    /** As logs have it: the executor's id, and the GPU behind it where there is one, {@code 2 gpu 0}. */
    public String place() {
        return address.isEmpty() ? executor : "%s %s %s".formatted(executor, GPU, address);
    }

    /** @param cards of the CUDA backend; empty on a CPU backend */
    void bind(Optional<Cards> cards, Optional<String> visible) {
        cards.ifPresent(some -> {
            int ordinal = address.isEmpty() ? 0 : ordinal(visible);
            requireSeen(ordinal, some.count());
            some.capability(ordinal).require();
            if (!address.isEmpty()) {
                some.choose(ordinal);
            }
        });
    }

    /**
     * CUDA's number of this device.
     *
     * @param visible value of {@code CUDA_VISIBLE_DEVICES}
     */
    int ordinal(Optional<String> visible) {
        int ordinal = visible.filter(list -> !list.isBlank())
                .map(list -> List.of(list.strip().split("\\s*,\\s*")).indexOf(address))
                .orElseGet(() -> address.matches("\\d{1,4}") ? Integer.parseInt(address) : -1);
        if (ordinal < 0) {
            throw new IllegalStateException(
                    "Cannot bind GPU '%s' of executor %s: it is no number of a card, and not in %s='%s'; let the discovery script print what stands there, as conf/spark/gpus.sh does"
                            .formatted(address, executor, VISIBLE, visible.orElse("")));
        }
        return ordinal;
    }

    private void requireSeen(int ordinal, int count) {
        if (ordinal >= count) {
            throw new IllegalStateException(
                    "Cannot bind GPU '%s' of executor %s: CUDA sees %d cards there; let the discovery script print only cards that the executor may use"
                            .formatted(address, executor, count));
        }
    }
}
