package io.cradle.ingest.csv;

/** Text of a file as it stands in a message: what a terminal would act on is spelt out, and what is long is cut. */
final class Shown {
    private static final int MOST_LETTERS = 1000;

    private Shown() {}

    static String text(String text) {
        return text(text, MOST_LETTERS);
    }

    static String text(String text, int most) {
        StringBuilder shown = new StringBuilder();
        text.chars()
                .limit(most)
                .forEach(letter -> shown.append(
                        Character.isISOControl(letter) ? "\\u%04x".formatted(letter) : String.valueOf((char) letter)));
        return text.length() > most ? shown + "…" : shown.toString();
    }
}
