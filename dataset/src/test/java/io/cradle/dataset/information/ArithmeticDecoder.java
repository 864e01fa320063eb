package io.cradle.dataset.information;

import java.nio.ByteBuffer;

/** Reads what {@link ArithmeticEncoder} wrote, given the same probabilities. */
final class ArithmeticDecoder {
    private final ByteBuffer in;
    private long range = 0xFFFFFFFFL;
    private long code;

    ArithmeticDecoder(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
        for (int i = 0; i < 5; i++) {
            code = (code << 8 | next()) & 0xFFFFFFFFL;
        }
    }

    boolean decode(double p) {
        long cut = ArithmeticEncoder.cut(range, p);
        boolean ink = code >= cut;
        if (ink) {
            code -= cut;
            range -= cut;
        } else {
            range = cut;
        }
        while (range < ArithmeticEncoder.TOP) {
            range <<= 8;
            code = (code << 8 | next()) & 0xFFFFFFFFL;
        }
        return ink;
    }

    private int next() {
        return in.hasRemaining() ? Byte.toUnsignedInt(in.get()) : 0;
    }

    /** Bytes that were never asked for. */
    int left() {
        return in.remaining();
    }
}
