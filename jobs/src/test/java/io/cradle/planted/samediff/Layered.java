package io.cradle.planted.samediff;

import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record Layered(SameDiffLayer layer) {}
