package io.cradle.planted.hdf5;

import io.jhdf.HdfFile;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesHdf5(HdfFile file) {}
