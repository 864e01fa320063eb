package io.cradle.jobs.report;

import io.cradle.training.evaluation.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as they are set in a page: true minus signs, narrow spaces between thousands, about three digits. */
final class Numbers {
    private static final char MINUS = '\u2212';
    private static final char NARROW_SPACE = '\u202f';
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final int KIBI = 1024;
    private static final int PLAIN_DIGITS = 7;

    private Numbers() {}

    static String count(long number) {
        return typeset(String.format(Locale.ROOT, "%,d", number).replace(',', NARROW_SPACE));
    }

    /** Three digits or so: 0.12, 1.23, 12.3, 123, 1 234. */
    static String decimal(double number) {
        double size = Math.abs(number);
        if (size >= 999.5) {
            return count(Math.round(number));
        }
        int digits = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
        return decimal(number, digits);
    }

    static String decimal(double number, int digits) {
        return typeset(String.format(Locale.ROOT, "%." + digits + "f", number));
    }

    /** With a plus sign where it is positive. */
    static String signed(double number, int digits) {
        return (number > 0 ? "+" : "") + decimal(number, digits);
    }

    /** {@code [low, high]}. */
    static String range(Interval interval, int digits) {
        return "[%s, %s]".formatted(decimal(interval.low(), digits), decimal(interval.high(), digits));
    }

    /** As given by whoever wrote it, to seven digits; powers of ten where it is very large or small. */
    static String plain(double number) {
        return digits(number, PLAIN_DIGITS);
    }

    /** As {@link #plain}, to so many digits. */
    static String digits(double number, int digits) {
        BigDecimal rounded =
                new BigDecimal(number).round(new MathContext(digits)).stripTrailingZeros();
        boolean moderate = number == 0 || (Math.abs(number) >= 1e-4 && Math.abs(number) < 1e7);
        return typeset(moderate ? rounded.toPlainString() : rounded.toString().replace("E+", "e"));
    }

    static String share(double share) {
        return decimal(100 * share, share > 0 && share < 0.0995 ? 1 : 0) + "\u202f%";
    }

    static String bytes(double bytes) {
        if (bytes < KIBI) {
            return (bytes == Math.rint(bytes) ? count((long) bytes) : decimal(bytes)) + " B";
        }
        double kibi = bytes / KIBI;
        return kibi < KIBI ? decimal(kibi) + " KiB" : decimal(kibi / KIBI) + " MiB";
    }

    /** Spaces that a line must not break at. */
    static String together(String text) {
        return text.replace(' ', NO_BREAK_SPACE);
    }

    /** Back to what any terminal can show. */
    static String ascii(String typeset) {
        return typeset.replace(MINUS, '-')
                .replace(NARROW_SPACE, ' ')
                .replace(NO_BREAK_SPACE, ' ')
                .replace("\u2264", "<=")
                .replace("\u2265", ">=")
                .replace("\u00b7", "|");
    }

    private static String typeset(String number) {
        return number.matches("-0(\\.0+)?") ? number.substring(1) : number.replace('-', MINUS);
    }
}
