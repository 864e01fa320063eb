package io.cradle.dataset.episode;

/** A file does not hold what it should. The message names the file, what is wrong, and what to do. */
public final class CorruptDataException extends RuntimeException {
    /**
     * Says what is wrong with a file.
     *
     * @param path the file
     * @param problem cause and remedy, such as {@code "ends after 12 of 40 bytes; copy it again"}
     */
    public CorruptDataException(String path, String problem) {
        this(path, problem, null);
    }

    /** Says what is wrong with a file, with what was thrown on reading it. */
    public CorruptDataException(String path, String problem, Throwable cause) {
        super("Cannot read '%s': %s".formatted(path, problem), cause);
    }
}
