package io.cradle.jobs.report;

import io.cradle.training.evaluation.Interval;
import java.util.Optional;

/**
 * What stands beside a model.
 *
 * @param name of it, and what it learnt from
 * @param bitsPerFrame of it
 * @param difference model − this, episode by episode; below 0 the model is better
 * @param explained share of these bits that the model does without, 1 − model / this, over the same episodes; below 0 it needs more. Empty where
 *     these are none
 */
public record Rival(String name, Interval bitsPerFrame, Interval difference, Optional<Interval> explained) {}
