package io.cradle.jobs.benchmark;

import io.cradle.dataset.balance.BalanceConfig;
import io.cradle.dataset.balance.Cut;
import io.cradle.dataset.balance.Target;
import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.curation.CurationConfig;
import io.cradle.dataset.curation.StageName;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionRows;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.TableSettings;
import io.cradle.dataset.table.WriteMode;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.ConfigurationLayers;
import io.cradle.jobs.decide.Caches;
import io.cradle.jobs.decide.Crowd;
import io.cradle.jobs.decide.Decider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/**
 * Decides on synthetic rows of scores by every stage, with near duplicates and balance, and commits the selection: rows a
 * second and the heap that it took. Rows are made on the executors. Arguments: number of rows, partitions. Prints Markdown.
 */
public final class DecideBenchmark {
    private static final Lineage LINEAGE = new Lineage("benchmark", "", "", List.of(), "");
    private static final BalanceConfig BALANCE = new BalanceConfig(
            List.of(new Cut("world", null, null), new Cut("contact", null, 4), new Cut("motion", null, 4)),
            Target.SQUARE_ROOT,
            Map.of(),
            0,
            20_000,
            10,
            1);

    private DecideBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        long rows = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        int partitions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
        SparkSession.Builder builder = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", String.valueOf(partitions));
        TableSettings.spark().forEach(builder::config);
        SparkSession spark = builder.getOrCreate();
        print("| stages | rows | s | rows/s | heap at most, MiB | kept | left, by reason |");
        print("|---|---|---|---|---|---|---|");
        for (List<StageName> without : List.of(List.of(StageName.NEAR_DUPLICATES), List.<StageName>of())) {
            print(row(spark, rows, partitions, without));
        }
        spark.stop();
    }

    private static String row(SparkSession spark, long rows, int partitions, List<StageName> without)
            throws IOException {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        Path out = Files.createTempDirectory("decide").resolve("selection");
        SelectionTable selection = SelectionTable.at(spark, out.toString());
        JavaRDD<Candidate> candidates =
                spark.range(0, rows, 1, partitions).javaRDD().map(index -> Crowd.one(1, index));
        CurationConfig config = config(without);
        long begin = System.nanoTime();
        try (Caches caches = new Caches()) {
            selection.write(
                    () -> new Decider(config, BALANCE).decide(SelectionRows.undecided(spark, candidates), caches),
                    config.scoring(),
                    "synthetic@0",
                    WriteMode.CREATE,
                    LINEAGE);
        }
        double seconds = (System.nanoTime() - begin) * 1e-9;
        long peak = pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
        return "| all%s, balance | %,d | %.0f | %,.0f | %,d of %,d | %,d | %s |"
                .formatted(
                        without.isEmpty() ? "" : " but " + without.get(0),
                        rows,
                        seconds,
                        rows / seconds,
                        peak,
                        Runtime.getRuntime().maxMemory() >> 20,
                        selection.countKept(),
                        selection.countsByReason().entrySet().stream()
                                .map(reason -> "%,d %s".formatted(reason.getValue(), reason.getKey()))
                                .collect(Collectors.joining(", ")));
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static CurationConfig config(List<StageName> without) {
        String stages = Stream.of(StageName.values())
                .filter(stage -> !without.contains(stage))
                .map(StageName::toString)
                .collect(Collectors.joining(","));
        return new ConfigurationLayers(new ConfDirectory(Path.of("conf")))
                .set("curate.stages=[%s]".formatted(stages))
                .load()
                .values()
                .curate();
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
