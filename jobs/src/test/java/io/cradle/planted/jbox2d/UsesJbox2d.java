package io.cradle.planted.jbox2d;

import org.jbox2d.common.Vec2;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesJbox2d(Vec2 place) {}
