package io.cradle.training.model;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.window.Window;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Short beginnings, taken from TRAIN, that a dream starts from when it is given nothing but a seed.
 *
 * @param frames {@code [P * K, H, W]}, prompt by prompt, oldest frame first
 * @param action {@code [P * K, A]}, the action taken at each of those frames
 * @param length K, frames in a prompt
 */
public record PromptBank(Tensor frames, Tensor action, int length) implements Serializable {
    /** Prompts that a checkpoint holds at most. */
    public static final int MOST = 64;

    public PromptBank {
        if (length < 1 || frames.rows() != action.rows() || frames.rows() % length != 0) {
            throw new IllegalArgumentException(
                    "Invalid prompts: %d frames and %d actions are no prompts of %d steps each"
                            .formatted(frames.rows(), action.rows(), length));
        }
        int prompts = frames.rows() / length;
        if (prompts < 1 || prompts > MOST) {
            throw new IllegalArgumentException("Invalid prompts: %d of them, must be 1 to %d".formatted(prompts, MOST));
        }
    }

    /** The first K steps of the first windows, at most {@link #MOST} of them. */
    public static PromptBank of(List<Window> windows, int length) {
        List<Tensor> frames = new ArrayList<>();
        List<Tensor> actions = new ArrayList<>();
        for (Window window : windows.subList(0, Math.min(MOST, windows.size()))) {
            frames.add(window.require(Layout.FRAME).slice(0, length));
            actions.add(window.require(Layout.ACTION).slice(0, length));
        }
        return new PromptBank(Tensor.concat(frames), Tensor.concat(actions), length);
    }

    /** P. */
    public int size() {
        return frames.rows() / length;
    }

    /** Frames {@code [K, H, W]} of the prompt that a seed picks. */
    public Tensor pick(long seed) {
        int prompt = number(seed);
        return frames.slice(prompt * length, (prompt + 1) * length);
    }

    /** Actions {@code [K, A]} of the prompt that a seed picks; the last leads out of it. */
    public Tensor pickActions(long seed) {
        int prompt = number(seed);
        return action.slice(prompt * length, (prompt + 1) * length);
    }

    private int number(long seed) {
        return (int) Math.floorMod(Seeds.child(seed, 0), (long) size());
    }
}
