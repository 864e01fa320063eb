package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** What any user of DL4J may hand to it. */
class CradleTrainingMasterTest {
    private static final JavaSparkContext SPARK = LocalSpark.context();
    private static final int SIZE = 8;

    private static CradleTrainingMaster master(OuterConfig outer) {
        return new CradleTrainingMaster(2, 2, SIZE, outer, 1);
    }

    private static ComputationGraph fit(ComputationGraphConfiguration configuration, OuterConfig outer, int slices) {
        SparkComputationGraph graph = new SparkComputationGraph(SPARK, configuration, master(outer));
        graph.fitMultiDataSet(SPARK.parallelize(Toys.minibatches(10, SIZE), slices));
        return graph.fitMultiDataSet(SPARK.parallelize(Toys.minibatches(10, SIZE), slices));
    }

    @ParameterizedTest
    @EnumSource(Outer.class)
    void theSameDataEndsInTheSameBitsHoweverItIsCutIntoPartitions(Outer method) {
        OuterConfig outer = new OuterConfig(method, 0.7, 0.5);
        float[] once = Toys.parameters(fit(Toys.plain(new Adam(0.01)), outer, 1));
        assertThat(Toys.parameters(fit(Toys.plain(new Adam(0.01)), outer, 3))).isEqualTo(once);
        assertThat(Toys.parameters(fit(Toys.plain(new Adam(0.01)), outer, 7))).isEqualTo(once);
    }

    @Test
    void dataSetsOfAnySizeAreMergedIntoMinibatchesAndTheLossFalls() {
        List<DataSet> single = Toys.minibatches(60, 1).stream()
                .map(each -> new DataSet(each.getFeatures(0), each.getLabels(0)))
                .toList();
        SparkComputationGraph graph =
                new SparkComputationGraph(SPARK, Toys.plain(new Adam(0.01)), master(OuterConfig.AVERAGE));
        graph.fit(SPARK.parallelize(single, 3));
        double first = graph.getScore();
        for (int epoch = 0; epoch < 10; epoch++) {
            graph.fit(SPARK.parallelize(single, 3));
        }
        assertThat(graph.getScore()).isLessThan(first / 2);
        // 30 examples a worker are four minibatches, the last of six
        assertThat(graph.getNetwork().getConfiguration().getIterationCount()).isEqualTo(11 * 4);
    }

    /** Its first layer has no parameters, and so no learning rate. */
    private static ComputationGraphConfiguration activationFirst(IUpdater updater) {
        return Toys.begun(updater)
                .addLayer("first", new ActivationLayer(Activation.TANH), "numbers")
                .addLayer("mean", Toys.output(), "first")
                .setOutputs("mean")
                .build();
    }

    @Test
    void aNetworkWhoseFirstLayerHasNoLearningRateTrains() {
        OuterConfig slow = new OuterConfig(Outer.SLOWMO, 1, 0.5);
        ComputationGraph network = fit(activationFirst(new Sgd(0.1)), slow, 2);
        assertThat(Toys.parameters(network)).isNotEqualTo(Toys.parameters(Toys.network(activationFirst(new Sgd(0.1)))));
    }

    @Test
    void anUpdaterWithoutALearningRateIsRefusedBySlowMoAlone() {
        assertThatThrownBy(() -> fit(Toys.plain(new AdaDelta()), new OuterConfig(Outer.SLOWMO, 1, 0.5), 2))
                .hasMessageContaining("no layer of the network has a learning rate");
        assertThat(Toys.parameters(fit(Toys.plain(new AdaDelta()), OuterConfig.AVERAGE, 2)))
                .isNotEqualTo(Toys.parameters(Toys.network(Toys.plain(new AdaDelta()))));
    }

    @Test
    void schedulesOfTheUsersOwnGoOnFromRoundToRound() {
        List<MultiDataSet> data = Toys.minibatches(6, SIZE);
        ComputationGraphConfiguration decaying =
                Toys.plain(new Adam(new ExponentialSchedule(ScheduleType.ITERATION, 0.1, 0.5)));
        SparkComputationGraph graph = new SparkComputationGraph(
                SPARK, decaying.clone(), new CradleTrainingMaster(1, 2, SIZE, OuterConfig.AVERAGE, 1));
        ComputationGraph alone = Toys.network(decaying.clone());
        data.forEach(alone::fit);
        assertThat(Toys.parameters(graph.fitMultiDataSet(SPARK.parallelize(data, 1))))
                .isEqualTo(Toys.parameters(alone));
    }

    @Test
    void whatItCannotDoItSays() {
        CradleTrainingMaster master = master(OuterConfig.AVERAGE);
        assertThatThrownBy(() -> master.executeTraining(
                        (org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer) null, null))
                .hasMessageContaining("use network.toComputationGraph()");
        assertThatThrownBy(() -> master.addHook(null)).hasMessageContaining("use a listener");
        assertThatThrownBy(() -> master.setCollectTrainingStats(true))
                .hasMessageContaining("leave setCollectTrainingStats off");
        assertThatThrownBy(() -> new CradleTrainingMaster(0, 1, 1, OuterConfig.AVERAGE, 1))
                .hasMessageContaining("workers=0");
    }
}
