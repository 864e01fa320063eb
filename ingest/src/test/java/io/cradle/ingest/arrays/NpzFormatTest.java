package io.cradle.ingest.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Split;
import io.cradle.ingest.npz.NpyType;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpzFormatTest {
    private final List<Finding> findings = new ArrayList<>();

    @TempDir
    private Path scratch;

    private static NpzWriter five() {
        return new NpzWriter()
                .add("obs", NpyType.F64, List.of(5, 2), i -> i)
                .add("action", NpyType.F32, List.of(5), i -> -i);
    }

    private List<Take> read(NpzWriter writer) throws IOException {
        return read(writer.write(scratch.resolve("walk.npz")));
    }

    private List<Take> read(Path file) {
        Recording recording = new Recording(file.toString(), file.toFile().length());
        try (Stream<Take> takes = NpzFormat.of(List.of(recording)).takes(recording, findings::add)) {
            return takes.toList();
        }
    }

    private static Track track(Take take, String name) {
        return take.tracks().stream()
                .filter(track -> track.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFileIsOneTakeNamedAfterIt() throws IOException {
        Take take = read(five().add("reward", NpyType.I32, List.of(5), i -> i)).get(0);
        assertThat(take.name()).isEqualTo("walk");
        assertThat(take.tracks())
                .extracting(Track::name, Track::role, Track::steps)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("action", Role.ACTION, 5),
                        org.assertj.core.groups.Tuple.tuple("obs", Role.PROPRIO, 5),
                        org.assertj.core.groups.Tuple.tuple("reward", Role.OTHER, 5));
        assertThat(track(take, "obs").channels()).containsExactly("obs_0", "obs_1");
        assertThat(track(take, "obs").value(4, 1)).isEqualTo(9);
        assertThat(track(take, "action").value(3, 0)).isEqualTo(-3);
        assertThat(track(take, "action").time(2)).isEqualTo(2_000_000_000L);
        assertThat(findings).extracting(Finding::reason).containsExactly("rate unknown");
    }

    @ParameterizedTest
    @CsvSource({"F64, 0.25, 250000000", "F32, 0.5, 500000000", "I64, 40000000, 40000000"})
    void timeIsSecondsOrNanoseconds(NpyType type, double step, long stamp) throws IOException {
        Take take = read(five().add("timestamps", type, List.of(5, 1), i -> i * step))
                .get(0);
        assertThat(track(take, "obs").time(1)).isEqualTo(stamp);
        assertThat(findings).isEmpty();
    }

    @Test
    void truthsAreShownAsBlackAndWhite() throws IOException {
        Take take = read(five().add("lcd", NpyType.BOOL, List.of(5, 2, 3), i -> i % 2)
                        .add("images", NpyType.U8, List.of(5, 1, 2, 3), i -> i))
                .get(0);
        assertThat(take.films()).extracting(Film::name).containsExactly("images", "lcd");
        try (FilmReader reader = take.films().get(1).open(Film.Colours.GRAY)) {
            Picture first = reader.next().orElseThrow();
            assertThat(first.value(0, 0, 0)).isZero();
            assertThat(first.value(0, 1, 0)).isEqualTo(255);
        }
        try (FilmReader reader = take.films().get(0).open(Film.Colours.RGB)) {
            reader.next();
            Picture second = reader.next().orElseThrow();
            assertThat(second.time()).isEqualTo(1_000_000_000L);
            assertThat(second.value(0, 1, 2)).isEqualTo(11);
        }
    }

    @Test
    void endsCutRowsIntoTakes() throws IOException {
        List<Take> takes = read(five().add("episode_ends", NpyType.I64, List.of(2), i -> i == 0 ? 1 : 4)
                .add("frames", NpyType.U8, List.of(5, 1, 1), i -> i));
        assertThat(takes).extracting(Take::name).containsExactly("episode_000000", "episode_000001");
        assertThat(takes).extracting(take -> track(take, "obs").steps()).containsExactly(1, 3);
        assertThat(track(takes.get(1), "obs").value(0, 0)).isEqualTo(2);
        assertThat(track(takes.get(1), "obs").time(0)).isZero();
        try (FilmReader reader = takes.get(1).films().get(0).open(Film.Colours.GRAY)) {
            assertThat(reader.next().orElseThrow().value(0, 0, 0)).isEqualTo(1);
        }
        assertThat(findings).extracting(Finding::reason).contains("rows outside episodes");
    }

    @Test
    void anIndexCutsRowsIntoTakes() throws IOException {
        List<Take> takes = read(five().add("episode_index", NpyType.I32, List.of(5), i -> i < 2 ? 7 : 9));
        assertThat(takes).extracting(Take::index).containsExactly(7L, 9L);
        assertThat(takes).extracting(take -> track(take, "obs").steps()).containsExactly(2, 3);
        assertThat(takes).extracting(Take::identity).doesNotHaveDuplicates();
    }

    @Property(tries = 50)
    void takesTogetherHoldAllRowsInOrder(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 9) Integer> lengths) throws IOException {
        int rows = lengths.stream().mapToInt(Integer::intValue).sum();
        int[] ends = lengths.stream().mapToInt(Integer::intValue).toArray();
        Arrays.parallelPrefix(ends, Integer::sum);
        Path file = Files.createTempFile("law", ".npz");
        try {
            List<Take> takes = read(new NpzWriter()
                    .add("state", NpyType.F32, List.of(rows), i -> i)
                    .add("episode_ends", NpyType.I64, List.of(ends.length), i -> ends[i])
                    .write(file));
            assertThat(takes).extracting(take -> take.tracks().get(0).steps()).isEqualTo(lengths);
            List<Float> values = new ArrayList<>();
            takes.forEach(take -> {
                for (int step = 0; step < take.tracks().get(0).steps(); step++) {
                    values.add(take.tracks().get(0).value(step, 0));
                }
            });
            assertThat(values).hasSize(rows).isSorted();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aTakeWhoseTimeRunsBackwardsIsRefusedAndOthersStillCome() throws IOException {
        List<Take> takes = read(five().add("episode_ends", NpyType.I64, List.of(2), i -> i == 0 ? 2 : 5)
                .add("t", NpyType.F64, List.of(5), i -> i == 1 ? -1 : i));
        assertThat(takes).extracting(Take::name).containsExactly("episode_000001");
        assertThat(track(takes.get(0), "obs").value(0, 0)).isEqualTo(4);
        assertThat(findings)
                .singleElement()
                .matches(finding -> finding.kind() == Finding.Kind.REFUSED)
                .extracting(Finding::text)
                .asString()
                .contains("episode_000000: time contradicts; step 1 is stamped -1000000000 ns");
    }

    @Test
    void whatIsNotUnderstoodIsLeftOutAndNoted() throws IOException {
        Take take = read(five().add("words", NpyType.TEXT, List.of(5), i -> i)
                        .add("scale", NpyType.U8, List.of(), i -> i)
                        .add("seed", NpyType.I64, List.of(1), i -> i))
                .get(0);
        assertThat(take.tracks()).extracting(Track::name).containsExactly("action", "obs");
        assertThat(findings)
                .filteredOn(finding -> finding.reason().equals("stream left out"))
                .hasSize(3)
                .anyMatch(finding -> finding.detail().contains("'seed' (<i8 [1])"));
    }

    @ParameterizedTest(name = "{0} of {1} rows: {2}")
    @CsvSource({
        "state, 4, 'must have one number of rows'",
        "time, 4, 'must hold seconds as floats'",
        "episode_index, 4, 'has 4 rows beside 5'",
        "episode_ends, 6, 'names 6 ends of 5 rows'",
    })
    void arraysThatContradictEachOtherAreCorrupt(String name, int rows, String problem) {
        NpzWriter writer = five().add(name, NpyType.I64, List.of(rows), i -> i);
        assertThatThrownBy(() -> read(writer))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("walk.npz")
                .hasMessageContaining(problem);
    }

    @Test
    void anEpisodeThatReturnsIsCorrupt() {
        NpzWriter writer = five().add("episode_index", NpyType.I64, List.of(5), i -> i % 2);
        assertThatThrownBy(() -> read(writer))
                .hasMessageContaining("row 2 begins episode 0, which is below 0 or ended");
    }

    @Test
    void aDeclaredShapeWithoutItsDataIsCorruptBeforeMemoryIsTaken() {
        NpzWriter writer = five().add("state", NpyType.F64, List.of(2_000_000_000, 1000), new byte[8]);
        assertThatThrownBy(() -> read(writer))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("array 'state': the archive declares");
    }

    @Test
    void aFileThatWasCutShortIsCorrupt() throws IOException {
        byte[] whole = Files.readAllBytes(five().write(scratch.resolve("whole.npz")));
        for (int length = 0; length < whole.length; length += 5) {
            Path cut = Files.write(scratch.resolve("cut.npz"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> read(cut)).isInstanceOf(CorruptDataException.class);
        }
    }

    @Test
    void theDirectoryDeclaresTheSplit() throws IOException {
        Path train = Files.createDirectory(scratch.resolve("train"));
        assertThat(read(five().write(train.resolve("a.npz"))).get(0).declared()).contains(Split.TRAIN);
    }

    @Test
    void barrelsOfBoxLcdAreNotForIt() throws IOException {
        Path generic = five().add("lcd", NpyType.BOOL, List.of(5, 2, 3), i -> 1).write(scratch.resolve("g.npz"));
        assertThat(NpzFormat.fits(generic)).isTrue();
        Path barrel = new NpzWriter()
                .add("lcd", NpyType.BOOL, List.of(1, 5, 2, 3), i -> 1)
                .add("action", NpyType.F64, List.of(1, 5, 2), i -> 1)
                .write(scratch.resolve("b.npz"));
        assertThat(NpzFormat.fits(barrel)).isFalse();
        Path weights = new NpzWriter().add("w", NpyType.F32, List.of(3), i -> i).write(scratch.resolve("w.npz"));
        assertThat(NpzFormat.fits(weights)).isFalse();
        assertThatThrownBy(() -> read(weights))
                .hasMessageContaining(
                        "it holds the arrays [w], but none by which it is known; what is understood: obs");
    }

    @Test
    void everyUseIsNamedInTheHelp() {
        String help = Stream.of("observations", "observation.state", "lcd", "timestamps", "episode_index")
                .filter(name -> ArrayUse.of(name) != ArrayUse.OTHER)
                .filter(ArrayUse.UNDERSTOOD::contains)
                .collect(Collectors.joining(","));
        assertThat(help).isEqualTo("observations,observation.state,lcd,timestamps,episode_index");
    }
}
