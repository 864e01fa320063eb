package io.cradle.ingest.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.compressors.lz4.XXHash32;
import org.junit.jupiter.api.Test;

class ChunkBodyTest {
    private static final byte[] START = {4, 0x22, 0x4d, 0x18};
    /** Version 1, blocks depend on each other; at most 64 KiB each. */
    private static final byte[] FLAGS = {0x40, 0x40};

    @Test
    void blocksOfLz4MayDependOnThoseBefore() throws IOException {
        byte[] packed = frame(
                block((byte) 0x80, "abcdefgh"), // eight letters
                block((byte) 0x04, "\u0008\u0000Pvwxyz")); // eight more from eight before, five letters
        assertThat(text(21, packed)).isEqualTo("abcdefghabcdefghvwxyz");
    }

    @Test
    void whatEndsEarlyIsDamaged() {
        byte[] packed = frame(block((byte) 0x80, "abcdefgh"));
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> text(8, cut)).isInstanceOf(IOException.class);
        }
    }

    private static String text(int size, byte[] packed) throws IOException {
        ByteBuffer records = new ChunkBody(size, 0, "lz4", packed.length, ByteBuffer.wrap(packed)).records();
        return StandardCharsets.UTF_8.decode(records).toString();
    }

    private static byte[] block(byte token, String rest) {
        byte[] letters = rest.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.writeBytes(McapWriter.fields().number32(letters.length + 1L).bytes());
        block.write(token);
        block.writeBytes(letters);
        return block.toByteArray();
    }

    private static byte[] frame(byte[]... blocks) {
        XXHash32 hash = new XXHash32();
        hash.update(FLAGS, 0, FLAGS.length);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(START);
        frame.writeBytes(FLAGS);
        frame.write((int) (hash.getValue() >> 8) & 0xff);
        for (byte[] block : blocks) {
            frame.writeBytes(block);
        }
        frame.writeBytes(new byte[Integer.BYTES]);
        return frame.toByteArray();
    }
}
