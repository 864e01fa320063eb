package io.cradle.dataset.curation;

import java.io.Serializable;

/** Whether an episode stays, and if not, why. */
public sealed interface Verdict extends Serializable {
    /** It stays. */
    record Keep() implements Verdict {}

    /**
     * It is left out.
     *
     * @param reason a short stable phrase, counted in the report, such as {@code frozen}
     */
    record Drop(String reason) implements Verdict {}
}
