package io.cradle.ingest.mcap;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;

/** Writes files as recorders do, and as they should not. */
final class McapWriter {
    private static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private McapWriter() {}

    /** Magic and header. */
    static McapWriter file() {
        McapWriter writer = new McapWriter();
        writer.bytes.writeBytes(MAGIC);
        return writer.record(1, fields().text("").text("test"));
    }

    /** Fields of a record. */
    static Fields fields() {
        return new Fields();
    }

    McapWriter record(int opcode, Fields fields) {
        byte[] body = fields.bytes();
        return head(opcode, body.length).raw(body);
    }

    /** Kind and length of a record, without it. */
    McapWriter head(int opcode, long length) {
        bytes.write(opcode);
        return raw(fields().number64(length).bytes());
    }

    McapWriter raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    McapWriter schema(int id, String name, String encoding, String text) {
        return record(3, fields().number16(id).text(name).text(encoding).text(text));
    }

    McapWriter channel(int id, int schema, String topic, String encoding) {
        return record(
                4,
                fields().number16(id)
                        .number16(schema)
                        .text(topic)
                        .text(encoding)
                        .number32(0));
    }

    McapWriter message(int channel, long time, byte[] data) {
        return record(
                5,
                fields().number16(channel)
                        .number32(0)
                        .number64(time)
                        .number64(time)
                        .raw(data));
    }

    McapWriter json(int channel, long time, String text) {
        return message(channel, time, text.getBytes(StandardCharsets.UTF_8));
    }

    McapWriter chunk(String compression, Consumer<McapWriter> content) {
        byte[] records = records(content);
        CRC32 crc = new CRC32();
        crc.update(records);
        return chunk(compression, records.length, crc.getValue(), packed(compression, records));
    }

    McapWriter chunk(String compression, long size, long crc, byte[] packed) {
        return record(
                6,
                fields().number64(0)
                        .number64(0)
                        .number64(size)
                        .number32(crc)
                        .text(compression)
                        .number64(packed.length)
                        .raw(packed));
    }

    /** End of data, a summary, footer and magic. */
    byte[] end(Consumer<McapWriter> summary) {
        record(15, fields().number32(0));
        long start = bytes.size();
        raw(records(summary));
        record(
                2,
                fields().number64(start == bytes.size() ? 0 : start).number64(0).number32(0));
        return raw(MAGIC).cut();
    }

    byte[] end() {
        return end(summary -> {});
    }

    /** All so far. */
    byte[] cut() {
        return bytes.toByteArray();
    }

    static byte[] records(Consumer<McapWriter> content) {
        McapWriter inner = new McapWriter();
        content.accept(inner);
        return inner.cut();
    }

    static Path save(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    static byte[] packed(String compression, byte[] records) {
        return switch (compression) {
            case "zstd" -> Zstd.compress(records);
            case "lz4" -> lz4(records);
            default -> records;
        };
    }

    private static byte[] lz4(byte[] records) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (FramedLZ4CompressorOutputStream out = new FramedLZ4CompressorOutputStream(packed)) {
            out.write(records);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /** Little-endian. */
    static final class Fields {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Fields number16(int value) {
            return put(2, value);
        }

        Fields number32(long value) {
            return put(4, value);
        }

        Fields number64(long value) {
            return put(8, value);
        }

        Fields text(String value) {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            return number32(text.length).raw(text);
        }

        Fields raw(byte[] value) {
            bytes.writeBytes(value);
            return this;
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        private Fields put(int size, long value) {
            byte[] all = ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(value)
                    .array();
            bytes.write(all, 0, size);
            return this;
        }
    }
}
