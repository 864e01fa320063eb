package io.cradle.rollout.fidelity;

/** Sums over steps of what one side shows. */
final class Moments {
    private long steps;
    private long changes;
    private double pixelsOn;
    private double changedPixels;
    private double contacts;
    private double energy;
    private boolean[] before;

    /** One step of a rollout; {@code frame} is ink. */
    void add(boolean[] frame, int touching, double joule) {
        steps++;
        contacts += touching;
        energy += joule;
        changes += before == null ? 0 : 1;
        for (int i = 0; i < frame.length; i++) {
            pixelsOn += frame[i] ? 1 : 0;
            changedPixels += before != null && before[i] != frame[i] ? 1 : 0;
        }
        before = frame.clone();
    }

    /** The next step has none before it. */
    void nextRollout() {
        before = null;
    }

    /** Pixels of ink in a frame. */
    double pixelsOn() {
        return pixelsOn / steps;
    }

    /** Pixels that are not as they were a step before. */
    double changedPixels() {
        return changes == 0 ? 0 : changedPixels / changes;
    }

    /** Pairs that touch after a step. */
    double contacts() {
        return contacts / steps;
    }

    /** J after a step. */
    double energy() {
        return energy / steps;
    }
}
