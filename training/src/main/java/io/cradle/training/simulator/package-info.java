/**
 * A trained model as a world that can be stepped.
 */
package io.cradle.training.simulator;
