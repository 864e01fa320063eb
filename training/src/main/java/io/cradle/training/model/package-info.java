/**
 * What a world model is: the contract, baselines, and what a checkpoint holds. Plain Java.
 */
package io.cradle.training.model;
