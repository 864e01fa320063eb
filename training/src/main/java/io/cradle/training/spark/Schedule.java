package io.cradle.training.spark;

import java.io.Serializable;

/**
 * Section {@code train.schedule} of the configuration: how many minibatches lie between two averages.
 *
 * @param kind the rule
 * @param share of the training after which {@link Kind#POST_LOCAL} begins to make rounds of {@code localSteps}, in [0, 1]
 * @param growth α of {@link Kind#QSR}, above 0: a round has (α / step size)² minibatches where that is more than {@code localSteps}
 */
public record Schedule(Kind kind, double share, double growth) implements Serializable {
    /** Rounds of {@code localSteps} always. */
    public static final Schedule CONSTANT = new Schedule(Kind.CONSTANT, 0, 1);

    /** The rule. */
    public enum Kind {
        /** Always {@code localSteps}. */
        CONSTANT,
        /** An average after every minibatch at first, rounds of {@code localSteps} later (Lin et al., "Don't use large mini-batches, use local SGD", 2020). */
        POST_LOCAL,
        /** Rounds grow while the step size decays (Gu et al., "A quadratic synchronization rule for distributed deep learning", 2024). */
        QSR
    }

    public Schedule {
        if (!(share >= 0 && share <= 1) || !(growth > 0) || Double.isInfinite(growth)) {
            throw new IllegalArgumentException(
                    "Invalid train.schedule.share=%s, train.schedule.growth=%s: must be in [0, 1], and above 0 and finite"
                            .formatted(share, growth));
        }
    }
}
