package io.cradle.dataset.curation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the rules together: what is wrong with an episode by itself comes before what it shares with others. */
public final class Judge {
    /** Reason of the verdict on an id under which different contents stand. */
    public static final String CONTRADICTION = "same id, other content";

    private Judge() {}

    /**
     * Verdicts on episodes of one content, in order of id.
     *
     * @param equal all candidates of one digest
     */
    public static List<Judged> judge(Collection<Candidate> equal, CurationConfig config) {
        List<Candidate> sound = equal.stream()
                .filter(candidate -> alone(candidate, config) instanceof Verdict.Keep)
                .toList();
        Set<String> stay = Duplicates.decide(sound.stream().map(Judge::copy).toList()).kept().stream()
                .map(Duplicates.Copy::episode)
                .collect(Collectors.toSet());
        List<Judged> judged = new ArrayList<>();
        for (Candidate candidate : equal) {
            Verdict verdict = alone(candidate, config);
            boolean again = verdict instanceof Verdict.Keep && !stay.contains(candidate.episode());
            judged.add(judged(candidate, again ? new Verdict.Drop(Duplicates.DUPLICATE) : verdict));
        }
        judged.sort((a, b) -> a.episode().compareTo(b.episode()));
        return judged;
    }

    private static Verdict alone(Candidate candidate, CurationConfig config) {
        return candidate.digests().size() > 1
                ? new Verdict.Drop(CONTRADICTION)
                : Curator.judge(candidate.scores(), config);
    }

    private static Duplicates.Copy copy(Candidate candidate) {
        return new Duplicates.Copy(candidate.episode(), candidate.digest(), candidate.split());
    }

    private static Judged judged(Candidate candidate, Verdict verdict) {
        return new Judged(
                candidate.episode(),
                verdict,
                candidate.copies(),
                candidate.scores().values());
    }
}
