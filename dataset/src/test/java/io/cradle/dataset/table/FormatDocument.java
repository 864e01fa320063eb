package io.cradle.dataset.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docs/format.md}, to be held against what is written.
 *
 * @param text all of it
 */
record FormatDocument(String text) {
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    static FormatDocument read() {
        try {
            return new FormatDocument(Files.readString(Path.of("..", "docs", "format.md")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /**
     * Names in the first column of a table to the text of the second; rows that name nothing are left out.
     *
     * @param section heading that the table stands below
     * @param head of its first column
     */
    Map<String, String> table(String section, String head) {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : lines(section, head)) {
            String[] cells = line.split("\\|", -1);
            names(cells[1]).forEach(name -> rows.put(name, cells[2].strip()));
        }
        return rows;
    }

    /** What stands in backticks, in order. */
    static List<String> names(String text) {
        return NAME.matcher(text).results().map(name -> name.group(1)).toList();
    }

    private List<String> lines(String section, String head) {
        String below = text.substring(text.indexOf("\n## " + section + "\n"));
        int from = below.indexOf("\n| " + head + " |") + 1;
        return below.substring(from)
                .lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    /** What stands in the only fenced block of a language. */
    String block(String language) {
        Matcher fences = Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(text);
        List<MatchResult> found = fences.results().toList();
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "Cannot find the block of '%s': there are %d".formatted(language, found.size()));
        }
        return found.get(0).group(1);
    }
}
