package io.cradle.ingest.mcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes messages as ROS 2 does. */
final class CdrWriter {
    private static final int HEAD = 4;

    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 20);
    private final int widest;

    private CdrWriter(int kind, int widest) {
        this.widest = widest;
        bytes.putShort((short) kind).putShort((short) 0);
        bytes.order(kind % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    static CdrWriter little() {
        return new CdrWriter(1, 8);
    }

    static CdrWriter big() {
        return new CdrWriter(0, 8);
    }

    /** Second version, little-endian. */
    static CdrWriter second() {
        return new CdrWriter(7, 4);
    }

    CdrWriter int8(int value) {
        bytes.put((byte) value);
        return this;
    }

    CdrWriter int16(int value) {
        align(2).putShort((short) value);
        return this;
    }

    CdrWriter int32(long value) {
        align(4).putInt((int) value);
        return this;
    }

    CdrWriter int64(long value) {
        align(8).putLong(value);
        return this;
    }

    CdrWriter float32(float value) {
        align(4).putFloat(value);
        return this;
    }

    CdrWriter float64(double value) {
        align(8).putDouble(value);
        return this;
    }

    CdrWriter text(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        int32(text.length + 1L);
        bytes.put(text).put((byte) 0);
        return this;
    }

    CdrWriter data(byte... value) {
        int32(value.length);
        bytes.put(value);
        return this;
    }

    CdrWriter floats64(double... values) {
        int32(values.length);
        Arrays.stream(values).forEach(this::float64);
        return this;
    }

    /** Of std_msgs/msg/Header. */
    CdrWriter header() {
        return int32(7).int32(9).text("base");
    }

    byte[] end() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    static byte[] jointState(CdrWriter out, List<String> names, double[] positions, double[] velocities) {
        out.header().int32(names.size());
        names.forEach(out::text);
        return out.floats64(positions).floats64(velocities).floats64().end();
    }

    static byte[] image(int height, int width, String encoding, int step, byte... pixels) {
        return little().header()
                .int32(height)
                .int32(width)
                .text(encoding)
                .int8(0)
                .int32(step)
                .data(pixels)
                .end();
    }

    static byte[] compressed(String format, byte... file) {
        return little().header().text(format).data(file).end();
    }

    private ByteBuffer align(int size) {
        int unit = Math.min(size, widest);
        while ((bytes.position() - HEAD) % unit != 0) {
            bytes.put((byte) 0);
        }
        return bytes;
    }
}
