package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.training.dl4j.GraphLearner;
import io.cradle.training.learner.LearnerState;
import io.cradle.training.model.Floats;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.api.TrainingMaster;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;

/** What must hold of parameter averaging; DL4J's own master stands beside where it does not hold for it. */
class LawsTest {
    private static final JavaSparkContext SPARK = LocalSpark.context();
    private static final int SIZE = 8;

    /** A network after one pass over these minibatches, dealt to workers one by one. */
    private static ComputationGraph averaged(
            ComputationGraphConfiguration configuration, List<MultiDataSet> data, int workers, int localSteps) {
        CradleTrainingMaster master = new CradleTrainingMaster(workers, localSteps, SIZE, OuterConfig.AVERAGE, 1);
        SparkComputationGraph graph = new SparkComputationGraph(SPARK, configuration, master);
        return graph.fitMultiDataSet(SPARK.parallelize(data, 2));
    }

    private static ComputationGraph alone(ComputationGraphConfiguration configuration, List<MultiDataSet> data) {
        ComputationGraph network = Toys.network(configuration);
        data.forEach(network::fit);
        return network;
    }

    /** One averaging round by DL4J's master over a partition for each worker. */
    private static ComputationGraph stock(
            ComputationGraphConfiguration configuration, List<List<MultiDataSet>> shares, boolean moments, int rounds) {
        ParameterAveragingTrainingMaster master = new ParameterAveragingTrainingMaster.Builder(shares.size(), SIZE)
                .batchSizePerWorker(SIZE)
                .averagingFrequency(shares.get(0).size())
                .saveUpdater(moments)
                .rddTrainingApproach(RDDTrainingApproach.Direct)
                .repartionData(Repartition.Never)
                .build();
        SparkComputationGraph graph = new SparkComputationGraph(SPARK, configuration, master);
        JavaRDD<MultiDataSet> data = SPARK.parallelize(shares, shares.size()).flatMap(List::iterator);
        for (int round = 0; round < rounds; round++) {
            graph.fitMultiDataSet(data);
        }
        return graph.getNetwork();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void oneWorkerIsPlainTrainingBitForBit(int localSteps) {
        List<MultiDataSet> data = Toys.minibatches(7, SIZE);
        ComputationGraph network = averaged(Toys.plain(new Adam(0.01)), data, 1, localSteps);
        assertThat(Toys.parameters(network)).isEqualTo(Toys.parameters(alone(Toys.plain(new Adam(0.01)), data)));
        assertThat(network.getConfiguration().getIterationCount()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void averagesAfterEveryStepOfDescentAreOneWorkerWithAllTheirExamples(int workers) {
        List<MultiDataSet> data = Toys.minibatches(5 * workers, SIZE);
        List<MultiDataSet> merged = IntStream.range(0, 5)
                .mapToObj(i -> (MultiDataSet)
                        org.nd4j.linalg.dataset.MultiDataSet.merge(data.subList(i * workers, (i + 1) * workers)))
                .toList();
        float[] many = Toys.parameters(averaged(Toys.plain(new Sgd(0.1)), data, workers, 1));
        assertThat(many).isNotEqualTo(Toys.parameters(Toys.network(Toys.plain(new Sgd(0.1)))));
        assertThat(many).containsExactly(Toys.parameters(alone(Toys.plain(new Sgd(0.1)), merged)), within(1e-5f));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void workersWithTheSameShareAreOneWorker(int workers) {
        List<MultiDataSet> data = Toys.minibatches(6, SIZE);
        List<MultiDataSet> dealt = data.stream()
                .flatMap(each -> Collections.nCopies(workers, each).stream())
                .toList();
        assertThat(Toys.parameters(averaged(Toys.plain(new Adam(0.01)), dealt, workers, 3)))
                .isEqualTo(Toys.parameters(alone(Toys.plain(new Adam(0.01)), data)));
    }

    /** Three minibatches for one worker, one for the other. */
    private static final List<List<MultiDataSet>> UNEQUAL =
            List.of(Toys.minibatches(3, SIZE), List.of(Toys.minibatch(9, SIZE)));

    private static float[] mean(double first, double second) {
        float[] left = Toys.parameters(alone(Toys.plain(new Sgd(0.1)), UNEQUAL.get(0)));
        float[] right = Toys.parameters(alone(Toys.plain(new Sgd(0.1)), UNEQUAL.get(1)));
        float[] mean = new float[left.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) ((first * left[i] + second * right[i]) / (first + second));
        }
        return mean;
    }

    @Test
    void workersWeighByTheExamplesThatTheyFittedAndThoseOfTheStockMasterAllTheSame() {
        try (Averaging<MultiDataSet> averaging = averaging(Toys.plain(new Sgd(0.1)))) {
            JavaRDD<MultiDataSet> data = SPARK.parallelize(UNEQUAL, 2).flatMap(List::iterator);
            averaging.round(data, SPARK.parallelize(List.<MultiDataSet>of(), 2), 0, 0.1);
            assertThat(averaging.state().parameters().values()).isEqualTo(mean(3, 1));
        }
        float[] unweighted = Toys.parameters(stock(Toys.plain(new Sgd(0.1)), UNEQUAL, true, 1));
        assertThat(unweighted).containsExactly(mean(1, 1), within(1e-6f));
    }

    private static Averaging<MultiDataSet> averaging(ComputationGraphConfiguration configuration) {
        GraphLearners learners = new GraphLearners(configuration, List.of(), configuration.toJson());
        OuterOptimizer outer = new OuterOptimizer(OuterConfig.AVERAGE, Floats.of(new float[0]));
        return new Averaging<>(
                SPARK, learners, outer, 1, Averaging.initial(SPARK.parallelize(List.of(0), 1), learners));
    }

    @Test
    void aWorkerWithoutDataIsLeftOut() {
        try (Averaging<MultiDataSet> averaging = averaging(Toys.plain(new Sgd(0.1)))) {
            JavaRDD<MultiDataSet> data = SPARK.parallelize(List.of(UNEQUAL.get(0), List.<MultiDataSet>of()), 2)
                    .flatMap(List::iterator);
            averaging.round(data, SPARK.parallelize(List.<MultiDataSet>of(), 2), 0, 0.1);
            assertThat(averaging.state().parameters().values())
                    .isEqualTo(Toys.parameters(alone(Toys.plain(new Sgd(0.1)), UNEQUAL.get(0))));
        }
    }

    @Test
    void withoutAnyDataARoundIsRefused() {
        try (Averaging<MultiDataSet> averaging = averaging(Toys.plain(new Sgd(0.1)))) {
            JavaRDD<MultiDataSet> nothing = SPARK.parallelize(List.<MultiDataSet>of(), 2);
            assertThatThrownBy(() -> averaging.round(nothing, nothing, 0, 0.1))
                    .hasMessage("Cannot average round 0: no worker had data; give it minibatches");
        }
    }

    /** So small that gradients stay as they are for a thousand steps: each is then as long as this. */
    private static final double RATE = 1e-5;

    private static final MultiDataSet SAME = Toys.minibatch(1, SIZE);

    /** Mean length of the next step over all parameters, in units of what Adam's is on constant gradients. */
    private static double step(ComputationGraph from, ComputationGraph to) {
        float[] before = Toys.parameters(from);
        float[] after = Toys.parameters(to);
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            sum += Math.abs(after[i] - before[i]) / RATE;
        }
        return sum / before.length;
    }

    /** After a round of a thousand steps. */
    private static ComputationGraph warm() {
        return averaged(Toys.plain(new Adam(RATE)), Collections.nCopies(1000, SAME), 1, 1000);
    }

    private static ComputationGraph next(TrainingMaster<?, ?> master) {
        return new SparkComputationGraph(SPARK, warm(), master).fitMultiDataSet(SPARK.parallelize(List.of(SAME), 1));
    }

    private static ParameterAveragingTrainingMaster stockMaster(boolean moments) {
        return new ParameterAveragingTrainingMaster.Builder(1, SIZE)
                .batchSizePerWorker(SIZE)
                .averagingFrequency(1)
                .saveUpdater(moments)
                .rddTrainingApproach(RDDTrainingApproach.Direct)
                .repartionData(Repartition.Never)
                .build();
    }

    @Test
    void theFirstStepAfterARoundIsAsLongAsAnyOther() {
        assertThat(step(warm(), next(new CradleTrainingMaster(1, 1, SIZE, OuterConfig.AVERAGE, 1))))
                .isCloseTo(1, within(0.05));
    }

    /** Its workers count their steps from nothing: Adam divides m by 1 − 0.9 and v by 1 − 0.999 that are both long warm. */
    @Test
    void theFirstStepAfterARoundOfTheStockMasterIsAThirdAsLong() {
        double v = (1 - Math.pow(0.999, 1001)) / 0.001;
        assertThat(step(warm(), next(stockMaster(true)))).isCloseTo(10 / Math.sqrt(v), within(0.05));
    }

    /** What models.md of the specification warns of: no moments, and a counter that ran on. */
    @Test
    void momentsThatAreForgottenByACounterThatIsNotMakeTheFirstStepThreeTimesAsLong() {
        ComputationGraph network = warm();
        LearnerState state = GraphLearner.of(network);
        GraphLearner.set(network, new LearnerState(state.layout(), state.parameters(), Floats.of(new float[0]), 1000));
        network.fit(SAME);
        double corrected = Math.sqrt(1 - Math.pow(0.999, 1001)) / (1 - Math.pow(0.9, 1001));
        assertThat(step(warm(), network)).isCloseTo(0.1 / Math.sqrt(0.001) * corrected, within(0.1));
    }

    @Test
    void theStockMasterForgetsMomentsUnlessToldAndCountersAlways() {
        List<List<MultiDataSet>> share = List.of(Toys.minibatches(4, SIZE));
        ComputationGraph forgetful = stock(Toys.plain(new Adam(0.01)), share, false, 2);
        ComputationGraph saving = stock(Toys.plain(new Adam(0.01)), share, true, 2);
        List<MultiDataSet> twice = new ArrayList<>(share.get(0));
        twice.addAll(share.get(0));
        float[] plain = Toys.parameters(alone(Toys.plain(new Adam(0.01)), twice));
        assertThat(Toys.parameters(forgetful)).isNotEqualTo(plain);
        assertThat(Toys.parameters(saving)).isNotEqualTo(plain);
        assertThat(Toys.parameters(averaged(Toys.plain(new Adam(0.01)), twice, 1, 4)))
                .isEqualTo(plain);
    }

    @Property(tries = 100)
    void theOrderInWhichWorkersAnswerChangesNothing(
            @ForAll @IntRange(min = 1, max = 9) int workers, @ForAll long seed) {
        Random random = new Random(seed);
        List<WorkerResult> results = IntStream.range(0, workers)
                .mapToObj(worker -> result(worker, 1 + random.nextInt(99), random))
                .toList();
        List<WorkerResult> shuffled = new ArrayList<>(results);
        Collections.shuffle(shuffled, random);
        assertThat(Mean.of(shuffled)).isEqualTo(Mean.of(results));
    }

    private static WorkerResult result(int worker, int examples, Random random) {
        LearnerState end = new LearnerState("layout", vector(random), vector(random), 1);
        return new WorkerResult(
                worker, "driver", examples, List.of(1.0), Total.NONE, List.of(end), new Seconds(0, 0, 0, 0, 0));
    }

    private static Floats vector(Random random) {
        float[] values = new float[5];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10));
        }
        return Floats.of(values);
    }

    @Test
    void workersOfDifferentModelsAreNotAveraged() {
        Random random = new Random(1);
        LearnerState other = new LearnerState("other", vector(random), vector(random), 1);
        WorkerResult stranger =
                new WorkerResult(1, "driver", 1, List.of(1.0), Total.NONE, List.of(other), new Seconds(0, 0, 0, 0, 0));
        assertThatThrownBy(() -> Mean.of(List.of(result(0, 1, random), stranger)))
                .hasMessageContaining("layout 'layout' to a state of layout 'other'");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void statisticsOfBatchNormalisationAreThoseOfOneMachine(boolean logarithm) {
        List<MultiDataSet> data = Toys.minibatches(12, SIZE);
        ComputationGraph network = averaged(Toys.normalised(new Adam(0.01), logarithm), data, 4, 3);
        ComputationGraph alone = Toys.network(Toys.normalised(new Adam(0.01), logarithm));
        GraphLearner.set(alone, GraphLearner.of(network));
        MultiDataSet all = org.nd4j.linalg.dataset.MultiDataSet.merge(data);
        for (String layer : List.of("first", "second")) {
            String below = layer.equals("first") ? "numbers" : "hidden";
            var input = alone.feedForward(all.getFeatures(), false).get(below);
            assertThat(network.getLayer(layer).getParam("mean").data().asFloat())
                    .containsExactly(input.mean(0).data().asFloat(), within(1e-4f));
            float[] deviation = input.std(false, 0).data().asFloat();
            assertThat(deviations(network, layer, logarithm)).containsExactly(deviation, within(1e-4f));
        }
    }

    private static float[] deviations(ComputationGraph network, String layer, boolean logarithm) {
        float[] kept = network.getLayer(layer)
                .getParam(logarithm ? "log10stdev" : "var")
                .dup()
                .data()
                .asFloat();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = (float) (logarithm ? Math.pow(10, kept[i]) : Math.sqrt(kept[i]));
        }
        return kept;
    }
}
