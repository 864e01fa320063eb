package io.cradle.jobs.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant by a word that isn't known. */
final class Nearest {
    private Nearest() {}

    /** The known word with the fewest edits, case aside, if they are at most 2 or a third of the word. */
    static Optional<String> to(String word, Collection<String> known) {
        int farthest = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(other -> edits(word, other) <= Math.min(farthest, other.length() - 1))
                .min(Comparator.comparingInt((String other) -> edits(word, other))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code did you mean 'x'?} or, where nothing is near, {@code known: a, b, c}. */
    static String hint(String word, Collection<String> known) {
        return to(word, known)
                .map("did you mean '%s'?"::formatted)
                .orElseGet(() -> "known: " + String.join(", ", known));
    }

    private static int edits(String word, String other) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(word.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }
}
