package io.cradle.dataset.score;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Tensor;

/**
 * Who touched whom, from the hidden truth {@code contacts}, {@code [bodies, bodies + scenery + walls]}.
 *
 * @param share of steps in which a body touches another body
 * @param events how often a contact begins that was not there at the step before
 */
record Touches(double share, long events) {
    /** Whether a tensor has the form of contacts. */
    static boolean readable(Tensor contacts) {
        return contacts.spec().encoding() == Encoding.BITS
                && contacts.spec().shape().size() == 2
                && contacts.spec().shape().get(1) >= contacts.spec().shape().get(0);
    }

    static Touches of(Tensor contacts) {
        int bodies = contacts.spec().shape().get(0);
        int things = contacts.spec().shape().get(1);
        int row = contacts.spec().bytes();
        byte[] bits = contacts.bytes();
        long touched = 0;
        long events = 0;
        for (int start = 0; start < bits.length; start += row) {
            boolean met = false;
            for (int body = 0; body < bodies; body++) {
                for (int thing = body + 1; thing < things; thing++) { // a pair of bodies stands there twice
                    int pair = body * things + thing;
                    boolean now = bit(bits, start, pair);
                    met |= now && thing < bodies;
                    events += now && start > 0 && !bit(bits, start - row, pair) ? 1 : 0;
                }
            }
            touched += met ? 1 : 0;
        }
        return new Touches((double) touched / contacts.rows(), events);
    }

    private static boolean bit(byte[] bits, int start, int index) {
        return (bits[start + index / Byte.SIZE] >> (index % Byte.SIZE) & 1) != 0;
    }
}
