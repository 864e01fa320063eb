package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;

/**
 * Things touch. Needs the hidden truth {@code contacts}.
 *
 * @param least share of steps with a contact between bodies below which an episode leaves, in [0, 1]
 * @param leastEvents contacts that begin, below which it leaves, at least 0
 */
public record Contact(double least, int leastEvents) implements Stage {
    public Contact {
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException("Invalid curate.contact.least=%s: must be in [0, 1]".formatted(least));
        }
        if (leastEvents < 0) {
            throw new IllegalArgumentException(
                    "Invalid curate.contact.leastEvents=%d: must be at least 0".formatted(leastEvents));
        }
    }

    @Override
    public Verdict judge(Scores scores, Population population) {
        boolean few = scores.require(Score.CONTACT) < least || scores.require(Score.CONTACT_EVENTS) < leastEvents;
        return few ? new Verdict.Drop("too little contact") : new Verdict.Keep();
    }

    @Override
    public List<Score> needs() {
        return List.of(Score.CONTACT, Score.CONTACT_EVENTS);
    }
}
