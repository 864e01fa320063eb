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

/**
 * The first byte of a file that begins no letter of UTF-8. A reader decodes far ahead of the row it is at, so that its place
 * is looked for once more, in a file that is refused anyway.
 *
 * @param line its line, from 1
 * @param value the byte
 */
record StrayByte(long line, byte value) {
    private static final int CHUNK = 1 << 16;
    /** UTF-16 begins with this byte or the next. */
    private static final byte FIRST_OF_UTF_16 = (byte) 0xfe;

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
                return Optional.of(new StrayByte(lines.line, bytes.get()));
            }
            bytes.compact();
        }
        return Optional.empty();
    }

    /** What is wrong and what to do. */
    String problem() {
        return "line %d has the byte 0x%02x, which is not UTF-8; write the file as UTF-8, for example with 'iconv -f %s -t UTF-8'"
                .formatted(line, value, line == 1 && value >= FIRST_OF_UTF_16 ? "UTF-16" : "LATIN1");
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
