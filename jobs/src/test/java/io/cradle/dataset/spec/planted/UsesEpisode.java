package io.cradle.dataset.spec.planted;

import io.cradle.dataset.episode.Split;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesEpisode(Split split) {}
