package io.cradle.jobs.benchmark;

import io.cradle.dataset.curation.StageName;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.TableSettings;
import io.cradle.dataset.table.WriteMode;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.ConfigurationLayers;
import io.cradle.jobs.configuration.CradleConfig;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.jobs.decide.Caches;
import io.cradle.jobs.decide.Decider;
import io.cradle.jobs.decide.Scored;
import io.cradle.rollout.Clippings;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.Rollout;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import io.cradle.rollout.policy.Policies;
import io.cradle.rollout.world.Truth;
import io.cradle.rollout.world.WorldDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * What curation costs over a plain Spark scan of the same columns: in one process, in turn, medians of rounds' ratios.
 * Arguments: frames at least, rounds, world, a directory that keeps the table. Prints Markdown.
 */
public final class ScoringBenchmark {
    private static final Lineage LINEAGE = new Lineage("benchmark", "", "", List.of(), "");
    private static final int FILES = 8;

    private final SparkSession spark;
    private final EpisodeTable table;
    private final Path directory;
    private int selections;

    private ScoringBenchmark(SparkSession spark, EpisodeTable table, Path directory) {
        this.spark = spark;
        this.table = table;
        this.directory = directory;
    }

    /** Something measured. */
    private interface Pass {
        void run() throws IOException;
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        int frames = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        String world = arguments.length > 2 ? arguments[2] : "Urchin";
        Path directory = arguments.length > 3 ? Path.of(arguments[3]) : Files.createTempDirectory("scoring");
        SparkSession.Builder builder = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "4");
        TableSettings.spark().forEach(builder::config);
        SparkSession spark = builder.getOrCreate();
        EpisodeTable table = table(spark, directory, world, frames);
        new ScoringBenchmark(spark, table, directory).print(rounds);
        spark.stop();
    }

    private static EpisodeTable table(SparkSession spark, Path directory, String name, int frames) {
        WorldDefinition world = new WorldFiles(new ConfDirectory(Path.of("conf"))).load(name, WorldDefinition.class);
        int episodes = (frames + world.steps() - 1) / world.steps();
        EpisodeTable table = EpisodeTable.at(
                spark, directory.resolve("%s-%d".formatted(name, episodes)).toString());
        if (!table.exists()) {
            RolloutPlan plan = RolloutPlan.of(
                    new PhysicsWorld(world, List.of(Truth.CONTACTS)),
                    Policies.named("uniform"),
                    new RolloutConfig(name, 1, 1, 1, "uniform"));
            table.write(rollouts(spark, plan, episodes), Rollout.layout(plan.world()), WriteMode.CREATE, LINEAGE);
        }
        return table;
    }

    private static JavaRDD<Episode> rollouts(SparkSession spark, RolloutPlan plan, int episodes) {
        return spark.range(0, episodes, 1, FILES).javaRDD().mapPartitions(indices -> {
            Iterable<Long> once = () -> indices;
            return Rollout.stream(
                    StreamSupport.stream(once.spliterator(), false)
                            .map(index -> plan.task(Math.toIntExact(index)))
                            .iterator(),
                    new Clippings());
        });
    }

    private void print(int rounds) throws IOException {
        Map<String, Pass> passes = new LinkedHashMap<>();
        passes.put("scan", this::scan);
        passes.put("episodes", this::episodes);
        passes.put("scoring", this::scoring);
        passes.put("curation", () -> curation(stages(List.of(StageName.NEAR_DUPLICATES))));
        passes.put("near", () -> curation(stages(List.of())));
        Map<String, double[]> times = measured(passes, rounds);
        long frames = table.episodes().map(Episode::steps).reduce(Integer::sum);
        say("%,d frames, %d rounds; %d bytes a step before compression"
                .formatted(frames, rounds, table.layout().bytes()));
        say("| pass | s | frames/s | over the scan | over curation without near duplicates |");
        say("|---|---|---|---|---|");
        line("plain scan of all columns", "scan", times, frames);
        line("decoding episodes", "episodes", times, frames);
        line("scoring: every score, hash and sketch", "scoring", times, frames);
        line("curation, committed: all stages but surprise and near duplicates", "curation", times, frames);
        line("curation, committed: all stages but surprise", "near", times, frames);
    }

    private static Map<String, double[]> measured(Map<String, Pass> passes, int rounds) throws IOException {
        Map<String, double[]> times = new LinkedHashMap<>();
        for (int round = -2; round < rounds; round++) { // the first two are for the JIT compiler
            for (Map.Entry<String, Pass> pass : passes.entrySet()) {
                long begin = System.nanoTime();
                pass.getValue().run();
                double seconds = (System.nanoTime() - begin) * 1e-9;
                if (round >= 0) {
                    times.computeIfAbsent(pass.getKey(), name -> new double[rounds])[round] = seconds;
                }
            }
        }
        return times;
    }

    private static void line(String name, String key, Map<String, double[]> times, long frames) {
        double seconds = Medians.of(times.get(key));
        say("| %s | %.2f | %,.0f | %.2f | %.2f |"
                .formatted(
                        name,
                        seconds,
                        frames / seconds,
                        Medians.ratio(times.get(key), times.get("scan")),
                        Medians.ratio(times.get(key), times.get("curation"))));
    }

    private void scan() {
        drain(spark.read().format("delta").load(table.path()));
    }

    private void episodes() {
        table.copies().foreach(episode -> {});
    }

    private void scoring() {
        drain(Scored.of(spark, table.copies(), stages(List.of()).curate().scoring()));
    }

    private void curation(CradleConfig config) {
        SelectionTable selection = SelectionTable.at(
                spark, directory.resolve("selection" + selections++).toString());
        try (Caches caches = new Caches()) {
            selection.write(
                    () -> new Decider(config.curate(), config.balance())
                            .decide(
                                    Scored.of(
                                            spark,
                                            table.copies(),
                                            config.curate().scoring()),
                                    caches),
                    config.curate().scoring(),
                    table.reference(),
                    WriteMode.OVERWRITE,
                    LINEAGE);
        }
    }

    private static void drain(Dataset<?> rows) {
        rows.write().format("noop").mode("overwrite").save();
    }

    /** All but those, surprise, which needs a model, and time gaps, which need time stamps. */
    private static CradleConfig stages(List<StageName> without) {
        List<StageName> stages = new ArrayList<>(List.of(StageName.values()));
        stages.removeAll(List.of(StageName.SURPRISE, StageName.TIME_GAPS));
        stages.removeAll(without);
        String names = stages.stream().map(StageName::toString).collect(Collectors.joining(","));
        return new ConfigurationLayers(new ConfDirectory(Path.of("conf")))
                .set("curate.stages=[%s]".formatted(names))
                .load()
                .values();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
