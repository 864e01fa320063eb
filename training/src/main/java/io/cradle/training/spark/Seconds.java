package io.cradle.training.spark;

import java.io.Serializable;

/**
 * Where a worker's time went in a round.
 *
 * @param load receiving the parameters and setting them
 * @param idle for data
 * @param fit steps of the optimiser
 * @param measure the loss on VAL
 * @param gather copying the parameters out
 */
public record Seconds(double load, double idle, double fit, double measure, double gather) implements Serializable {
    double sum() {
        return load + idle + fit + measure + gather;
    }
}
