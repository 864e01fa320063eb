package io.cradle.ingest.assembly;

/** How fast the numbers of a take change, step by step. */
final class Travel {
    private final Numbers numbers;
    private final float[] before;
    private boolean begun;

    /**
     * Of the first so many numbers of each step.
     *
     * @param count what the robot feels: what it is told may jump though it doesn't move
     */
    Travel(Numbers numbers, int count) {
        this.numbers = numbers;
        this.before = new float[count];
    }

    /** Sum of what the stored numbers have changed by since it was asked last; 0 at first. */
    double speed() {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += begun ? Math.abs(numbers.value(i) - before[i]) : 0;
            before[i] = numbers.value(i);
        }
        begun = true;
        return sum;
    }
}
