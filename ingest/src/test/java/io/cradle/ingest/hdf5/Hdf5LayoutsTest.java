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
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Hdf5LayoutsTest {
    private static List<Take> lenient(String file) {
        return read(file, finding -> {});
    }

    @Test
    void aMinariEpisodeHasOneObservationMoreThanActions() {
        Take take = lenient("minari.hdf5").get(0);
        assertThat(take.name()).isEqualTo("episode_0");
        assertThat(track(take, "actions").steps()).isEqualTo(4);
        assertThat(track(take, "observations").steps()).isEqualTo(5);
        assertThat(track(take, "observations").role()).isEqualTo(Role.PROPRIO);
        assertThat(row(track(take, "observations"), 4)).containsExactly(400f, 401f, 402f);
        assertThat(track(take, "observations").time(2))
                .isEqualTo(track(take, "actions").time(2));
        assertThat(track(take, "infos/success").steps()).isEqualTo(5);
        assertThat(track(take, "infos/x").steps()).isEqualTo(4);
    }

    @Test
    void nestedObservationsAreStreamsOfTheirOwn() {
        Take take = lenient("minari.hdf5").get(1);
        assertThat(take.tracks()).extracting(Track::name).contains("observations/goal/desired");
        assertThat(pictures(take, "observations/image", Colours.RGB))
                .hasSize(4)
                .last()
                .matches(picture -> picture.value(2, 3, 2) == pixel(4 * 36 - 1));
    }

    @Test
    void aMinariEpisodeWithoutALastObservationIsRefused() {
        assertThat(lenient("minari.hdf5")).hasSize(2);
        assertThat(findings("minari.hdf5"))
                .filteredOn(finding -> finding.kind() == Finding.Kind.REFUSED)
                .singleElement()
                .matches(finding -> finding.place().equals("episode_2"))
                .matches(finding -> finding.reason().equals("lengths contradict"))
                .extracting(Finding::detail)
                .asString()
                .contains("'episode_2/observations' [4] should have 5 rows");
    }

    @Test
    void d4rlIsCutBehindTerminalsAndTimeouts() {
        List<Take> takes = read("d4rl.hdf5", Findings.STRICT);
        assertThat(takes).extracting(take -> track(take, "actions").steps()).containsExactly(3, 4, 3);
        assertThat(takes).extracting(Take::name).containsExactly("episode_000000", "episode_000001", "episode_000002");
        Take second = takes.get(1);
        assertThat(row(track(second, "observations"), 0)).containsExactly(300f, 301f, 302f, 303f);
        assertThat(row(track(second, "infos/qpos"), 3)).containsExactly(600f, 601f);
        assertThat(track(second, "actions").time(0)).isZero();
        assertThat(second.tracks())
                .extracting(Track::name)
                .containsExactly("actions", "infos/qpos", "observations", "rewards", "terminals", "timeouts");
    }

    @Test
    void withoutTimeoutsD4rlIsCutAtTerminalsAloneAndThatIsNoted() {
        List<Finding> findings = new ArrayList<>();
        assertThat(read("d4rl-no-timeouts.hdf5", findings::add))
                .extracting(take -> track(take, "actions").steps())
                .containsExactly(3, 7);
        assertThat(findings)
                .extracting(Finding::reason)
                .containsExactly("rate unknown", "timeouts missing", "last episode unfinished");
    }

    @Test
    void aFileOfAnotherKindIsRefusedWithWhatIsUnderstood() {
        assertThatThrownBy(() -> lenient("other.hdf5"))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("it holds [weights], and no episode; what is understood: robomimic");
    }

    @Test
    void identityIsThatOfTheContentNotOfThePlace() {
        assertThat(lenient("d4rl.hdf5"))
                .extracting(Take::identity)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.length() == 64);
    }

    @Test
    void noFilesAreRefused() {
        assertThatThrownBy(() -> Hdf5Format.of(List.of())).hasMessageContaining("give at least one");
    }
}
