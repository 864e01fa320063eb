package io.cradle.jobs.cluster;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * Fits the mean of four numbers by parameter averaging and prints a line of JSON for each round: the score, and how many
 * examples each executor trained on. Shows that DL4J, its native backend included, runs from the packaged jar.
 */
public final class AveragingProbe {
    private static final int ROUNDS = 3;
    private static final int BATCHES = 8;
    private static final int BATCH = 16;

    private AveragingProbe() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) {
        try (SparkSession spark = SparkSession.builder().appName("averaging").getOrCreate()) {
            JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
            CollectionAccumulator<String> executors = spark.sparkContext().collectionAccumulator();
            SparkComputationGraph graph = new SparkComputationGraph(context, network(), master(executors));
            JavaRDD<MultiDataSet> batches = context.parallelize(
                            IntStream.range(0, BATCHES).boxed().toList(), 2)
                    .map(AveragingProbe::batch);
            for (int round = 0; round < ROUNDS; round++) {
                executors.reset();
                graph.fitMultiDataSet(batches);
                System.out.println(line(round, graph.getScore(), executors.value()));
            }
        }
    }

    private static ParameterAveragingTrainingMaster master(CollectionAccumulator<String> executors) {
        return new ParameterAveragingTrainingMaster.Builder(2, BATCH)
                .batchSizePerWorker(BATCH)
                .averagingFrequency(BATCHES / 2)
                .saveUpdater(true)
                .rddTrainingApproach(RDDTrainingApproach.Direct)
                .trainingHooks(new CountingHook(executors))
                .build();
    }

    private static ComputationGraphConfiguration network() {
        return new NeuralNetConfiguration.Builder()
                .seed(7)
                .updater(new Adam(0.003))
                .graphBuilder()
                .addInputs("numbers")
                .addLayer(
                        "hidden",
                        new DenseLayer.Builder()
                                .nIn(4)
                                .nOut(8)
                                .activation(Activation.TANH)
                                .build(),
                        "numbers")
                .addLayer(
                        "mean",
                        new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                                .nIn(8)
                                .nOut(1)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "hidden")
                .setOutputs("mean")
                .build();
    }

    private static MultiDataSet batch(int seed) {
        double[] values = new Random(seed).doubles(BATCH * 4L).toArray();
        INDArray numbers = Nd4j.createFromArray(values).castTo(DataType.FLOAT).reshape(BATCH, 4);
        return new org.nd4j.linalg.dataset.MultiDataSet(numbers, numbers.mean(true, 1));
    }

    private static String line(int round, double score, List<String> executors) {
        String counts = executors.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(count -> "\"%s\": %d".formatted(count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
        return "{\"round\": %d, \"score\": %s, \"examples\": {%s}}".formatted(round, score, counts);
    }
}
