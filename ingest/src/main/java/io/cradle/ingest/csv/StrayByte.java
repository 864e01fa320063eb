package io.cradle.ingest.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The first byte of a file that begins no letter of UTF-8. A reader decodes far ahead of the row it is at, so that its place
 * is looked for once more, in a file that is refused anyway.
 *
 * @param line its line, from 1
 * @param value the byte
 * @param kind of the file, as far as the bytes around it tell
 */
record StrayByte(long line, byte value, Kind kind) {
    private static final int CHUNK = 1 << 16;

    /** What a file that isn't UTF-8 may be. */
    enum Kind {
        /** It begins as UTF-16 does. */
        UTF_16,
        /** A byte a letter. */
        LATIN,
        /** It has bytes that are no letters in any encoding. */
        BINARY
    }

    /** Looks for it; empty if all of the file is UTF-8. */
    static Optional<StrayByte> in(Path file) throws IOException {
        try (ReadableByteChannel in = Files.newByteChannel(file)) {
            return in(in);
        }
    }

    private static Optional<StrayByte> in(ReadableByteChannel in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        CharBuffer letters = CharBuffer.allocate(CHUNK);
        Lines lines = new Lines();
        boolean ended = false;
        while (!ended) {
            ended = in.read(bytes) < 0;
            boolean stray = decoder.decode(bytes.flip(), letters.clear(), ended).isError();
            lines.pass(bytes);
            if (stray) {
                return Optional.of(new StrayByte(lines.line, bytes.get(bytes.position()), kind(bytes)));
            }
            bytes.compact();
        }
        return Optional.empty();
    }

    private static Kind kind(ByteBuffer bytes) {
        if (bytes.position() == 0 && bytes.limit() > 1 && isMark(bytes.getShort(0))) {
            return Kind.UTF_16;
        }
        return IntStream.range(0, bytes.limit()).anyMatch(i -> bytes.get(i) == 0) ? Kind.BINARY : Kind.LATIN;
    }

    private static boolean isMark(short begin) {
        return begin == (short) 0xfeff || begin == (short) 0xfffe;
    }

    /** What is wrong and what to do. */
    String problem() {
        String found = "line %d has the byte 0x%02x, which is not UTF-8; ".formatted(line, value);
        return switch (kind) {
            case UTF_16 -> found + "write the file as UTF-8, for example with 'iconv -f UTF-16 -t UTF-8'";
            case LATIN -> found + "write the file as UTF-8, for example with 'iconv -f LATIN1 -t UTF-8'";
            case BINARY ->
                found
                        + "there are bytes of 0 too, so that it is no text: give it the ending of what it is, or remove it";
        };
    }

    /** Counts lines that end in LF, CR, or both. */
    private static final class Lines {
        private long line = 1;
        private byte before;

        /** Counts those up to the buffer's position. */
        void pass(ByteBuffer bytes) {
            for (int i = 0; i < bytes.position(); i++) {
                byte now = bytes.get(i);
                if (now == '\r' || (now == '\n' && before != '\r')) {
                    line++;
                }
                before = now;
            }
        }
    }
}
