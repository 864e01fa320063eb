package io.cradle.training.model;

import java.util.List;
import java.util.Optional;

/**
 * Says what comes next in a world, step by step. Networks, dumb baselines and oracles stand behind this one interface, so
 * that they are measured by the same code.
 */
public interface WorldModel {
    /** Short name for tables and charts, such as {@code copy-last}. */
    String name();

    /** How many last observations it looks at, at least 1; more of a prompt than that changes nothing. */
    int memory();

    /** How many observations it must have been shown before it may be judged; a model that takes what it gets needs one. */
    default int needs() {
        return memory();
    }

    /** Bytes that a belief holds for each world at most, about; 0 where that is little. */
    default long worldBytes() {
        return 0;
    }

    /** What its bits are. */
    default Likelihood likelihood() {
        return Likelihood.EXACT;
    }

    /**
     * What a latent-variable model's bits lie below; empty of all others, whose bits are what they are.
     *
     * @param first step that is charged for, at least 1 and before the recording's last
     */
    default Optional<Bounds> bounds(Recording recording, int first) {
        return Optional.empty();
    }

    /**
     * Begins N worlds after their prompts.
     *
     * @param prompts N of one length, at least one, each of an observation or more; a trained network takes different lengths, and a shorter one than
     *     {@link #memory} is begun as if nothing had moved before
     */
    Belief begin(List<Prompt> prompts);
}
