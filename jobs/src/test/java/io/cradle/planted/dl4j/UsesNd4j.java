package io.cradle.planted.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesNd4j(INDArray array) {}
