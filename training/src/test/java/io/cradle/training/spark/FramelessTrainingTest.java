package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.WriteMode;
import io.cradle.dataset.window.Stretch;
import io.cradle.dataset.window.WindowSampler;
import io.cradle.training.baseline.Baselines;
import io.cradle.training.baseline.Fitted;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Evaluator;
import io.cradle.training.evaluation.Metric;
import io.cradle.training.evaluation.ModelResult;
import io.cradle.training.evaluation.OneStep;
import io.cradle.training.evaluation.OracleConfig;
import io.cradle.training.evaluation.Subject;
import io.cradle.training.model.Blank;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.HeadConfig;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.Origin;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Recording;
import io.cradle.training.model.Swings;
import io.cradle.training.model.WorldModel;
import io.cradle.training.simulator.LearnedSimulator;
import io.cradle.training.simulator.Sampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of proprio alone goes the way of a table of frames: trained on, measured beside baselines, dreamt of. */
class FramelessTrainingTest {
    private static final ModelConfig MODEL = ModelConfig.step(2, List.of(32), HeadConfig.PLAIN);
    private static final EvaluationConfig CONFIG =
            new EvaluationConfig(Split.TEST, 0, 3, 10, 200, 1, 1, 2, 1, 50, OracleConfig.NONE);
    private static final List<Episode> TRAIN = Swings.episodes(1, 40, 40);

    @TempDir
    static Path folder;

    private static Checkpoint checkpoint;

    @BeforeAll
    static void aNetworkIsTrained() {
        EpisodeTable table =
                EpisodeTable.at(LocalSpark.session(), folder.resolve("swings").toString());
        table.write(
                LocalSpark.context().parallelize(TRAIN, 2),
                Swings.LAYOUT,
                WriteMode.CREATE,
                new Lineage("test", "", "", List.of(), ""));
        Layout seen = MODEL.reads(table.layout());
        WindowSampler windows = WindowSampler.uniform(Stretch.join(table.segments()), AveragingTrainer.windows(MODEL));
        TrainingSet set = new TrainingSet(
                windows,
                windows,
                new TableWindows(seen, 1 << 20),
                seen,
                new Origin(table.reference(), "", List.of("Pendulum"), 40),
                "");
        checkpoint = new AveragingTrainer(LocalSpark.context(), MODEL, new TrainingConfig(2, 4, 60, 32, 5e-3, 1))
                .fit(set, Optional.empty(), rounds -> {});
    }

    private static EvaluationReport report(List<Episode> episodes) {
        List<Recording> train = TRAIN.stream().map(Recording::of).toList();
        PixelCounts counts = TRAIN.stream()
                .map(episode -> PixelCounts.of(Blank.frames(episode)))
                .reduce(PixelCounts.NONE, PixelCounts::merge);
        List<WorldModel> models = new ArrayList<>(List.of(checkpoint.model()));
        Baselines.fit(train, List.of(), counts).stream().map(Fitted::model).forEach(models::add);
        Evaluator evaluator = new Evaluator(CONFIG, models, Optional.empty(), Baselines.spread(train));
        return EvaluationReport.of(
                evaluator.score(episodes), CONFIG, new Subject("swings", 0, "", "all", Split.TEST, "", Map.of()));
    }

    @Test
    void proprioIsMeasuredBesideBaselinesAndFramesAreNot() {
        EvaluationReport report = report(Swings.episodes(2, 10, 40));
        assertThat(report.framed()).isFalse();
        assertThat(report.models().stream().map(ModelResult::model).skip(1))
                .containsExactly("marginal", "copy-last", "constant-velocity", "linear");
        assertThat(report.models()).allSatisfy(model -> {
            assertThat(model.iou()).isEmpty();
            assertThat(model.beyond()).isEmpty();
            assertThat(model.curves()).containsOnlyKeys(Metric.PROPRIO, Metric.PROPRIO_RADIANS);
            assertThat(model.curves().get(Metric.PROPRIO)).hasSize(10);
            assertThat(model.felt().orElseThrow().channels()).containsOnlyKeys("position, rad", "velocity, rad/s");
        });
        ModelResult.Felt felt = report.models().get(0).felt().orElseThrow();
        assertThat(felt.beyond().get("copy-last").liesBelowZero()).isTrue();
        assertThat(felt.beyond().get("constant-velocity").liesBelowZero()).isTrue();
        assertThat(felt.shuffledActions().orElseThrow().liesAboveZero()).isTrue();
        assertThat(report.beatsCopyLast()).isTrue();
        assertThat(report.result("marginal").felt().orElseThrow().error().mean())
                .as("a deviation of TRAIN is what the mean is off by")
                .isCloseTo(1, within(0.3));
    }

    @Test
    void anEpisodeThatWasNotMeasuredThroughoutIsSkipped() {
        List<Episode> episodes = new ArrayList<>(Swings.episodes(2, 3, 40));
        Episode broken = episodes.get(0);
        boolean[] valid = new boolean[3 * 40];
        Arrays.fill(valid, true);
        valid[3 * 7 + 1] = false;
        List<Tensor> tensors = new ArrayList<>(broken.tensors());
        tensors.set(2, Tensor.ofBits(Swings.LAYOUT.require(Layout.VALID), valid));
        episodes.set(0, new Episode(broken.id(), tensors, broken.provenance()));
        EvaluationReport report = report(episodes);
        assertThat(report.episodes()).isEqualTo(2);
        assertThat(report.skippedEpisodes()).isEqualTo(1);
    }

    @Test
    void theCheckpointComesBackAndDreamsOfProprioAlone() {
        checkpoint.save(folder.resolve("model"));
        Checkpoint loaded = Checkpoint.load(folder.resolve("model"));
        assertThat(loaded.digest()).isEqualTo(checkpoint.digest());
        assertThat(loaded.facts()).isEqualTo(checkpoint.facts());
        assertThat(loaded.facts().standard().changesNothing()).isFalse();
        try (LearnedSimulator world = new LearnedSimulator(
                loaded.model(), loaded.facts().layout(), loaded.prompts(), new Sampling(Sampling.Draw.SAMPLE, 1), 2)) {
            assertThat(world.observations().stream().map(TensorSpec::name)).containsExactly(Layout.PROPRIO);
            world.reset(List.of(new Start.Seed(1), new Start.Seed(2)));
            Tensor push = Tensor.ofFloats(world.action(), new float[] {0.5f, -0.5f});
            world.step(push);
            List<Snapshot> here = world.snapshot();
            List<Tensor> next = world.step(push);
            assertThat(next.get(0).floats()[0]).as("in radians").isBetween(10f, 30f);
            world.reset(here.stream().<Start>map(Start.Restored::new).toList());
            assertThat(world.step(push)).as("bit for bit").isEqualTo(next);
            Episode seen = TRAIN.get(0);
            Start prompt = new Start.Prompt(
                    List.of(seen.require(Layout.PROPRIO).slice(0, 3)),
                    seen.require(Layout.ACTION).slice(0, 3),
                    7);
            assertThat(world.reset(List.of(prompt, prompt)).get(0).floats(0))
                    .isEqualTo(seen.require(Layout.PROPRIO).floats(2));
            Tensor acted = seen.require(Layout.ACTION).slice(2, 3);
            Tensor came = seen.require(Layout.PROPRIO).slice(3, 4);
            List<Tensor> four =
                    seen.tensors().stream().map(tensor -> tensor.slice(0, 4)).toList();
            Recording recording = Recording.of(new Episode(seen.id(), four, seen.provenance()));
            double bits = OneStep.proprioBits(loaded.model(), List.of(recording), 3);
            assertThat(world.surprise(
                            Tensor.concat(List.of(acted, acted)), List.of(Tensor.concat(List.of(came, came)))))
                    .containsExactly(new double[] {bits, bits}, within(1e-9));
        }
    }
}
