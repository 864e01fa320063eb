package io.cradle.dataset.information;

import java.util.List;
import java.util.stream.IntStream;

/** Bytes as they are, and under zstd: at the level that tables are written with, and at a high one. */
final class StreamMeter {
    /** Level of zstd in tables of episodes, see {@code docs/format.md}. */
    static final int TABLE_LEVEL = 3;
    /** The highest that needs no more than usual memory to read. */
    static final int HIGH_LEVEL = 19;

    private static final List<Integer> LEVELS = List.of(TABLE_LEVEL, HIGH_LEVEL);

    private final List<Zstandard> streams = LEVELS.stream().map(Zstandard::new).toList();
    private long bytes;

    /** Adds to the streams. */
    void add(byte[] more) {
        bytes += more.length;
        streams.forEach(stream -> stream.add(more));
    }

    /** Bytes as they are. */
    long bytes() {
        return bytes;
    }

    /** Ends the streams, once or again. */
    void close() {
        streams.forEach(Zstandard::close);
    }

    /** Bytes of the shorter stream, or as they are if that is less; once closed. */
    long least() {
        return Math.min(
                bytes, streams.stream().mapToLong(Zstandard::bytes).min().orElseThrow());
    }

    /** Costs under zstd, once closed. */
    List<Cost> costs(String tensor, String prefix, long steps) {
        return IntStream.range(0, LEVELS.size())
                .mapToObj(i -> new Cost(
                        tensor,
                        "%szstd %d".formatted(prefix, LEVELS.get(i)),
                        bits(streams.get(i).bytes(), steps)))
                .toList();
    }

    /** Bits a step. */
    static double bits(long bytes, long steps) {
        return (double) bytes * Byte.SIZE / steps;
    }
}
