package io.cradle.dataset.balance;

import java.io.Serializable;

/**
 * What a stratum gets.
 *
 * @param available episodes that it has
 * @param chosen how many of them stay
 * @param share what its share is meant to be, from 0 to 1
 * @param weight of each that stays; over all that stay the mean is 1
 */
public record Quota(long available, long chosen, double share, double weight) implements Serializable {}
