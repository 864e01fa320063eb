package io.cradle.dataset.information;

import java.io.ByteArrayOutputStream;

/** Binary arithmetic coder with carry: range of 32 bits, probabilities of 24 (the range coder of LZMA, I. Pavlov). */
final class ArithmeticEncoder {
    static final int PRECISION = 24;
    static final long TOP = 1L << 24;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long low;
    private long range = 0xFFFFFFFFL;
    private int cache;
    private long held = 1;

    /** Where the range is cut between blank (below) and ink; both parts are at least 1. */
    static long cut(long range, double ink) {
        long blank = Math.max(1, Math.min((1L << PRECISION) - 1, Math.round((1 - ink) * (1L << PRECISION))));
        return Math.max(1, Math.min(range - 1, (range * blank) >>> PRECISION));
    }

    void encode(boolean ink, double p) {
        long cut = cut(range, p);
        if (ink) {
            low += cut;
            range -= cut;
        } else {
            range = cut;
        }
        while (range < TOP) {
            range <<= 8;
            shift();
        }
    }

    private void shift() {
        if (low < 0xFF000000L || low > 0xFFFFFFFFL) {
            int carry = (int) (low >>> 32);
            for (int byteValue = cache; held > 0; held--) {
                out.write(byteValue + carry);
                byteValue = 0xFF;
            }
            cache = (int) (low >>> 24) & 0xFF;
        }
        held++;
        low = (low & 0x00FFFFFFL) << 8;
    }

    byte[] finish() {
        for (int i = 0; i < 5; i++) {
            shift();
        }
        return out.toByteArray();
    }
}
