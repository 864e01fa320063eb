/**
 * Distributed training by parameter averaging on Spark, through DL4J's {@code SparkComputationGraph}.
 *
 * <p>Start at {@link io.cradle.training.spark.AveragingTrainer}. The driver chooses the windows of a round
 * ({@code RoundPlan}) and sends their addresses; K workers read them where they run
 * ({@link io.cradle.training.spark.WindowSource}), each fits H minibatches by Adam, and the driver averages weights and
 * moments ({@code OrderedAveragingMaster}) and steps from there ({@link io.cradle.training.spark.Outer}). Every round is told as a
 * {@link io.cradle.training.spark.RoundLog}, and what it leaves can be kept as a {@link io.cradle.training.spark.TrainingState}, from which
 * a training goes on to the same bits.
 *
 * <h2>What repeats</h2>
 *
 * <p>Equal windows, configuration and seed give an equal checkpoint, bit for bit, with any number of workers, on
 * whatever executors and in whatever order they finish, and also when a task failed and was tried again: shares are a
 * pure function of (seed, round, worker), and the average is summed in float64 in the order of the workers. That holds
 * for one kind of processor, one native build and one number of native threads ({@code OMP_NUM_THREADS}): another may
 * round a matrix product differently. Another number of workers is another training. Of a {@code RoundLog},
 * {@code seconds} and the ids of executors do not repeat.
 *
 * <h2>Where this departs from DL4J's own master</h2>
 *
 * <p>DL4J's workers forget how many minibatches there were (Adam's bias correction starts anew each round), its average
 * is summed in float32 in the order of arrival, it counts the data by reading it, and it saves no moments unless told
 * to. The classes here say where each is set right.
 *
 * <h2>Where it runs</h2>
 *
 * <p>{@link io.cradle.training.spark.TrainingResources} puts a stage on executors of its own kind, with a GPU for each task;
 * {@link io.cradle.training.spark.Device} binds a task to its GPU, and says before the first step if there is none that can be used.
 *
 * <p>May import Spark, DL4J, {@code dataset}, and this module's {@code model} and {@code dl4j}.
 */
package io.cradle.training.spark;
