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
        long touched = 0;
        long events = 0;
        for (int t = 0; t < contacts.rows(); t++) {
            boolean met = false;
            for (int body = 0; body < bodies; body++) {
                for (int thing = body + 1; thing < things; thing++) { // a pair of bodies stands there twice
                    boolean now = contacts.bit(t, body * things + thing);
                    met |= now && thing < bodies;
                    events += now && t > 0 && !contacts.bit(t - 1, body * things + thing) ? 1 : 0;
                }
            }
            touched += met ? 1 : 0;
        }
        return new Touches((double) touched / contacts.rows(), events);
    }
}
