package io.cradle.jobs.benchmark;

import io.cradle.dataset.spec.Tensor;

/** When bodies met, from the hidden truth {@code contacts}, {@code [bodies, bodies + scenery + walls]}. */
final class Encounter {
    /** Frames that count from the one in which bodies first touch: what comes of it is seen in those after. */
    static final int FRAMES = 3;

    private Encounter() {}

    /** Frames in which a body touches another body, {@code [T]}. */
    static boolean[] touching(Tensor contacts) {
        boolean[] touching = new boolean[contacts.rows()];
        for (int t = 0; t < touching.length; t++) {
            for (int pair = 0; pair < pairs(contacts); pair++) {
                touching[t] |= meets(contacts, t, pair);
            }
        }
        return touching;
    }

    /** The {@value #FRAMES} frames from each on in which two bodies touch that did not in the frame before, {@code [T]}. */
    static boolean[] begins(Tensor contacts) {
        boolean[] begins = new boolean[contacts.rows()];
        for (int t = 1; t < begins.length; t++) {
            for (int pair = 0; pair < pairs(contacts); pair++) {
                if (meets(contacts, t, pair) && !meets(contacts, t - 1, pair)) {
                    mark(begins, t);
                }
            }
        }
        return begins;
    }

    private static void mark(boolean[] frames, int from) {
        for (int t = from; t < Math.min(frames.length, from + FRAMES); t++) {
            frames[t] = true;
        }
    }

    private static int pairs(Tensor contacts) {
        return bodies(contacts) * bodies(contacts);
    }

    private static int bodies(Tensor contacts) {
        return contacts.spec().shape().get(0);
    }

    /** Of two bodies, numbered {@code a * bodies + b}; walls and scenery stand in further columns. */
    private static boolean meets(Tensor contacts, int t, int pair) {
        int a = pair / bodies(contacts);
        int b = pair % bodies(contacts);
        int index = a * contacts.spec().shape().get(1) + b;
        byte[] bits = contacts.bytes();
        return a < b && (bits[t * contacts.spec().bytes() + index / Byte.SIZE] >> (index % Byte.SIZE) & 1) != 0;
    }
}
