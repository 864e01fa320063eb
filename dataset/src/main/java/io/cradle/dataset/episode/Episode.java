package io.cradle.dataset.episode;

import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What happened in one world from start to end.
 *
 * @param id 32 hex digits, see {@link #idOf}
 * @param tensors each {@code [T, shape]}, all of the same T, at least 1
 * @param provenance where it came from
 */
public record Episode(String id, List<Tensor> tensors, Provenance provenance) implements Serializable {
    private static final int ID_DIGITS = 32;

    public Episode {
        tensors = List.copyOf(tensors);
        if (!id.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("Invalid episode id '%s': must be 32 hex digits".formatted(id));
        }
        if (tensors.isEmpty() || tensors.get(0).rows() == 0) {
            throw new IllegalArgumentException("Invalid episode '%s': it has no step".formatted(id));
        }
        int steps = tensors.get(0).rows();
        if (tensors.stream().anyMatch(tensor -> tensor.rows() != steps)) {
            throw new IllegalArgumentException(
                    "Invalid episode '%s': tensors differ in steps: %s".formatted(id, tensors));
        }
    }

    /**
     * The identity of an episode: SHA-256 of all that it is a pure function of, cut to 128 bits.
     *
     * @param identity canonical texts: world, generator, policy, seed; or file digest and index
     */
    public static String idOf(String... identity) {
        return Digests.sha256(String.join("\u0000", identity)).substring(0, ID_DIGITS);
    }

    /** T. */
    public int steps() {
        return tensors.get(0).rows();
    }

    public Layout layout() {
        return new Layout(tensors.stream().map(Tensor::spec).toList());
    }

    /** The tensor of this name, if there is one. */
    public Optional<Tensor> find(String name) {
        return tensors.stream()
                .filter(tensor -> tensor.spec().name().equals(name))
                .findFirst();
    }

    /** The tensor of this name; an error that lists what is there otherwise. */
    public Tensor require(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot find tensor '%s' in episode '%s': it has %s".formatted(name, id, tensors)));
    }
}
