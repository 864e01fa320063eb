package io.cradle.jobs.report;

import io.cradle.training.evaluation.Interval;

/**
 * What stands beside a model.
 *
 * @param name of it, and what it learnt from
 * @param bitsPerFrame of it
 * @param difference model − this, episode by episode; below 0 the model is better
 */
public record Rival(String name, Interval bitsPerFrame, Interval difference) {}
