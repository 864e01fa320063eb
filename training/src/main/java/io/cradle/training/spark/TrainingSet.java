package io.cradle.training.spark;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.window.WindowSampler;
import io.cradle.training.model.Origin;

/**
 * What a model is trained on.
 *
 * @param windows of TRAIN, each of at least K + 1 steps, and how much each counts
 * @param validation the same of VAL, on which it is measured meanwhile; may be empty
 * @param source reads them
 * @param layout of the tensors in them
 * @param origin where they came from
 * @param fork what a training of them forked from, for the record; or empty
 */
public record TrainingSet(
        WindowSampler windows,
        WindowSampler validation,
        WindowSource source,
        Layout layout,
        Origin origin,
        String fork) {}
