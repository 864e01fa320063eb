package io.cradle.ingest.mcap;

import java.nio.ByteBuffer;

/**
 * One record as it stands in the file or in a chunk.
 *
 * @param opcode kind, see {@link Opcodes}
 * @param place where it stands, for errors
 * @param body its content
 */
record McapRecord(int opcode, String place, ByteBuffer body) {
    /** Bytes before the content: kind and length. */
    static final int HEAD = 1 + Long.BYTES;
}
