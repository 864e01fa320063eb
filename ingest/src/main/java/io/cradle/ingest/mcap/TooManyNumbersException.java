package io.cradle.ingest.mcap;

/** A message has more numbers than {@link Numbers#MOST}: a cloud of points or a map. Never leaves the package. */
final class TooManyNumbersException extends RuntimeException {
    TooManyNumbersException() {
        super("it has more than %d numbers".formatted(Numbers.MOST));
    }
}
