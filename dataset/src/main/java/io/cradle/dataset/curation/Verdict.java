package io.cradle.dataset.curation;

import java.io.Serializable;

/** Whether an episode stays, and if not, why. */
public sealed interface Verdict extends Serializable {
    /** Why it leaves; empty where it stays. */
    String reason();

    /** The verdict with this {@link #reason}. */
    static Verdict of(String reason) {
        return reason.isEmpty() ? new Keep() : new Drop(reason);
    }

    /** It stays. */
    record Keep() implements Verdict {
        @Override
        public String reason() {
            return "";
        }
    }

    /**
     * It is left out.
     *
     * @param reason a short stable phrase, counted in the report, such as {@code frozen}
     */
    record Drop(String reason) implements Verdict {
        public Drop {
            if (reason.isEmpty()) {
                throw new IllegalArgumentException("Invalid reason '': say why the episode leaves");
            }
        }
    }
}
