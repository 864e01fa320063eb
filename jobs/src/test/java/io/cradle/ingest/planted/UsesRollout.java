package io.cradle.ingest.planted;

import io.cradle.rollout.RolloutConfig;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesRollout(RolloutConfig rollout) {}
