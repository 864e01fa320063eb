package io.cradle.jobs.report;

import io.cradle.dataset.curation.Histogram;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.information.Information;
import io.cradle.dataset.information.InformationConfig;
import io.cradle.dataset.information.InformationReport;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Evaluator;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.OracleConfig;
import io.cradle.training.evaluation.Showpieces;
import io.cradle.training.evaluation.Subject;
import io.cradle.training.model.Likelihood;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Windowed;
import io.cradle.training.spark.RoundLog;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/** Inputs for pages, measured on {@link Balls}. */
final class Samples {
    private static final EvaluationConfig CONFIG =
            new EvaluationConfig(Split.TEST, 0, 3, 20, 300, 1, 3, 2, 1, 50, OracleConfig.NONE);
    private static final String HASH = "5f0e9d1c7a3b48e2906d7c41b2f8a65e13d9407cbe52fa886e0143d7c29b5af1";

    private Samples() {}

    /** A run whose model is better than doing nothing. */
    static ReportInput report(String world) {
        ReportInput bounce = Better.INPUT;
        return new ReportInput(
                world,
                bounce.evaluation(),
                bounce.rounds(),
                bounce.reels(),
                bounce.dataset(),
                bounce.verdicts(),
                bounce.lineage());
    }

    /** Measured once. */
    private static final class Better {
        private static final ReportInput INPUT = report("Bounce", new ConstantVelocity(), 24);
    }

    /** A run of any model. */
    static ReportInput report(String world, NextFrameModel model, int episodes) {
        PixelCounts counts = Balls.episodes(60, 50, 1).stream()
                .map(episode -> PixelCounts.of(episode.require(Layout.FRAME)))
                .reduce(PixelCounts.NONE, PixelCounts::merge);
        List<Episode> test = Balls.episodes(episodes, 50, 1000);
        Evaluator evaluator = new Evaluator(CONFIG, Windowed.all(List.of(model, counts.copyLast(), counts.marginal())));
        io.cradle.training.evaluation.Scores scores = evaluator.score(test);
        Subject subject = new Subject(
                "runs/quickstart/rollouts", 3, HASH, "runs/quickstart/selection@0", Split.TEST, HASH, Map.of());
        Map<String, String> shown = Showpieces.choose(scores, CONFIG.filmStrips());
        return new ReportInput(
                world,
                EvaluationReport.of(scores, CONFIG, subject),
                rounds(),
                shown.entrySet().stream()
                        .map(entry -> new Reel(entry.getValue(), evaluator.film(byId(test, entry.getKey()))))
                        .toList(),
                facts("runs/quickstart/rollouts", world),
                new TreeMap<>(Map.of("kept", 1871L, "frozen", 96L, "duplicate", 33L)),
                lineage());
    }

    /** Two episodes to scrub through, as a model that goes on as things go predicts them. */
    static String explore() {
        Evaluator evaluator = new Evaluator(CONFIG, Windowed.all(List.of(new ConstantVelocity())));
        List<Scrub> scrubs = Balls.episodes(2, 40, 1000).stream()
                .map(episode -> new Scrub("episode", evaluator.explore(episode)))
                .toList();
        return ExplorePage.render("Bounce", "constant-velocity", scrubs);
    }

    private static Episode byId(List<Episode> episodes, String id) {
        return episodes.stream()
                .filter(episode -> episode.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<RoundLog> rounds() {
        return Trainings.rounds(30, 9.8, 0.35, 1);
    }

    static DatasetFacts facts(String table, String world) {
        Map<String, Long> splits = new LinkedHashMap<>();
        splits.put("TRAIN", 1612L);
        splits.put("VAL", 195L);
        splits.put("TEST", 193L);
        return new DatasetFacts(
                table, 3, HASH, 2000, 100_000, 9.4, splits, Map.of(world, 2000L), Map.of("uniform [-1, 1]", 2000L));
    }

    /** What curation might have made of a table of balls and logs. */
    static CurationInput curation() {
        Random random = new Random(4);
        Map<Score, Histogram> histograms = new EnumMap<>(Score.class);
        for (Score score : List.of(Score.STILL_STEPS, Score.MOTION, Score.TRAVEL, Score.CONTACT, Score.POSES)) {
            Histogram histogram = new Histogram(0, score == Score.STILL_STEPS ? 60 : 0.4);
            for (int i = 0; i < 2000; i++) {
                double share = Math.min(1, Math.abs(0.25 * random.nextGaussian()) + (i % 20 == 0 ? 0.8 : 0));
                histogram.add(share * histogram.high(), share > 0.7 ? 0 : 1 + share);
            }
            histograms.put(score, histogram);
        }
        List<Episode> balls = Balls.episodes(4, 50, 1);
        Scores frozen = Scores.of(Map.of(Score.STILL_STEPS, 50.0, Score.MOTION, 0.0123456));
        List<CurationInput.Example> examples = List.of(
                new CurationInput.Example("frozen", balls.get(0), frozen),
                new CurationInput.Example("frozen", balls.get(1), frozen),
                new CurationInput.Example("frozen", balls.get(2), frozen),
                new CurationInput.Example("near duplicate", balls.get(3), frozen),
                new CurationInput.Example("time gap", sensors().samples().get(0), frozen));
        return new CurationInput(
                "runs/quickstart/rollouts@3",
                "runs/quickstart/selection@0",
                new TreeMap<>(Map.of("kept", 1871L, "frozen", 96L, "near duplicate", 33L, "time gap", 12L)),
                examples,
                histograms,
                Map.of(Score.NON_FINITE, 0.0),
                List.of(
                        new CurationInput.Stratum("world=Urchin, contact < 0.01", 900, 900, 0.5 / 0.9),
                        new CurationInput.Stratum("world=Urchin, contact >= 0.2", 100, 100, 5)),
                812.4,
                1480,
                lineage());
    }

    static List<LineageStep> lineage() {
        String yaml = "world: Bounce\nrollout:\n  episodes: 2000\n  steps: 50\n  seed: 7\n";
        return List.of(
                new LineageStep(
                        "cradle generate --world Bounce --episodes 2000 --seed 7",
                        "0.1.0 3f9c2aa",
                        OptionalLong.of(7),
                        List.of(),
                        yaml),
                new LineageStep(
                        "cradle curate runs/quickstart/rollouts",
                        "0.1.0 3f9c2aa",
                        OptionalLong.empty(),
                        List.of("runs/quickstart/rollouts@3"),
                        "curate:\n  validity: {minSteps: 24}\n  frozen: {steps: 20}\n"),
                new LineageStep(
                        "cradle train runs/quickstart/rollouts",
                        "0.1.0 3f9c2aa",
                        OptionalLong.of(11),
                        List.of("runs/quickstart/rollouts@3", "runs/quickstart/selection@0"),
                        "train:\n  workers: 2\n  rounds: 30\n  localSteps: 50\n  batchSize: 32\n  learningRate: 0.002\n"),
                new LineageStep(
                        "cradle evaluate runs/quickstart/model",
                        "0.1.0 3f9c2aa",
                        OptionalLong.of(1),
                        List.of("runs/quickstart/model"),
                        "evaluate:\n  prompt: 3\n  horizon: 20\n"));
    }

    /** A table with frames. */
    static ShowInput frames() {
        return new ShowInput(
                facts("runs/quickstart/rollouts", "Bounce"), Balls.layout(), Balls.episodes(3, 50, 77), lineage());
    }

    /** A table of a sensor log without frames, at uneven times, with gaps. */
    static ShowInput sensors() {
        TensorSpec time = new TensorSpec(Layout.TIME, Encoding.I64, List.of(), List.of(), Scaling.NONE, 0, 1e15, 0);
        List<Channel> channels = List.of(
                new Channel("position", "rad", -10, 10),
                new Channel("velocity", "rad/s", -20, 20),
                new Channel("torque", "N m", -3, 3));
        TensorSpec proprio = TensorSpec.vector(Layout.PROPRIO, channels, Scaling.NONE, -20, 20, 0);
        TensorSpec valid = new TensorSpec(Layout.VALID, Encoding.BITS, List.of(3), channels, Scaling.NONE, 0, 1, 0);
        int steps = 1170;
        long[] stamps = new long[steps];
        float[] values = new float[steps * 3];
        boolean[] mask = new boolean[steps * 3];
        Random random = new Random(3);
        for (int t = 0; t < steps; t++) {
            stamps[t] = (t == 0 ? 1_000_000_000L : stamps[t - 1] + 5_000_000 + random.nextInt(1_000_000));
            double s = t * 0.0055;
            values[t * 3] = (float) (3.1 * Math.sin(1.7 * s) * Math.exp(-s / 9));
            values[t * 3 + 1] = (float) (5.2 * Math.cos(1.7 * s) * Math.exp(-s / 9));
            values[t * 3 + 2] = (float) (Math.signum(Math.sin(3.4 * s)) + random.nextGaussian() * 0.05);
            mask[t * 3] = true;
            mask[t * 3 + 1] = t < 500 || t > 560;
            mask[t * 3 + 2] = true;
        }
        String id = Episode.idOf("pendulum");
        Episode episode = new Episode(
                id,
                List.of(Tensor.ofLongs(time, stamps), Tensor.ofFloats(proprio, values), Tensor.ofBits(valid, mask)),
                new Provenance("csv", "pendulum", "0", "unknown", 0, "test", id, Split.TRAIN, Provenance.SplitBy.HASH));
        DatasetFacts facts = new DatasetFacts(
                "tables/pendulum",
                0,
                HASH,
                4,
                14_170,
                11.3,
                Map.of("TRAIN", 4L),
                Map.of("pendulum", 4L),
                Map.of("unknown", 4L));
        return new ShowInput(facts, new Layout(List.of(time, proprio, valid)), List.of(episode), List.of());
    }

    /** What frames cost, beside a model. */
    static InformationInput information() {
        List<Episode> episodes = Balls.episodes(20, 50, 3);
        InformationReport cost =
                Information.measure(episodes.iterator(), Balls.layout(), new InformationConfig(20, 256));
        List<Rival> rivals = List.of(
                new Rival(
                        "copy-last",
                        new Interval(9, 8, 10),
                        new Interval(-6, -7, -5),
                        Optional.of(new Interval(0.667, 0.6, 0.712))),
                new Rival(
                        "spatial, after TRAIN",
                        new Interval(4, 3.5, 4.5),
                        new Interval(-1, -1.5, -0.5),
                        Optional.empty()),
                new Rival(
                        "+ one before, VAL alone",
                        new Interval(2, 1.5, 2.5),
                        new Interval(1, 0.5, 1.5),
                        Optional.empty()));
        Trial trial = new Trial("dense", HASH, Likelihood.EXACT, 20, 1, 940, 60, new Interval(3, 2.5, 3.5), rivals);
        return new InformationInput("runs/quickstart/rollouts@3", "all", List.of("Bounce"), cost, List.of(trial));
    }

    /** What a sensor log costs. */
    static InformationInput sensorInformation() {
        ShowInput log = sensors();
        InformationReport cost =
                Information.measure(log.samples().iterator(), log.layout(), new InformationConfig(1, 256));
        return new InformationInput("tables/pendulum@0", "all", List.of("pendulum"), cost, List.of());
    }
}
