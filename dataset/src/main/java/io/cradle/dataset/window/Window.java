package io.cradle.dataset.window;

import io.cradle.dataset.spec.Tensor;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Some consecutive steps of one episode.
 *
 * @param episode id of the episode
 * @param firstStep number of its first step in the episode
 * @param tensors each {@code [T, shape]}
 */
public record Window(String episode, int firstStep, List<Tensor> tensors) implements Serializable {
    public Window {
        tensors = List.copyOf(tensors);
    }

    /** T. */
    public int steps() {
        return tensors.get(0).rows();
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
                .orElseThrow(() ->
                        new IllegalArgumentException("Cannot find tensor '%s' in window of episode '%s': it has %s"
                                .formatted(name, episode, tensors)));
    }
}
