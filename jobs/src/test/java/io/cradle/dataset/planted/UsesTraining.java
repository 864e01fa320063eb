package io.cradle.dataset.planted;

import io.cradle.training.model.ModelConfig;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesTraining(ModelConfig model) {}
