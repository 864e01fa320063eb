package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.dataset.window.WindowSampler;
import io.cradle.training.dl4j.DenseLearners;
import io.cradle.training.dl4j.FrameBatch;
import io.cradle.training.learner.Learner;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.DenseShape;
import io.cradle.training.model.ModelConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.dataset.api.MultiDataSet;

class AveragingTrainerTest {
    private static final ModelConfig SMALL = ModelConfig.dense(2, List.of(24));
    private static final BouncingBalls FEW = new BouncingBalls(1, 20, 20, 12);

    private static final JavaSparkContext SPARK = LocalSpark.context();

    @Test
    void aTinyNetworkBeatsCopyLastOnBallsItNeverSaw() {
        ModelConfig model = ModelConfig.dense(3, List.of(64));
        BouncingBalls train = new BouncingBalls(1, 200, 50, 12);
        BouncingBalls unseen = new BouncingBalls(2, 40, 50, 12);
        List<RoundLog> rounds = new ArrayList<>();
        Checkpoint checkpoint = new AveragingTrainer(SPARK, model, new TrainingConfig(2, 15, 40, 32, 4e-3, 7))
                .fit(train.set(AveragingTrainer.windows(model)), Optional.empty(), rounds::add);
        List<Window> windows = Bits.read(unseen, unseen.windows(AveragingTrainer.windows(model)));
        double copyLast = Bits.copyLast(windows, model.frames());
        assertThat(Bits.of(checkpoint, windows)).isLessThan(0.8 * copyLast);
        assertThat(rounds.get(14).loss()).isLessThan(0.8 * rounds.get(0).loss());
    }

    @Test
    void everyRoundSaysWhoFittedHowMuch() {
        List<RoundLog> rounds = new ArrayList<>();
        TrainingConfig config = new TrainingConfig(2, 3, 5, 8, 1e-2, 7);
        fit(config, rounds);
        assertThat(rounds).extracting(RoundLog::steps).containsExactly(5, 10, 15);
        assertThat(rounds).extracting(RoundLog::round).containsExactly(0, 1, 2);
        assertThat(rounds).extracting(RoundLog::examples).containsOnly(2L * 5 * 8);
        assertThat(rounds).allSatisfy(round -> assertThat(round.executors()).isEqualTo(Map.of("driver", 80L)));
        assertThat(rounds)
                .extracting(RoundLog::learningRate)
                .containsExactly(1e-2, config.rate().at(5), config.rate().at(10));
        assertThat(rounds).allSatisfy(round -> assertThat(round.seconds()).isPositive());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void equalSeedsAndWorkersRepeatBitForBit(int workers) {
        TrainingConfig config = new TrainingConfig(workers, 3, 4, 8, 1e-2, 7);
        Checkpoint once = fit(config, new ArrayList<>());
        Checkpoint again = fit(config, new ArrayList<>());
        assertThat(again.parameters()).isEqualTo(once.parameters());
        assertThat(again.updater()).isEqualTo(once.updater());
        assertThat(again.digest()).isEqualTo(once.digest());
    }

    @Test
    void aWorkerThatFailedAndWasTriedAgainChangesNothing() {
        TrainingConfig config = new TrainingConfig(2, 2, 4, 8, 1e-2, 7);
        TrainingSet set = FEW.set(AveragingTrainer.windows(SMALL));
        FailingOnce.LEFT.set(1);
        List<RoundLog> rounds = new ArrayList<>();
        Checkpoint survived = new AveragingTrainer(SPARK, SMALL, config)
                .fit(
                        new TrainingSet(
                                set.windows(), set.validation(), new FailingOnce(FEW), set.layout(), set.origin(), ""),
                        Optional.empty(),
                        rounds::add);
        assertThat(FailingOnce.LEFT).hasNegativeValue();
        assertThat(survived).isEqualTo(fit(config, new ArrayList<>()));
        assertThat(rounds).extracting(RoundLog::examples).containsOnly(64L);
    }

    /** Fails at the third minibatch of the first task that gets there. */
    private record FailingOnce(BouncingBalls balls) implements WindowSource {
        static final AtomicInteger LEFT = new AtomicInteger();

        @Override
        public Reader open() {
            Reader reader = balls.open();
            boolean inWorker = TaskContext.get() != null;
            AtomicInteger reads = new AtomicInteger();
            return new Reader() {
                @Override
                public Window read(WindowAddress address) {
                    if (inWorker && reads.incrementAndGet() == 20 && LEFT.getAndDecrement() == 1) {
                        throw new CorruptDataException("somewhere", "it is gone for once");
                    }
                    return reader.read(address);
                }

                @Override
                public void close() {
                    reader.close();
                }
            };
        }
    }

    @Test
    void outerStepsRepeatBitForBitAndGoElsewhereThanTheAverage() {
        TrainingConfig outer =
                new TrainingConfig(2, 3, 4, 8, 1e-2, 7).withOuter(new OuterConfig(Outer.DILOCO, 0.7, 0.9));
        List<RoundLog> rounds = new ArrayList<>();
        Checkpoint once = fit(outer, rounds);

        assertThat(fit(outer, new ArrayList<>()).parameters()).isEqualTo(once.parameters());
        assertThat(fit(new TrainingConfig(2, 3, 4, 8, 1e-2, 7), new ArrayList<>())
                        .parameters())
                .isNotEqualTo(once.parameters());
        assertThat(rounds).allSatisfy(round -> {
            assertThat(round.agreement().dispersion()).isBetween(0.01, 5.0);
            assertThat(round.agreement().cosine()).isBetween(0.1, 0.999);
        });
    }

    @ParameterizedTest
    @EnumSource(Outer.class)
    void aTrainingThatStoppedAfterAnyRoundEndsInTheSameBits(Outer outer) {
        TrainingConfig config = new TrainingConfig(2, 4, 3, 8, 1e-2, 7).withOuter(new OuterConfig(outer, 0.7, 0.5));
        List<TrainingState> states = new ArrayList<>();
        TrainingSet data = FEW.set(AveragingTrainer.windows(SMALL));
        AveragingTrainer trainer = new AveragingTrainer(SPARK, SMALL, config);
        Checkpoint never = trainer.fit(data, Optional.empty(), keeping(states));

        assertThat(states).extracting(TrainingState::rounds).containsExactly(1, 2, 3, 4);
        for (TrainingState state : states) {
            List<RoundLog> rounds = new ArrayList<>();
            assertThat(trainer.fit(data, Optional.of(state), rounds::add)).isEqualTo(never);
            assertThat(rounds).hasSize(4 - state.rounds());
        }
    }

    /** Keeps all states as they come back from files. */
    private static Trainer.Watch keeping(List<TrainingState> states) {
        return new Trainer.Watch() {
            @Override
            public void over(RoundLog round) {}

            @Override
            public void offer(int rounds, Supplier<TrainingState> state) {
                states.add(TrainingStateTest.read(TrainingStateTest.bytes(state.get())));
            }
        };
    }

    @Test
    void anotherSeedGivesAnotherModel() {
        assertThat(fit(new TrainingConfig(2, 1, 2, 8, 1e-2, 7), new ArrayList<>())
                        .digest())
                .isNotEqualTo(fit(new TrainingConfig(2, 1, 2, 8, 1e-2, 8), new ArrayList<>())
                        .digest());
    }

    @Test
    void oneWorkerIsPlainTrainingWithoutSpark() {
        TrainingConfig config = new TrainingConfig(1, 3, 4, 8, 1e-2, 7);
        Checkpoint averaged = fit(config, new ArrayList<>());
        try (Learner<MultiDataSet> plain = learner(config, averaged)) {
            List<Round> rounds = Round.of(config, config.rate()::at);
            rounds.forEach(round -> fit(plain, config, round));
            assertThat(plain.state().parameters()).isEqualTo(averaged.parameters());
            assertThat(plain.state().moments()).isEqualTo(averaged.updater());
        }
        assertThat(averaged.facts().iterations()).isEqualTo(12);
    }

    private static Learner<MultiDataSet> learner(TrainingConfig config, Checkpoint like) {
        return new DenseLearners(
                        (DenseShape) like.shape(), config.seed(), like.facts().meanInk(), config.rate())
                .create();
    }

    /** The same minibatches, one after the other. */
    private static void fit(Learner<MultiDataSet> learner, TrainingConfig config, Round round) {
        Shares shares = new Shares(FEW.set(AveragingTrainer.windows(SMALL)), config);
        List<WindowAddress> share = shares.of(round, 0);
        DenseShape shape = DenseShape.of(SMALL, FEW.layout());
        for (int from = 0; from < share.size(); from += config.batchSize()) {
            learner.fit(FrameBatch.of(Bits.read(FEW, share.subList(from, from + config.batchSize())), shape));
        }
    }

    @Test
    void workersReadOnlyWhatTheyFitAndKeepTheirReaders() {
        Counting.READ.set(0);
        Counting.OPENED.set(0);
        TrainingSet set = FEW.set(AveragingTrainer.windows(SMALL));
        TrainingSet counted =
                new TrainingSet(set.windows(), set.validation(), new Counting(FEW), set.layout(), set.origin(), "");
        new AveragingTrainer(SPARK, SMALL, new TrainingConfig(2, 4, 3, 8, 1e-2, 7))
                .fit(counted, Optional.empty(), Trainer.Watch.NOTHING);
        long sample = set.windows().size();
        assertThat(Counting.READ.get()).isEqualTo(sample + 4 * 2 * 3 * 8);
        assertThat(Counting.OPENED.get()).isBetween(2, 3);
    }

    @Test
    void aLossThatIsNoLongerFiniteStopsTheTrainingAndNamesRoundAndWorker() {
        assertThatThrownBy(() -> fit(new TrainingConfig(2, 3, 5, 8, 3e38, 7), new ArrayList<>()))
                .isInstanceOf(IllegalStateException.class)
                .isInstanceOf(Diverged.class)
                .hasMessageContaining("Cannot train past round 0: the loss of worker")
                .hasMessageContaining("is NaN at its minibatch")
                .hasMessageContaining("lower train.learningRate");
    }

    @Test
    void aLossFarAboveThatOfTheUntrainedModelStopsTheTrainingToo() {
        assertThatThrownBy(() -> fit(new TrainingConfig(2, 3, 5, 8, 1e3, 7), new ArrayList<>()))
                .isInstanceOf(Diverged.class)
                .hasMessageContaining("Cannot train past round 0: the loss of worker 0 (executor driver) is ")
                .hasMessageContaining(" times that of the untrained model, more than train.watch.divergence=10.0");
    }

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"DL4J", "DL4J_MOMENTS"})
    void theStockMasterTrainsToo(Engine engine) {
        TrainingConfig config = new TrainingConfig(
                engine,
                2,
                6,
                10,
                Schedule.CONSTANT,
                16,
                0,
                4e-3,
                0,
                7,
                OuterConfig.AVERAGE,
                new WatchConfig(3, 64, 10),
                0,
                1);
        TrainingSet set = FEW.set(AveragingTrainer.windows(SMALL));
        TrainingSet measured =
                new TrainingSet(set.windows(), set.windows(), set.source(), set.layout(), set.origin(), "");
        List<RoundLog> rounds = new ArrayList<>();
        Checkpoint checkpoint = new StockTrainer(SPARK, SMALL, config, TrainingResources.anywhere())
                .fit(measured, Optional.empty(), rounds::add);
        assertThat(rounds).extracting(RoundLog::examples).containsOnly(2L * 10 * 16);
        assertThat(rounds.get(5).loss()).isLessThan(rounds.get(0).loss());
        assertThat(rounds.get(5).validation().after())
                .isLessThan(rounds.get(2).validation().after());
        assertThat(rounds.get(0).validation()).isNull();
        assertThat(checkpoint.facts().training()).containsEntry("engine", engine.name());
    }

    @Test
    void theLossOnValIsMeasuredBeforeAndAfterTheAverage() {
        TrainingSet set = FEW.set(AveragingTrainer.windows(SMALL));
        TrainingSet measured =
                new TrainingSet(set.windows(), set.windows(), set.source(), set.layout(), set.origin(), "");
        TrainingConfig config = new TrainingConfig(2, 4, 5, 8, 1e-2, 7);
        List<RoundLog> rounds = new ArrayList<>();
        new AveragingTrainer(SPARK, SMALL, watching(config)).fit(measured, Optional.empty(), rounds::add);
        Checkpoint checkpoint = fit(config, new ArrayList<>());
        List<Window> windows = Bits.read(
                FEW,
                new Shares(measured, watching(config))
                        .validation().stream()
                                .flatMap(share -> share.windows().stream())
                                .toList());
        assertThat(windows).hasSize(100);
        assertThat(rounds).extracting(round -> round.validation() != null).containsExactly(false, true, false, true);
        assertThat(rounds.get(3).validation().after()).isCloseTo(Bits.of(checkpoint, windows), within(1e-3));
        assertThat(rounds.get(3).validation().before().orElseThrow())
                .isGreaterThan(0)
                .isNotEqualTo(rounds.get(3).validation().after());
    }

    private static TrainingConfig watching(TrainingConfig config) {
        return new TrainingConfig(
                config.engine(),
                config.workers(),
                config.rounds(),
                config.localSteps(),
                config.schedule(),
                config.batchSize(),
                config.beginnings(),
                config.learningRate(),
                config.warmup(),
                config.seed(),
                config.outer(),
                new WatchConfig(2, 100, 10),
                0,
                1);
    }

    @Test
    void aWindowThatCannotBeReadStopsTheTrainingAndNamesTheRound() {
        TrainingSet set = FEW.set(AveragingTrainer.windows(SMALL));
        TrainingSet broken = new TrainingSet(
                set.windows(), set.validation(), new BrokenInWorkers(FEW), set.layout(), set.origin(), "");
        AveragingTrainer trainer = new AveragingTrainer(SPARK, SMALL, new TrainingConfig(2, 1, 1, 8, 1e-2, 7));
        assertThatThrownBy(() -> trainer.fit(broken, Optional.empty(), Trainer.Watch.NOTHING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot finish round 0 of the training: Cannot read 'somewhere': it is gone");
    }

    private record BrokenInWorkers(BouncingBalls balls) implements WindowSource {
        @Override
        public Reader open() {
            if (TaskContext.get() != null) {
                throw new CorruptDataException("somewhere", "it is gone");
            }
            return balls.open();
        }
    }

    @Test
    void trainingOnNothingIsRejected() {
        TrainingSet nothing = new TrainingSet(
                WindowSampler.uniform(List.of(), AveragingTrainer.windows(SMALL)),
                WindowSampler.uniform(List.of(), AveragingTrainer.windows(SMALL)),
                FEW,
                FEW.layout(),
                FEW.origin(),
                "");
        AveragingTrainer trainer = new AveragingTrainer(SPARK, SMALL, new TrainingConfig(2, 1, 1, 8, 1e-2, 7));
        assertThatThrownBy(() -> trainer.fit(nothing, Optional.empty(), Trainer.Watch.NOTHING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no window");
    }

    @Test
    void minibatchesOfMoreWindowsThanThereAreAreRefused() {
        assertThatThrownBy(() -> fit(new TrainingConfig(2, 1, 1, 200, 1e-2, 7), new ArrayList<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("train.workers=2 and train.batchSize=200: there are only 360 windows");
    }

    private static Checkpoint fit(TrainingConfig config, List<RoundLog> rounds) {
        return new AveragingTrainer(SPARK, SMALL, config)
                .fit(FEW.set(AveragingTrainer.windows(SMALL)), Optional.empty(), rounds::add);
    }

    private record Counting(BouncingBalls balls) implements WindowSource {
        static final AtomicInteger READ = new AtomicInteger();
        static final AtomicInteger OPENED = new AtomicInteger();

        @Override
        public Reader open() {
            OPENED.incrementAndGet();
            Reader reader = balls.open();
            return new Reader() {
                @Override
                public Window read(WindowAddress address) {
                    READ.incrementAndGet();
                    return reader.read(address);
                }

                @Override
                public void close() {
                    reader.close();
                }
            };
        }
    }
}
