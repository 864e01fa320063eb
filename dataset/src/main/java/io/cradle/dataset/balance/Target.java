package io.cradle.dataset.balance;

/** How shares of strata are meant to be. */
public enum Target {
    /** As they are. */
    NATURAL,
    /** All the same. */
    EQUAL,
    /** As the square roots of how many there are: half-way to equal. */
    SQUARE_ROOT,
    /** As {@link BalanceConfig#shares} say. */
    EXPLICIT
}
