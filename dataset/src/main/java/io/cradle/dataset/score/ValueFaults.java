package io.cradle.dataset.score;

/**
 * Numbers that cannot be.
 *
 * @param nonFinite measured numbers that are NaN or infinite
 * @param outOfRange measured finite numbers outside of their tensor's range
 */
record ValueFaults(long nonFinite, long outOfRange) {
    static final ValueFaults NONE = new ValueFaults(0, 0);

    static ValueFaults of(Signal signal) {
        float low = (float) signal.spec().low();
        float high = (float) signal.spec().high();
        long nonFinite = 0;
        long outOfRange = 0;
        for (int t = 0; t < signal.steps(); t++) {
            for (int channel = 0; channel < signal.channels(); channel++) {
                float value = signal.at(t, channel);
                boolean bad = !(value >= low && value <= high) && signal.measured(t, channel);
                nonFinite += bad && !Float.isFinite(value) ? 1 : 0;
                outOfRange += bad && Float.isFinite(value) ? 1 : 0;
            }
        }
        return new ValueFaults(nonFinite, outOfRange);
    }

    ValueFaults plus(ValueFaults that) {
        return new ValueFaults(nonFinite + that.nonFinite, outOfRange + that.outOfRange);
    }
}
