package io.cradle.training.model;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.window.Window;
import java.io.Serializable;
import java.util.List;

/**
 * Short beginnings, taken from TRAIN, that a dream starts from when it is given nothing but a seed.
 *
 * @param tensors of what a model reads, in the order of its layout, each {@code [P * K, shape]}: prompt by prompt, oldest step first;
 *     the action of a step is taken at it
 * @param length K, steps in a prompt
 */
public record PromptBank(List<Tensor> tensors, int length) implements Serializable {
    /** Prompts that a checkpoint holds at most. */
    public static final int MOST = 64;

    public PromptBank {
        tensors = List.copyOf(tensors);
        int rows = tensors.isEmpty() ? 0 : tensors.get(0).rows();
        if (length < 1 || rows % length != 0 || tensors.stream().anyMatch(tensor -> tensor.rows() != rows)) {
            throw new IllegalArgumentException(
                    "Invalid prompts: %s are no prompts of %d steps each".formatted(tensors, length));
        }
        int prompts = rows / length;
        if (prompts < 1 || prompts > MOST) {
            throw new IllegalArgumentException("Invalid prompts: %d of them, must be 1 to %d".formatted(prompts, MOST));
        }
    }

    /**
     * The first K steps of the first windows, at most {@link #MOST} of them.
     *
     * @param layout of what is kept
     */
    public static PromptBank of(List<Window> windows, Layout layout, int length) {
        List<Window> first = windows.subList(0, Math.min(MOST, windows.size()));
        return new PromptBank(
                layout.tensors().stream()
                        .map(spec -> Tensor.concat(first.stream()
                                .map(window -> window.require(spec.name()).slice(0, length))
                                .toList()))
                        .toList(),
                length);
    }

    /** P. */
    public int size() {
        return tensors.get(0).rows() / length;
    }

    /** What the prompt that a seed picks holds of each tensor, {@code [K, shape]}; the last action leads out of it. */
    public List<Tensor> pick(long seed) {
        int prompt = (int) Math.floorMod(Seeds.child(seed, 0), (long) size());
        return tensors.stream()
                .map(tensor -> tensor.slice(prompt * length, (prompt + 1) * length))
                .toList();
    }
}
