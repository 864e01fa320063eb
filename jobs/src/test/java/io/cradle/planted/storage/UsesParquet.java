package io.cradle.planted.storage;

import org.apache.parquet.io.api.Binary;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesParquet(Binary bytes) {}
