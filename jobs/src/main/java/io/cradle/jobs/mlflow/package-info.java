/**
 * Trainings on an MLflow tracking server, by MLflow's own client, which is optional: the jar for clusters does not carry it.
 *
 * <p>Start at {@link io.cradle.jobs.mlflow.MlflowExport}. Imports {@code jobs.report} for what a training is, MLflow's client, and the JDK.
 */
package io.cradle.jobs.mlflow;
