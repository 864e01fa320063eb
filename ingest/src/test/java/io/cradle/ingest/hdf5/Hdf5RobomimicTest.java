package io.cradle.ingest.hdf5;

import static io.cradle.ingest.hdf5.Hdf5Files.findings;
import static io.cradle.ingest.hdf5.Hdf5Files.pictures;
import static io.cradle.ingest.hdf5.Hdf5Files.pixel;
import static io.cradle.ingest.hdf5.Hdf5Files.read;
import static io.cradle.ingest.hdf5.Hdf5Files.row;
import static io.cradle.ingest.hdf5.Hdf5Files.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Split;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Hdf5RobomimicTest {
    @ParameterizedTest
    @ValueSource(strings = {"robomimic.hdf5", "robomimic-latest.hdf5"})
    void demosAreTakesInOrderOfNumber(String file) {
        List<Take> takes = read(file, Findings.STRICT);
        assertThat(takes).extracting(Take::name).containsExactly("demo_0", "demo_2", "demo_10");
        assertThat(takes).extracting(Take::index).containsExactly(0L, 2L, 10L);
        assertThat(takes).extracting(Take::identity).doesNotHaveDuplicates();
        Take first = takes.get(0);
        assertThat(first.tracks())
                .extracting(Track::name)
                .containsExactly("actions", "dones", "obs/grip", "obs/pos", "rewards", "states");
        assertThat(first.tracks())
                .extracting(Track::role)
                .containsExactly(Role.ACTION, Role.OTHER, Role.PROPRIO, Role.PROPRIO, Role.OTHER, Role.OTHER);
        assertThat(first.films()).extracting("name").containsExactly("obs/cam", "obs/depth");
    }

    @Test
    void numbersAreThoseOfTheFile() {
        Take take = read("robomimic.hdf5", Findings.STRICT).get(0);
        assertThat(track(take, "actions").channels()).containsExactly("actions_0", "actions_1");
        assertThat(row(track(take, "actions"), 4)).containsExactly(400f, 401f);
        assertThat(row(track(take, "states"), 2)).containsExactly(200.5f, 201.5f, 202.5f);
        assertThat(row(track(take, "obs/pos"), 3)).containsExactly(1300f, 1301f, 1302f);
        assertThat(track(take, "obs/grip").channels()).containsExactly("obs/grip");
        assertThat(row(track(take, "obs/grip"), 3)).containsExactly(3f);
        assertThat(row(track(take, "dones"), 3)).containsExactly(0f);
        assertThat(row(track(take, "dones"), 4)).containsExactly(1f);
    }

    @Test
    void theRateOfTheEnvironmentStampsRows() {
        Take take = read("robomimic.hdf5", Findings.STRICT).get(1);
        assertThat(take.rate()).isEqualTo(20);
        assertThat(track(take, "actions").time(3)).isEqualTo(150_000_000L);
    }

    @Test
    void withoutARateRowsAreStampedOneASecondAndThatIsNoted() {
        assertThat(findings("robomimic-latest.hdf5"))
                .singleElement()
                .matches(finding -> finding.kind() == Finding.Kind.NOTICED)
                .extracting(Finding::reason)
                .isEqualTo("rate unknown");
        Take take = read("robomimic-latest.hdf5", Findings.STRICT).get(0);
        assertThat(take.rate()).isZero();
        assertThat(track(take, "actions").time(3)).isEqualTo(3_000_000_000L);
    }

    @Test
    void masksDeclareTheSplit() {
        assertThat(read("robomimic.hdf5", Findings.STRICT))
                .extracting(Take::declared)
                .containsExactly(Optional.of(Split.TRAIN), Optional.of(Split.VAL), Optional.of(Split.VAL));
    }

    @Test
    void picturesAreDecodedWhenTheyAreAskedFor() {
        for (Take take : read("robomimic.hdf5", Findings.STRICT)) {
            int steps = track(take, "actions").steps();
            if (take.films().isEmpty()) {
                continue;
            }
            List<Picture> colour = pictures(take, "obs/cam", Colours.RGB);
            assertThat(colour).hasSize(steps);
            Picture last = colour.get(steps - 1);
            assertThat(last.time()).isEqualTo(track(take, "actions").time(steps - 1));
            assertThat(List.of(last.height(), last.width(), last.channels())).containsExactly(4, 5, 3);
            assertThat(last.value(3, 2, 1)).isEqualTo(pixel((((steps - 1) * 4L + 3) * 5 + 2) * 3 + 1));
            assertThat(pictures(take, "obs/cam", Colours.GRAY).get(0).channels())
                    .isEqualTo(1);
            assertThat(pictures(take, "obs/depth", Colours.RGB).get(1).value(1, 2, 2))
                    .isEqualTo(pixel(6 + 5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chunked.hdf5", "chunked-latest.hdf5"})
    void everyNumberOfEveryChunkIsInItsPlace(String file) {
        Take take = read(file, Findings.STRICT).get(0);
        assertThat(track(take, "obs/cube").channels()).hasSize(24).contains("obs/cube_1_2_3");
        for (int t = 0; t < 20; t++) {
            for (int c = 0; c < 5; c++) {
                assertThat(track(take, "actions").value(t, c)).isEqualTo(100 * t + c);
            }
            for (int c = 0; c < 24; c++) {
                assertThat(track(take, "obs/cube").value(t, c)).isEqualTo(7 + 100 * t + c);
            }
            assertThat(track(take, "states").value(t, 0)).isEqualTo(100 * t);
        }
        List<Picture> pictures = pictures(take, "obs/cam", Colours.RGB);
        for (int i = 0; i < 20 * 60; i++) {
            assertThat(pictures.get(i / 60).value(i % 60 / 12, i % 12 / 3, i % 3))
                    .isEqualTo(pixel(i));
        }
    }

    @Test
    void halvesAndLargeUnsignedNumbersAreRead() {
        Take take = read("chunked-latest.hdf5", Findings.STRICT).get(0);
        assertThat(row(track(take, "rewards"), 19)).containsExactly(19f);
        assertThat(row(track(take, "grid"), 19)).containsOnly(0x1p63f);
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource({
        "demo_1, lengths contradict, 'data/demo_1/obs/pos'",
        "demo_2, declared length contradicted, num_samples",
        "demo_3, external link, minari.hdf5",
        "demo_4, broken link, /data/nothing",
        "demo_5, no actions, states",
        "demo_6, external link, /data/demo_6/out",
        "demo_7, too large, groups",
        "demo_8, too large, numbers",
        "demo_11, unreadable, never written",
        "demo_12, unreadable, Failed to read chunk",
    })
    void aDemoIsRefusedAndOthersStillCome(String demo, String reason, String detail) {
        assertThat(findings("broken.hdf5"))
                .filteredOn(finding -> finding.place().equals(demo))
                .singleElement()
                .matches(finding -> finding.kind() == Finding.Kind.REFUSED)
                .matches(finding -> finding.reason().equals(reason), "reason " + reason)
                .extracting(Finding::text)
                .asString()
                .contains(detail);
    }

    @Test
    void whatIsWellInABrokenFileIsTaken() {
        List<Finding> findings = new ArrayList<>();
        List<Take> takes = read("broken.hdf5", findings::add);
        assertThat(takes).extracting(Take::name).containsExactly("demo_0", "demo_9");
        Take last = takes.get(1);
        assertThat(row(track(last, "obs/same"), 1)).containsExactly(100.5f, 101.5f, 102.5f);
        assertThat(row(track(last, "obs/near"), 0)).containsExactly(1000f, 1001f, 1002f);
        assertThat(findings)
                .filteredOn(finding -> finding.place().equals("demo_9"))
                .hasSize(2)
                .allMatch(finding -> finding.reason().equals("stream left out"))
                .anyMatch(finding -> finding.detail().contains("'data/demo_9/obs/words' [3] of StringData"))
                .anyMatch(finding -> finding.detail().contains("'data/demo_9/model' [9] has other rows"));
    }

    @Test
    void notANumberPasses() {
        List<Finding> findings = new ArrayList<>();
        Track track = track(read("broken.hdf5", findings::add).get(1), "obs/nan");
        assertThat(track.value(0, 0)).isNaN();
        assertThat(track.value(1, 0)).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void anUnknownFilterIsRefusedByName() {
        List<Finding> findings = new ArrayList<>();
        assertThat(read("unknown-filter.hdf5", findings::add))
                .extracting(Take::name)
                .containsExactly("demo_0");
        assertThat(findings)
                .filteredOn(finding -> finding.place().equals("demo_1"))
                .singleElement()
                .matches(finding -> finding.reason().equals("unknown filter"))
                .extracting(Finding::detail)
                .asString()
                .contains("id=32015", "h5repack");
    }

    @Test
    void theStrictRuleThrowsAtTheFirstRefusal() {
        assertThatThrownBy(() -> read("broken.hdf5", Findings.STRICT))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("demo_1: lengths contradict");
    }
}
