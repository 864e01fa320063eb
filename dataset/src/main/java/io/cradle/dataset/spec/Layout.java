package io.cradle.dataset.spec;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The tensors of an episode, in the order in which their bytes are hashed. A table holds episodes of one layout.
 *
 * @param tensors at least one, no name twice
 */
public record Layout(List<TensorSpec> tensors) implements Serializable {
    /** Name of the frames, {@code [H, W]}. */
    public static final String FRAME = "lcd";
    /** Name of the actions, {@code [A]}. */
    public static final String ACTION = "action";
    /** Name of what the robot feels of itself, {@code [P]}. */
    public static final String PROPRIO = "proprio";
    /** Name of the full observable state of all bodies, {@code [S]}. */
    public static final String STATE = "full_state";
    /** Name of the hidden velocities of all bodies, {@code [3 * bodies]}. */
    public static final String VELOCITY = "velocity";
    /** Name of the hidden contacts: which body touches what, {@code [bodies, things]} bits. */
    public static final String CONTACTS = "contacts";
    /** Name of the hidden labels of pixels, {@code [H, W]}: 0 for nothing, else which thing it shows. */
    public static final String MASK = "mask";
    /** Name of the time stamps in ns where steps are uneven, a scalar. */
    public static final String TIME = "time";
    /** Name of the validity mask: one bit for each stream that was measured at this step. */
    public static final String VALID = "valid";

    public Layout {
        tensors = List.copyOf(tensors);
        if (tensors.isEmpty()) {
            throw new IllegalArgumentException("Invalid layout: no tensor");
        }
        if (new HashSet<>(tensors.stream().map(TensorSpec::name).toList()).size() != tensors.size()) {
            throw new IllegalArgumentException("Invalid layout: a name stands twice in %s"
                    .formatted(tensors.stream().map(TensorSpec::name).toList()));
        }
    }

    /** The tensor of this name, if there is one. */
    public Optional<TensorSpec> find(String name) {
        return tensors.stream().filter(tensor -> tensor.name().equals(name)).findFirst();
    }

    /** The tensor of this name; an error that lists what is there otherwise. */
    public TensorSpec require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("Cannot find tensor '%s': the layout has %s"
                        .formatted(name, tensors.stream().map(TensorSpec::name).toList())));
    }

    /** Bytes that one step takes over all tensors, before compression. */
    public int bytes() {
        return tensors.stream().mapToInt(TensorSpec::bytes).sum();
    }

    /** SHA-256 in hex over everything that the tensors say of themselves. */
    public String digest() {
        return Digests.sha256(tensors.toString());
    }
}
