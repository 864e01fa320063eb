package io.cradle.planted.cycle.there;

import io.cradle.planted.cycle.here.Here;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
public record There(Here here) {}
