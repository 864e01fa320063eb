package io.cradle.planted.cycle.here;

import io.cradle.planted.cycle.there.There;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
public record Here(There there) {}
