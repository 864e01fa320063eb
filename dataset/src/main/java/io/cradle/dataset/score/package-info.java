/**
 * What is measured on an episode, before anybody decides anything: {@link io.cradle.dataset.score.Scorer} gives
 * {@link io.cradle.dataset.score.Scores}, a number for each {@link io.cradle.dataset.score.Score} that the tensors
 * allow, and {@link io.cradle.dataset.score.Sketch} what near duplicates are found by. Pure functions of an episode.
 *
 * <p>Start at {@link io.cradle.dataset.score.Score}; each kind of measure is a small class of its own here. Imports
 * {@code dataset.spec}, {@code dataset.episode} and the JDK.
 */
package io.cradle.dataset.score;
