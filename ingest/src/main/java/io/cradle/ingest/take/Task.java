package io.cradle.ingest.take;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What whoever acted was told to do, such as {@code Pick up the bottle}; a table holds it as the policy of an episode, so that episodes can be
 * balanced by it.
 *
 * @param text without line ends and other control characters, at most {@value #LONGEST} long
 */
public record Task(String text) {
    static final int LONGEST = 200;
    private static final String POLICY = "task: ";

    public Task {
        text = plain(text);
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Invalid task '': it must say something");
        }
    }

    /** What several texts say, each once and in their order; nothing where none says anything. */
    public static Optional<Task> of(Collection<String> texts) {
        List<String> said = texts.stream()
                .map(Task::plain)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        return said.isEmpty() ? Optional.empty() : Optional.of(new Task(String.join("; ", said)));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** The task that a table's policy stands for, if it does. */
    public static Optional<Task> ofPolicy(String policy) {
        return policy.startsWith(POLICY) ? of(List.of(policy.substring(POLICY.length()))) : Optional.empty();
    }

    /** As the policy of an episode. */
    public String policy() {
        return POLICY + text;
    }
}
