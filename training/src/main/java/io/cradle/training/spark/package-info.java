/**
 * Distributed training by parameter averaging on Spark.
 *
 * <p>Start at {@link io.cradle.training.spark.Trainer}, and at {@code Averaging}, the engine. The driver chooses the windows of a round
 * ({@code Shares}, {@code RoundPlan}) and sends their addresses and where all start; K workers read them where they run, a few ahead
 * ({@link io.cradle.training.spark.WindowSource}, {@code RoundRdd}), each fits H minibatches ({@code RoundTask}), and the driver averages
 * parameters and moments ({@code Mean}) and steps from there ({@link io.cradle.training.spark.Outer}). How long a round is follows from the
 * {@link io.cradle.training.spark.Schedule}. Every round is told as a {@link io.cradle.training.spark.RoundLog}, and what it leaves can be
 * kept as a {@link io.cradle.training.spark.TrainingState}, from which a training goes on to the same bits.
 *
 * <p>Networks of one's own: {@link io.cradle.training.spark.CradleTrainingMaster} is the same engine for DL4J's {@code SparkComputationGraph}.
 * {@link io.cradle.training.spark.StockTrainer} is DL4J's, for comparison.
 *
 * <h2>Where it runs</h2>
 *
 * <p>{@link io.cradle.training.spark.TrainingResources} puts a stage on executors of its own kind, with a GPU for each task;
 * {@link io.cradle.training.spark.Device} binds a task to its GPU, and says before the first step if there is none that can be used.
 *
 * <h2>What repeats</h2>
 *
 * <p>Equal windows, configuration and seed give an equal checkpoint, bit for bit, with any number of workers, on
 * whatever executors and in whatever order they finish, and also when a task failed and was tried again: shares are a
 * pure function of (seed, round, worker), and the average is summed in float64 in the order of the workers. That holds
 * for one kind of processor, one native build and one number of native threads ({@code OMP_NUM_THREADS}): another may
 * round a matrix product differently. Another number of workers is another training. Of a {@code RoundLog}, seconds and the ids of
 * executors do not repeat.
 *
 * <p>May import Spark, DL4J, {@code dataset}, and this module's {@code model}, {@code learner} and {@code dl4j}.
 */
package io.cradle.training.spark;
