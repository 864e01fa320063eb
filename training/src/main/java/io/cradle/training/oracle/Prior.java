package io.cradle.training.oracle;

/** The range of starts that a world drew, number by number; angles go round. */
final class Prior {
    private double[] low;
    private double[] high;

    void widen(double[] state) {
        if (low == null) {
            low = state.clone();
            high = state.clone();
        }
        for (int i = 0; i < state.length; i++) {
            low[i] = Math.min(low[i], state[i]);
            high[i] = Math.max(high[i], state[i]);
        }
    }

    /** Whether a state lies within; an angle that takes all values always does. */
    boolean holds(double[] state) {
        for (int i = 0; i < state.length; i++) {
            boolean turning = i % 6 == 2 && high[i] - low[i] > Math.PI;
            if (!turning && (state[i] < low[i] || state[i] > high[i])) {
                return false;
            }
        }
        return true;
    }
}
