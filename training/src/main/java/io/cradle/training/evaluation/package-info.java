/**
 * The ruler: metrics, intervals, comparisons. Plain Java.
 */
package io.cradle.training.evaluation;
