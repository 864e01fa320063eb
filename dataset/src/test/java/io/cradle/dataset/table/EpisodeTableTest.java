package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.window.SegmentAddress;
import io.cradle.dataset.window.Stretch;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.dataset.window.WindowSpec;
import io.cradle.dataset.window.Windower;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodeTableTest {
    static final Lineage LINEAGE =
            new Lineage("cradle generate --world Even", "d1", "0.1.0", List.of("/a/b@3"), "world: Even\n");
    private static final List<Episode> EPISODES = SyntheticEpisodes.some(7, 12);
    private static SparkSession spark;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        spark = LocalSpark.session();
    }

    private EpisodeTable table(String name) {
        return EpisodeTable.at(spark, folder.resolve(name).toString());
    }

    private EpisodeTable written(String name, List<Episode> episodes, int partitions) {
        EpisodeTable table = table(name);
        write(table, episodes, partitions, WriteMode.CREATE);
        return table;
    }

    private static void write(EpisodeTable table, List<Episode> episodes, int partitions, WriteMode mode) {
        table.write(LocalSpark.parallel(episodes, partitions), SyntheticEpisodes.LAYOUT, mode, LINEAGE);
    }

    private static List<Episode> sorted(List<Episode> episodes) {
        return episodes.stream().sorted(Comparator.comparing(Episode::id)).toList();
    }

    private static String hash(List<Episode> episodes) {
        ContentHash hash = new ContentHash();
        sorted(episodes).forEach(episode -> hash.line(episode.id(), ContentHash.of(episode.tensors())));
        return hash.hex();
    }

    @Test
    void givesBackWhatWasWrittenInOrderOfId() {
        EpisodeTable table = written("a table with spaces, 100% ü", EPISODES, 3);

        assertThat(table.exists()).isTrue();
        assertThat(table.layout()).isEqualTo(SyntheticEpisodes.LAYOUT);
        assertThat(table.episodes().collect()).isEqualTo(sorted(EPISODES));
        assertThat(table.episodes(Split.TRAIN).collect())
                .isEqualTo(sorted(EPISODES).stream()
                        .filter(episode -> episode.provenance().split() == Split.TRAIN)
                        .toList());
    }

    @Test
    void factsAreThoseOfTheEpisodes() {
        EpisodeTable table = written("facts", EPISODES, 2);

        TableFacts facts = table.describe();

        assertThat(facts.path()).isEqualTo(folder.resolve("facts").toString());
        assertThat(facts.contentHash()).isEqualTo(hash(EPISODES));
        assertThat(facts.episodes()).isEqualTo(EPISODES.size());
        assertThat(facts.duplicates()).isZero();
        assertThat(facts.steps()).isEqualTo((long) EPISODES.size() * SyntheticEpisodes.STEPS);
        assertThat(facts.worlds()).isEqualTo(Map.of("Even", 6L, "Odd", 6L));
        assertThat(facts.policies()).isEqualTo(Map.of("random", 12L));
        assertThat(facts.splits())
                .isEqualTo(EPISODES.stream()
                        .collect(Collectors.groupingBy(
                                episode -> episode.provenance().split(), Collectors.counting())));
        assertThat(facts.history()).extracting(Commit::version, Commit::lineage).containsExactly(tuple(0L, LINEAGE));
        assertThat(facts.bytesPerStep())
                .isEqualTo(table.files().stream()
                                .mapToDouble(file -> Path.of(file).toFile().length())
                                .sum()
                        / facts.steps());
    }

    @Test
    void contentHashDoesNotDependOnPartitionsNorOnARetriedTask() {
        List<Episode> episodes = Stream.concat(EPISODES.stream(), Stream.of(SyntheticEpisodes.one(3, 0, 600)))
                .toList();
        List<String> hashes = new ArrayList<>();
        for (int partitions : new int[] {1, 2, 7}) {
            hashes.add(
                    written("p" + partitions, episodes, partitions).describe().contentHash());
        }
        FAILED.set(false);
        EpisodeTable retried = table("retried");
        retried.write(
                LocalSpark.parallel(episodes, 3).map(EpisodeTableTest::failOnceAtTheLast),
                SyntheticEpisodes.LAYOUT,
                WriteMode.CREATE,
                LINEAGE);
        hashes.add(retried.describe().contentHash());

        assertThat(FAILED).isTrue();
        assertThat(hashes).containsOnly(hash(episodes));
    }

    private static final AtomicBoolean FAILED = new AtomicBoolean();

    private static Episode failOnceAtTheLast(Episode episode) {
        if (episode.steps() == 600 && FAILED.compareAndSet(false, true)) {
            throw new IllegalStateException("made to fail once");
        }
        return episode;
    }

    @Test
    void contentHashChangesWithSeedBitAndDuplicate() {
        List<Episode> flipped = new ArrayList<>(EPISODES);
        flipped.set(5, SyntheticEpisodes.flipped(EPISODES.get(5)));
        EpisodeTable doubled = written("doubled", EPISODES, 1);
        write(doubled, List.of(EPISODES.get(5)), 1, WriteMode.APPEND);
        TableFacts twice = doubled.describe();

        assertThat(List.of(
                        hash(EPISODES),
                        written("other seed", SyntheticEpisodes.some(8, 12), 1)
                                .describe()
                                .contentHash(),
                        written("flipped", flipped, 1).describe().contentHash(),
                        twice.contentHash()))
                .doesNotHaveDuplicates();
        assertThat(twice.episodes()).isEqualTo(13);
        assertThat(twice.duplicates()).isEqualTo(1);
        assertThat(doubled.furtherCopies()).isEqualTo(1);
    }

    @Test
    void longEpisodesAreCutIntoSegmentsAndJoinedAgain() {
        List<Episode> episodes = List.of(
                SyntheticEpisodes.one(1, 0, 600), SyntheticEpisodes.one(1, 1, 256), SyntheticEpisodes.one(1, 2, 257));
        EpisodeTable table = written("long", episodes, 2);
        write(table, episodes.subList(0, 1), 1, WriteMode.APPEND);

        assertThat(table.episodes().collect()).isEqualTo(sorted(episodes));
        assertThat(table.segments())
                .filteredOn(segment -> segment.episode().equals(episodes.get(0).id()))
                .extracting(SegmentAddress::firstStep, SegmentAddress::steps)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 256),
                        org.assertj.core.groups.Tuple.tuple(256, 256),
                        org.assertj.core.groups.Tuple.tuple(512, 88));
        assertThat(table.digests().collect())
                .filteredOn(digest -> digest.copies() == 2)
                .extracting(EpisodeDigest::digest)
                .containsExactly(ContentHash.of(episodes.get(0).tensors()));
        assertThat(table.describe().contentHash())
                .isEqualTo(hash(Stream.concat(episodes.stream(), Stream.of(episodes.get(0)))
                        .toList()));
    }

    @Test
    void digestsTellApartTwoContentsOfOneId() {
        EpisodeTable table = written("contents", EPISODES, 2);
        Episode other = SyntheticEpisodes.flipped(EPISODES.get(0));
        write(table, List.of(other, EPISODES.get(1)), 1, WriteMode.APPEND);

        List<EpisodeDigest> digests = table.digests().collect();

        assertThat(digests).hasSize(13).isSortedAccordingTo(Comparator.comparing(EpisodeDigest::episode));
        assertThat(digests)
                .filteredOn(digest -> digest.episode().equals(other.id()))
                .extracting(EpisodeDigest::copies)
                .containsExactly(1, 1);
        assertThat(digests).filteredOn(digest -> digest.copies() == 2).hasSize(1);
    }

    @Test
    void windowsReadByAddressAreThoseOfTheEpisodes() {
        List<Episode> episodes = Stream.concat(EPISODES.stream(), Stream.of(SyntheticEpisodes.one(3, 0, 600)))
                .toList();
        EpisodeTable table = written("windows in a folder", episodes, 3);
        Map<String, Episode> byId = episodes.stream().collect(Collectors.toMap(Episode::id, episode -> episode));

        List<WindowAddress> windows = Stretch.join(table.segments()).stream()
                .flatMap(stretch -> Windower.cut(stretch, new WindowSpec(3, 5, 4)).stream())
                .toList();
        assertThat(windows).hasSizeGreaterThan(150);
        assertThat(windows)
                .filteredOn(window -> window.stretch().segments().size() == 2)
                .as("windows across the borders at steps 256 and 512")
                .hasSize(2);
        assertRead(windows, byId, 4_000);
        assertRead(windows, byId, 0);
    }

    private static void assertRead(List<WindowAddress> windows, Map<String, Episode> byId, long cacheBytes) {
        try (WindowReader reader = new WindowReader(new Configuration(), SyntheticEpisodes.LAYOUT, cacheBytes)) {
            for (WindowAddress address : windows) {
                Window window = reader.read(address);
                Episode episode = byId.get(window.episode());
                int first = window.firstStep();
                assertThat(window.tensors())
                        .isEqualTo(episode.tensors().stream()
                                .map(tensor -> tensor.slice(first, first + 8))
                                .toList());
            }
        }
    }

    @Test
    void appendAddsOverwriteReplacesAndOldVersionsStay() {
        EpisodeTable table = written("versions", EPISODES, 2);
        List<Episode> more = SyntheticEpisodes.some(99, 3);
        write(table, more, 1, WriteMode.APPEND);
        write(table, more, 1, WriteMode.OVERWRITE);

        assertThat(table.version()).isEqualTo(2);
        assertThat(table.asOf(0).episodes().collect()).isEqualTo(sorted(EPISODES));
        assertThat(table.asOf(1).episodes().count()).isEqualTo(15);
        assertThat(table.episodes().collect()).isEqualTo(sorted(more));
        assertThat(table.asOf(1).describe().history())
                .extracting(Commit::version)
                .containsExactly(0L, 1L);
        assertThat(table.asOf(1).reference()).isEqualTo(folder.resolve("versions") + "@1");
        assertThatThrownBy(() -> table.asOf(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot read version 3 of table '%s': it has versions 0 to 2"
                        .formatted(folder.resolve("versions")));
    }

    @Test
    void overwriteMayChangeTheLayout() {
        EpisodeTable table = written("relaid", EPISODES, 2);
        Layout frames = new Layout(List.of(SyntheticEpisodes.FRAME));
        List<Episode> bare = EPISODES.stream()
                .map(episode -> new Episode(episode.id(), List.of(episode.require("lcd")), episode.provenance()))
                .toList();
        table.write(LocalSpark.parallel(bare, 1), frames, WriteMode.OVERWRITE, LINEAGE);

        assertThat(table.layout()).isEqualTo(frames);
        assertThat(table.asOf(0).layout()).isEqualTo(SyntheticEpisodes.LAYOUT);
        assertThat(table.episodes().collect()).isEqualTo(sorted(bare));
    }

    @Test
    void everyDataFileExplainsItself() {
        EpisodeTable table = written("self", EPISODES, 1);

        StructType schema = spark.read().parquet(table.files().get(0)).schema();

        assertThat(TableSchema.layout(schema, "file")).isEqualTo(SyntheticEpisodes.LAYOUT);
    }
}
