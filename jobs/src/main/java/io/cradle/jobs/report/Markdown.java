package io.cradle.jobs.report;

import java.util.regex.Pattern;

/** Texts that mean themselves in Markdown (CommonMark 0.31, 2.4: a backslash before punctuation). */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~!$&]");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private Markdown() {}

    /** On one line, nothing in it is markup. */
    static String escape(String text) {
        return SPECIAL.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("\\\\$0");
    }

    /** A word for a shell, on a line of a fenced block that it cannot end. */
    static String shell(String word) {
        String line = BREAKS.matcher(word).replaceAll("?");
        return line.matches("[\\w./@:+-]+") ? line : "'" + line.replace("'", "'\\''") + "'";
    }
}
