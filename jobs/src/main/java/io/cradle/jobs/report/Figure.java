package io.cradle.jobs.report;

/**
 * A headline figure.
 *
 * @param label what it is, with its unit
 * @param value the number
 * @param detail what it stands beside
 */
public record Figure(String label, String value, String detail) {
    /** One line for a terminal, ASCII. */
    public String line() {
        return Numbers.ascii("%s: %s (%s)".formatted(label, value, detail));
    }
}
