/**
 * Distributed training by parameter averaging.
 */
package io.cradle.training.spark;
