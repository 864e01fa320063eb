package io.cradle.planted.mlflow;

import org.mlflow.tracking.MlflowClient;

/** Breaks a rule of the house on purpose; see HouseRulesTest. */
record UsesMlflow(MlflowClient client) {}
