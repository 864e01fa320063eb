package io.cradle.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Scaling;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.take.Takes;
import io.cradle.ingest.take.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the id of an episode follows from, and which takes may be held out. */
class IdentityTest {
    private static final Map<String, String> UNITS = units("state", "action");

    private static Map<String, String> units(String... streams) {
        Map<String, String> units = new LinkedHashMap<>();
        List.of(streams).forEach(stream -> units.put(stream, "deg"));
        return units;
    }

    private static TakeFormat format() {
        long[] times = Takes.even(9, 30);
        Track state = Takes.track("state", Role.PROPRIO, times, time -> time);
        Track action = Takes.track("action", Role.ACTION, times, time -> -time);
        return Takes.format(
                Takes.take("a", 30, List.of(state, action), List.of()),
                Takes.take("b", 30, List.of(state, action), List.of()));
    }

    private static TakeConfig config(String world, Map<String, String> units, List<String> test) {
        StreamsConfig streams =
                new StreamsConfig(List.of(), List.of(), Map.of(), units, List.of(), Scaling.SIGNED_UNIT);
        return new TakeConfig(world, 0, 0, 0, 0, streams, FramesConfig.LCD, new SplitsConfig(List.of(), test));
    }

    private static List<String> ids(TakeConfig config) {
        TakeFormat format = format();
        Survey survey = TakeSource.survey(format, config, format.recordings().get(0), Findings.STRICT);
        return TakeSource.of(format, config, survey)
                .read(format.recordings().get(0), Findings.STRICT)
                .map(Episode::id)
                .toList();
    }

    @Test
    void theOrderInWhichUnitsAreNamedIsNoPartOfIt() {
        assertThat(config("", UNITS, List.of()).making())
                .hasToString(
                        config("", units("action", "state"), List.of()).making().toString());
        assertThat(ids(config("", UNITS, List.of()))).isEqualTo(ids(config("", units("action", "state"), List.of())));
    }

    /** Of six, an order that the process draws is this one in one process of 720. */
    @Test
    void whatItFollowsFromHasOneOrderInEveryProcess() {
        assertThat(config("", units("f", "b", "e", "a", "d", "c"), List.of()).making())
                .asString()
                .contains("units={a=deg, b=deg, c=deg, d=deg, e=deg, f=deg}");
    }

    @Test
    void aWorldThatIsNamedIsTheOneThatThePathTells() {
        String told = format().world(format().recordings().get(0));
        assertThat(ids(config(told, UNITS, List.of()))).isEqualTo(ids(config("", UNITS, List.of())));
        assertThat(ids(config("other", UNITS, List.of())))
                .doesNotContainAnyElementsOf(ids(config("", UNITS, List.of())));
    }

    @Test
    void holdingOutOneMoreLeavesTheOthersWhatTheyWere() {
        List<String> one = ids(config("", UNITS, List.of("a")));
        List<String> both = ids(config("", UNITS, List.of("a", "b")));
        assertThat(both.get(0)).isEqualTo(one.get(0));
        assertThat(both.get(1)).isNotEqualTo(one.get(1));
    }

    @Test
    void aNameThatNoTakeHasIsRefusedUnlessSomethingWasLeftOut() {
        TakeConfig config = config("", UNITS, List.of("a", "gone"));
        TakeFormat format = format();
        Survey all = TakeSource.survey(format, config, format.recordings().get(0), Findings.STRICT);
        assertThatThrownBy(() -> TakeSource.of(format, config, all))
                .hasMessage(
                        "Invalid ingest.splits.test: there is no take 'gone'; name takes as they are called here, such as a, b");
        Survey part = all.with(Survey.EMPTY.inPart());
        assertThat(TakeSource.of(format, config, part).heldOutUnseen(part)).hasValueSatisfying(told -> assertThat(told)
                .startsWith("ingest.splits holds out [gone], which nothing that can be read has"));
        assertThat(TakeSource.of(format, config("", UNITS, List.of("a")), part).heldOutUnseen(part))
                .isEmpty();
    }
}
