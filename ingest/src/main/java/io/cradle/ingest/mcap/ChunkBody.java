package io.cradle.ingest.mcap;

import com.github.luben.zstd.ZstdInputStream;
import io.cradle.dataset.episode.CorruptDataException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/**
 * What a chunk says of itself, and its records as they are packed.
 *
 * @param size bytes of its records once unpacked
 * @param checkSum CRC-32 of the unpacked records; 0 if there is none
 * @param compression blank, {@code zstd} or {@code lz4}
 * @param declared bytes of the packed records
 * @param packed those of them that are there
 */
record ChunkBody(long size, long checkSum, String compression, long declared, ByteBuffer packed) {
    private static final long MOST = 1L << 30;
    /** What any chunk may unpack to, however small it is. */
    private static final long HARMLESS = 64L << 20;
    /** More than numbers and pictures ever shrink. */
    private static final long SHRINKING = 1024;

    /** Reads what stands before the records. */
    static ChunkBody of(String file, McapRecord record) {
        McapFields fields = new McapFields(file, record);
        fields.number64();
        fields.number64();
        long size = fields.number64();
        long checkSum = fields.number32();
        String compression = fields.text();
        long declared = fields.number64();
        return new ChunkBody(size, checkSum, compression, declared, fields.rest());
    }

    /** Whether records can be read although the end is missing. */
    boolean isPlain() {
        return compression.isEmpty();
    }

    /** Unpacked records, checked. */
    ByteBuffer records() throws IOException {
        if (declared != packed.remaining()) {
            throw new IOException(
                    "%d bytes of records are declared, %d are there".formatted(declared, packed.remaining()));
        }
        ByteBuffer records = unpacked();
        if (records.remaining() != size) {
            throw new IOException("it unpacks to %d bytes, %d are declared".formatted(records.remaining(), size));
        }
        if (checkSum != 0 && checkSum != crc(records)) {
            throw new IOException("its check sum (CRC-32) is wrong");
        }
        return records;
    }

    /** Refuses what would fill the memory. */
    void requireSane(String file, String place) {
        if (size < 0 || size > MOST || size > Math.max(HARMLESS, SHRINKING * packed.remaining())) {
            throw new CorruptDataException(
                    file,
                    "%s: it claims to unpack from %d bytes to %s, more than %d, or more than %d times as many; re-record in smaller chunks"
                            .formatted(place, packed.remaining(), Long.toUnsignedString(size), MOST, SHRINKING));
        }
    }

    private ByteBuffer unpacked() throws IOException {
        if (compression.isEmpty()) {
            return packed.duplicate();
        }
        try (InputStream stream = unpacking()) {
            // one byte more than declared would tell a lie
            return ByteBuffer.wrap(stream.readNBytes((int) size + 1));
        } catch (IOException | RuntimeException damaged) {
            throw new IOException("it cannot be unpacked: " + damaged.getMessage(), damaged);
        }
    }

    private InputStream unpacking() throws IOException {
        return switch (compression) {
            case "zstd" -> new ZstdInputStream(packedBytes());
            case "lz4" -> new FramedLZ4CompressorInputStream(packedBytes(), true);
            default ->
                throw new IOException("its compression '%s' is not known, and '', 'zstd' and 'lz4' are"
                        .formatted(compression.length() > 32 ? compression.substring(0, 32) + "…" : compression));
        };
    }

    private InputStream packedBytes() {
        return new ByteArrayInputStream(packed.array(), packed.arrayOffset() + packed.position(), packed.remaining());
    }

    private static long crc(ByteBuffer records) {
        CRC32 crc = new CRC32();
        crc.update(records.duplicate());
        return crc.getValue();
    }
}
