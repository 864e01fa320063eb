/**
 * A real Spark cluster on this machine, for the tests that ask whether Cradle is distributed in fact: a standalone master, two
 * workers of one core each and {@code spark-submit}, all started from the jars that Maven already has.
 *
 * <p>Start at {@link io.cradle.jobs.cluster.StandaloneCluster} for the machinery and at
 * {@link io.cradle.jobs.cluster.ClusterIT} for what is proven with it. The {@code *Probe} classes are small programs that the
 * tests submit; they travel in a jar of their own because the packaged jar carries no test code.
 *
 * <p>Imports Spark, and in one probe DL4J, because that is what is on trial.
 */
package io.cradle.jobs.cluster;
