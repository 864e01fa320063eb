package io.cradle.ingest.assembly;

/** An episode doesn't fit into memory; says what to do. Never leaves the package. */
final class TooLongException extends RuntimeException {
    TooLongException(String problem) {
        super(problem);
    }
}
