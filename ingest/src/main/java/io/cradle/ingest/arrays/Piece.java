package io.cradle.ingest.arrays;

/**
 * The rows of one take.
 *
 * @param name of the take
 * @param index its number
 * @param first its first row
 * @param last the row behind its last
 */
record Piece(String name, long index, int first, int last) {
    /** T. */
    int steps() {
        return last - first;
    }
}
