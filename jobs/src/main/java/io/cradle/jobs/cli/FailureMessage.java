package io.cradle.jobs.cli;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds, below what Spark and the JDK wrap around it, the line that helps. */
final class FailureMessage {
    /** How Spark prints what a task threw, where the exception itself didn't come back. */
    private static final Pattern IN_TEXT = Pattern.compile(
            "(?:^Caused by: |executor [^)]*\\): )([\\w.$]+(?:Exception|Error))(?:: (.*))?$", Pattern.MULTILINE);

    private static final Pattern DATA_FILE = Pattern.compile("(?:file:)?(/[^:\\n]*?\\.parquet)");

    private FailureMessage() {}

    /** One line, or the several of a configuration's faults. */
    static String of(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return first(chain, FailureMessage::knownTrouble)
                .or(() -> first(chain, FailureMessage::ownWords))
                .or(() -> first(chain, FailureMessage::fromText))
                .or(() -> first(chain, FailureMessage::fileTrouble))
                .orElseGet(() -> unexpected(chain.get(chain.size() - 1)));
    }

    private static Optional<String> first(List<Throwable> chain, Function<Throwable, Optional<String>> reading) {
        return chain.stream().map(reading).flatMap(Optional::stream).findFirst();
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable each = failure; each != null && !chain.contains(each); each = each.getCause()) {
            chain.add(each);
        }
        return chain;
    }

    private static Optional<String> knownTrouble(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        if (text.contains("No space left on device")) {
            return Optional.of("Cannot write: the disk is full; free some space, or name another --out, and run again");
        }
        if (failure instanceof OutOfMemoryError || text.contains("java.lang.OutOfMemoryError")) {
            return Optional.of("Cannot go on: memory is used up; give the process more, such as CRADLE_HEAP=8g");
        }
        if (failure instanceof AccessDeniedException denied) {
            return Optional.of(denied(denied.getFile()));
        }
        if (failure instanceof FileNotFoundException && text.contains("(Permission denied)")) {
            return Optional.of(denied(text.replace(" (Permission denied)", "")));
        }
        return damaged(text);
    }

    /** What Spark and Parquet say of a data file that is cut short, changed or gone. */
    private static Optional<String> damaged(String text) {
        return Stream.of("ChecksumException", "is not a Parquet file", "could not read footer", "does not exist", "CRC")
                        .anyMatch(text::contains)
                ? DATA_FILE
                        .matcher(text)
                        .results()
                        .map(file ->
                                "Cannot read '%s': the data file is damaged or gone; restore it, or build the table anew"
                                        .formatted(file.group(1)))
                        .findFirst()
                : Optional.empty();
    }

    private static String denied(String file) {
        return "Cannot open '%s': permission denied; change its permissions, or name another path".formatted(file);
    }

    /** Bad input and bad files are described where they are found. */
    private static Optional<String> ownWords(Throwable failure) {
        boolean own = failure instanceof IllegalArgumentException || failure instanceof CorruptDataException;
        return Optional.ofNullable(failure.getMessage())
                .filter(message -> own || (isOurs(failure) && message.startsWith("Cannot ")));
    }

    /** Kinds that others throw too; ours begin with what cannot be done. */
    private static boolean isOurs(Throwable failure) {
        return failure instanceof IllegalStateException || failure instanceof UncheckedIOException;
    }

    /** The innermost exception that is printed in the message. */
    private static Optional<String> fromText(Throwable failure) {
        Stream<MatchResult> found =
                IN_TEXT.matcher(String.valueOf(failure.getMessage())).results();
        return found.reduce((outer, inner) -> inner)
                .map(thrown -> thrown.group(2) == null ? thrown.group(1) : thrown.group(2));
    }

    private static Optional<String> fileTrouble(Throwable failure) {
        if (failure instanceof NoSuchFileException absent) {
            return Optional.of("Cannot read '%s': there is no such file; check the path".formatted(absent.getFile()));
        }
        return failure instanceof IOException
                ? Optional.of("Cannot read or write: %s; check the path and the disk".formatted(firstLine(failure)))
                : Optional.empty();
    }

    private static String unexpected(Throwable root) {
        return "Cannot finish: unexpected %s; run again with --verbose for the stack trace".formatted(firstLine(root));
    }

    private static String firstLine(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return Optional.ofNullable(failure.getMessage())
                .flatMap(text -> text.lines().findFirst())
                .map(line -> name + ": " + line)
                .orElse(name);
    }
}
