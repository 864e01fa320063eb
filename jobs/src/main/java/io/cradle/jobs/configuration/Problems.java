package io.cradle.jobs.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is wrong with a configuration, gathered so that it can be said at once. */
final class Problems {
    private static final int MOST_LINES = 30;

    private record Problem(String key, String text) {}

    private final Map<String, List<Problem>> byOrigin = new LinkedHashMap<>();

    /**
     * Notes a fault.
     *
     * @param origin file or option that it stands in
     * @param key dotted key, or empty if the whole file is meant
     * @param text what is wrong and what to do
     */
    void add(String origin, String key, String text) {
        byOrigin.computeIfAbsent(origin, unseen -> new ArrayList<>()).add(new Problem(key, text));
    }

    boolean none() {
        return byOrigin.isEmpty();
    }

    /** Ends the matter if anything was noted: one line for a lone fault, else a block for each file. */
    void throwIfAny() {
        if (!none()) {
            throw new IllegalArgumentException(text());
        }
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        byOrigin.forEach((origin, problems) -> lines.addAll(block(origin, problems)));
        return String.join("\n", lines);
    }

    private List<String> block(String origin, List<Problem> problems) {
        if (byOrigin.size() == 1 && problems.size() == 1) {
            Problem only = problems.get(0);
            return List.of(origin + ": " + (only.key().isEmpty() ? "" : only.key() + ": ") + only.text());
        }
        int width = problems.stream()
                .mapToInt(problem -> problem.key().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add("%s: %d problem%s".formatted(origin, problems.size(), problems.size() == 1 ? "" : "s"));
        problems.stream()
                .limit(MOST_LINES)
                .forEach(problem ->
                        lines.add("  " + pad(problem.key(), width) + (width == 0 ? "" : "   ") + problem.text()));
        if (problems.size() > MOST_LINES) {
            lines.add("  ... and %d more".formatted(problems.size() - MOST_LINES));
        }
        return lines;
    }

    private static String pad(String key, int width) {
        return key + " ".repeat(width - key.length());
    }
}
