package io.cradle.planted.spark;

import org.apache.spark.SparkConf;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesSpark(SparkConf conf) {}
