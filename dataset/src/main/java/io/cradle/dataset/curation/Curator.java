package io.cradle.dataset.curation;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;
import java.util.Optional;

/** Decides on scores, never on data. The first stage that an episode fails, in their order, is the reason. */
public final class Curator {
    /** Reason of the verdict on an id under which different contents stand. */
    public static final String CONTRADICTION = "same id, other content";

    private Curator() {}

    /** What stages say of an episode by itself. */
    public static Verdict judge(Candidate candidate, List<Stage> stages, Population population) {
        return judge(candidate.digests().size(), candidate.scores(), stages, population);
    }

    /**
     * What stages say of an episode by itself.
     *
     * @param contents how many different ones stand under its id; more than one is a contradiction
     */
    public static Verdict judge(int contents, Scores scores, List<Stage> stages, Population population) {
        return contents > 1 ? new Verdict.Drop(CONTRADICTION) : judge(scores, stages, population);
    }

    /**
     * What stages say of scores.
     *
     * @throws IllegalArgumentException if a stage needs a score that was not measured
     */
    public static Verdict judge(Scores scores, List<Stage> stages, Population population) {
        for (Stage stage : stages) {
            requireScores(stage, scores);
            if (stage.judge(scores, population) instanceof Verdict.Drop drop) {
                return drop;
            }
        }
        return new Verdict.Keep();
    }

    private static void requireScores(Stage stage, Scores scores) {
        Optional<Score> missing = stage.needs().stream()
                .filter(score -> scores.find(score).isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            throw new IllegalArgumentException(
                    "Cannot judge by stage %s: episodes have no score '%s' (%s); %s, or leave the stage out of curate.stages"
                            .formatted(stage, missing.get(), missing.get().meaning(), remedy(missing.get())));
        }
    }

    private static String remedy(Score score) {
        return switch (score) {
            case CONTACT, CONTACT_EVENTS -> "generate with rollout.truth=[CONTACTS]";
            case LONGEST_GAP, BACKWARDS -> "only tables with a tensor 'time' have it";
            case SURPRISE -> "name a table that has it for every episode in curate.surprise.table";
            default -> "score the episodes again";
        };
    }
}
