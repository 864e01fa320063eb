package io.cradle.training.planted;

import io.cradle.jobs.configuration.SparkConfig;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesJobs(SparkConfig spark) {}
