package io.cradle.dataset.information;

/** −Σ log2 p, at one logarithm for hundreds of p. */
final class CodeLength {
    private static final double LEAST = 1e-200;

    private double whole;
    private double product = 1;

    /**
     * Charges something that had this probability.
     *
     * @param probability from 1e-100 to 1
     */
    void add(double probability) {
        product *= probability;
        if (product < LEAST) {
            whole += log2(product);
            product = 1;
        }
    }

    /** Bits of all that was charged. */
    double bits() {
        return 0 - whole - log2(product);
    }

    private static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }
}
