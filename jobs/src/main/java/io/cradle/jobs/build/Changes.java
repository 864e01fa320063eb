package io.cradle.jobs.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells growth, which a build just makes, from changes, which it refuses. */
public final class Changes {
    private static final int MOST_SHOWN = 80;

    private Changes() {}

    /**
     * Refuses a declaration under which episodes that are there would not be made again, or not be meant any more.
     *
     * @param out the build's directory, for messages
     * @param made parts that have episodes, with how many
     * @param declared parts as the pipeline has them now
     * @throws IllegalArgumentException that names each value with what it was and what it is
     */
    public static void requireGrowth(String out, List<BuiltPart> made, List<BuiltPart> declared) {
        Map<String, BuiltPart> byName =
                declared.stream().collect(Collectors.toMap(BuiltPart::name, Function.identity()));
        made.stream().filter(part -> part.episodes() > 0).forEach(part -> requireGrowth(out, part, byName));
    }

    private static void requireGrowth(String out, BuiltPart made, Map<String, BuiltPart> declared) {
        BuiltPart now = declared.get(made.name());
        if (now == null) {
            throw refusal(
                    out,
                    "part '%s' has left the pipeline, but %d episodes of it are in the table; put it back"
                            .formatted(made.name(), made.episodes()));
        }
        List<String> changed = between(made.generation(), now.generation());
        if (!changed.isEmpty()) {
            throw refusal(
                    out,
                    "part '%s' would make other episodes than the %d that are there: %s; take the change back"
                            .formatted(made.name(), made.episodes(), String.join(", ", changed)));
        }
        if (now.episodes() < made.episodes()) {
            throw refusal(
                    out,
                    "part '%s' is to have %d episodes and has %d already, and none is ever taken away; declare as many"
                            .formatted(made.name(), now.episodes(), made.episodes()));
        }
    }

    private static IllegalArgumentException refusal(String out, String problem) {
        return new IllegalArgumentException(
                "Cannot build '%s': %s, or build into another --out".formatted(out, problem));
    }

    /**
     * Refuses other settings of curation and balance.
     *
     * @param out the build's directory, for messages
     * @param changed {@link #between} the settings of the selection that is there and those of the pipeline
     * @throws IllegalArgumentException if there are any, unless they are accepted
     */
    public static void requireAccepted(String out, List<String> changed, Acceptance acceptance) {
        if (!changed.isEmpty() && acceptance == Acceptance.NONE) {
            throw new IllegalArgumentException(
                    "Cannot build '%s': its selection was decided by other settings: %s; add --accept-change to decide anew, or take the change back"
                            .formatted(out, String.join(", ", changed)));
        }
    }

    /** One phrase for each key whose values differ: {@code seed was 1, is 2}. */
    public static List<String> between(SortedMap<String, String> before, SortedMap<String, String> now) {
        SortedSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(now.keySet());
        List<String> changes = new ArrayList<>();
        for (String key : keys) {
            if (!before.getOrDefault(key, "").equals(now.getOrDefault(key, ""))) {
                changes.add("%s was %s, is %s".formatted(key, shown(before.get(key)), shown(now.get(key))));
            }
        }
        return changes;
    }

    private static String shown(String value) {
        if (value == null) {
            return "not there";
        }
        return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "…";
    }
}
