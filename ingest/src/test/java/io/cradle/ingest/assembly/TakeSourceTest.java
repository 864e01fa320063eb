package io.cradle.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.InvalidSettingException;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.frame.Ink;
import io.cradle.ingest.frame.Threshold;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.take.Takes;
import io.cradle.ingest.take.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TakeSourceTest {
    private static final FramesConfig SMALL =
            new FramesConfig("", FrameKind.BINARY, 8, 8, Crop.WHOLE, Threshold.OTSU, 128, Ink.BRIGHT, false);

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void rowsOfADeclaredRateStayWhatTheyAre() {
        Episode episode = read(config(0, 0, 0), take("one", 30, 0)).get(0);
        assertThat(episode.steps()).isEqualTo(50);
        assertThat(episode.layout().require(Layout.PROPRIO).rate()).isEqualTo(30);
        assertThat(episode.find(Layout.TIME)).isEmpty();
        Tensor proprio = episode.require(Layout.PROPRIO);
        IntStream.range(0, 50).forEach(t -> assertThat(physical(proprio, t)).isCloseTo(t / 30.0, within(1e-5)));
        assertThat(valid(episode)).allMatch(bit -> bit);
        assertThat(findings).isEmpty();
    }

    @Test
    void withoutARateStampsAreKept() {
        Track uneven = Takes.track("state", Role.PROPRIO, new long[] {5, 7_000_000, 90_000_000}, time -> time);
        Episode episode = read(config(0, 0, 0), Takes.take("one", 0, List.of(uneven), List.of()))
                .get(0);
        assertThat(LongStream.range(0, 3).map(t -> episode.require(Layout.TIME).integer((int) t, 0)))
                .containsExactly(5L, 7_000_000L, 90_000_000L);
        assertThat(episode.layout().require(Layout.ACTION).channels())
                .as("no robot")
                .hasSize(1);
    }

    @Test
    void streamsOfDifferentRatesComeToOneClock() {
        Track fast = Takes.track("state", Role.PROPRIO, Takes.even(1001, 1000), time -> 2 * time);
        Track slow = Takes.track("action", Role.ACTION, Takes.even(11, 10), Math::floor);
        Episode episode = read(config(50, 0, 0), Takes.take("one", 0, List.of(fast, slow), List.of()))
                .get(0);
        assertThat(episode.steps()).isEqualTo(51);
        assertThat(physical(episode.require(Layout.PROPRIO), 25)).isCloseTo(1.0, within(1e-4));
        assertThat(physical(episode.require(Layout.ACTION), 49)).as("held").isCloseTo(0, within(1e-4));
        assertThat(episode.provenance().generator())
                .contains("resampled at 50.0 Hz (state linear, action hold), gaps bridged");
    }

    @Test
    void theLastObservationWithoutAnActionIsKeptAndMarked() {
        Track state = Takes.track("state", Role.PROPRIO, Takes.even(11, 1), time -> time);
        Track action = Takes.track("action", Role.ACTION, Takes.even(10, 1), time -> time);
        Episode episode = read(config(0, 0, 0), Takes.take("one", 1, List.of(state, action), List.of()))
                .get(0);
        assertThat(episode.steps()).isEqualTo(11);
        assertThat(bit(episode, 9, "action.x")).isTrue();
        assertThat(bit(episode, 10, "action.x")).isFalse();
        assertThat(bit(episode, 10, "state.x")).isTrue();
    }

    @Test
    void picturesAreNearestToTheirRows() {
        Track state = Takes.track("state", Role.PROPRIO, Takes.even(40, 30), time -> time);
        Take take = Takes.take("one", 30, List.of(state), List.of(Takes.film(40, 30, time -> time + 5_000_000)));
        Episode episode = read(config(0, 0, 0), take).get(0);
        assertThat(left(episode.require(Layout.FRAME), 0)).isZero();
        assertThat(left(episode.require(Layout.FRAME), 32)).isEqualTo(4);
        assertThat(findings).isEmpty();
    }

    @Test
    void aMissingPictureIsMarkedAndTold() {
        Track state = Takes.track("state", Role.PROPRIO, Takes.even(40, 30), time -> time);
        var pictures = IntStream.range(0, 40)
                .filter(i -> i != 17)
                .mapToObj(i -> Takes.square(i, Math.round(i * 1e9 / 30)))
                .toList();
        Episode episode = read(config(0, 0, 0), Takes.take("one", 30, List.of(state), List.of(Takes.film(pictures))))
                .get(0);
        assertThat(bit(episode, 17, Layout.FRAME)).isFalse();
        assertThat(bit(episode, 16, Layout.FRAME)).isTrue();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo("picture missing");
            assertThat(finding.detail()).contains("[17]");
        });
    }

    @Test
    void aFilmAloneIsCutIntoEpisodesWhileItIsRead() {
        Take film = Takes.take("film", 25, List.of(), List.of(Takes.film(130, 25, time -> time)));
        List<Episode> episodes = read(config(0, 0, 50), film);
        assertThat(episodes).extracting(Episode::steps).containsExactly(50, 50, 30);
        assertThat(episodes).extracting(Episode::id).doesNotHaveDuplicates();
        assertThat(episodes.get(1).provenance().seed()).isEqualTo(1);
    }

    @Test
    void aFilmEndsWithTheTimeOfItsLastPicture() {
        Take film = Takes.take("film", 30, List.of(), List.of(Takes.film(600, 30, time -> time)));
        assertThat(read(config(10, 0, 50), film)).extracting(Episode::steps).containsExactly(50, 50, 50, 50);
    }

    @Test
    void picturesAreTheSameAsBytesAndAsPng() {
        Tensor bytes = gray(false);
        Tensor png = gray(true);
        assertThat(bytes.spec().encoding()).isEqualTo(Encoding.U8);
        assertThat(png.spec().encoding()).isEqualTo(Encoding.PNG);
        assertThat(png.bytes()).isEqualTo(bytes.bytes());
    }

    private Tensor gray(boolean png) {
        FramesConfig frames =
                new FramesConfig("", FrameKind.GRAY, 8, 8, Crop.WHOLE, Threshold.OTSU, 128, Ink.BRIGHT, png);
        TakeConfig config = new TakeConfig("", 0, 0, 0, 0, StreamsConfig.TOLD, frames, SplitsConfig.NONE);
        Take film = Takes.take("film", 25, List.of(), List.of(Takes.film(20, 25, time -> time)));
        return read(config, film).get(0).require(Layout.FRAME);
    }

    @Test
    void whatIsWrongWithOneTakeKeepsNoneOtherOut() {
        Track backwards = Takes.track("state", Role.PROPRIO, new long[] {0, 10, 9}, time -> time);
        Track none = Takes.track("state", Role.PROPRIO, Takes.even(9, 30), time -> time > 0.1 ? Double.NaN : time);
        Track other = Takes.track("force", Role.PROPRIO, Takes.even(9, 30), time -> time);
        List<Episode> episodes = read(
                config(0, 0, 0),
                take("good", 30, 0),
                Takes.take("back", 30, List.of(backwards, action()), List.of()),
                Takes.take("nan", 30, List.of(none, action()), List.of()),
                Takes.take("other", 30, List.of(other), List.of()),
                take("slow", 15, 0),
                take("fine", 30, 0));
        assertThat(episodes).hasSize(2);
        assertThat(findings)
                .extracting(Finding::place, Finding::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("back", "time runs backwards"),
                        org.assertj.core.groups.Tuple.tuple("nan", "not a number"),
                        org.assertj.core.groups.Tuple.tuple("other", "other streams than most"),
                        org.assertj.core.groups.Tuple.tuple("slow", "other streams than most"));
        assertThat(findings.get(1).detail()).contains("row 4, channel 'state.x' of stream 'state' is NaN");
        assertThat(findings.get(3).detail()).contains("15.0 Hz").contains("set ingest.rate");
    }

    @Test
    void driftIsTold() {
        read(config(0, 0, 0), take("fast", 30, 0.01));
        assertThat(findings).extracting(Finding::reason).contains("clock drift");
        assertThat(findings.get(0).detail()).contains("off by 1.00 %");
    }

    @Test
    void whoseTimeIsInAnotherUnitIsTold() {
        read(config(0, 0, 0), uneven("a", 30), uneven("b", 60), uneven("c", 0.03));
        assertThat(findings)
                .extracting(Finding::place, Finding::reason)
                .containsExactly(tuple("b", "another rate"), tuple("c", "another pace"));
        assertThat(findings.get(0).detail())
                .endsWith("lie 0.0167 s apart, those of the middle one of all about 0.032 s;"
                        + " a step is then not as long as elsewhere: set ingest.rate, or give it a table of its own");
        assertThat(findings.get(1).detail())
                .contains("lie 33.3 s apart, those of the middle one of all about 0.032 s; check the unit of its time");
    }

    @Test
    void whoseNumbersAreInAnotherUnitIsTold() {
        Take degrees = scaled("b", 57.3f);
        read(config(0, 0, 0), scaled("a", 1), degrees, scaled("c", 1.2f), scaled("rests", 0));
        assertThat(findings).extracting(Finding::place, Finding::reason).containsExactly(tuple("b", "another scale"));
        assertThat(findings.get(0).detail()).contains("stream 'state'").contains("check their unit");
    }

    @Test
    void ofTwoTakesNobodyCanTellWhichIsOdd() {
        read(config(0, 0, 0), scaled("a", 1), scaled("b", 57.3f));
        assertThat(findings).isEmpty();
    }

    /** Without a declared rate. */
    private static Take uneven(String name, double rate) {
        return Takes.take(
                name, 0, List.of(Takes.track("state", Role.PROPRIO, Takes.even(50, rate), time -> 1)), List.of());
    }

    private static Take scaled(String name, float factor) {
        return Takes.take(
                name,
                30,
                List.of(Takes.track(
                        "state", Role.PROPRIO, Takes.even(50, 30), time -> factor * (float) Math.sin(3 * time))),
                List.of());
    }

    @Test
    void aTakeIsHeldOutByName() {
        TakeConfig config =
                new TakeConfig("", 0, 0, 0, 0, StreamsConfig.TOLD, SMALL, new SplitsConfig(List.of("b"), List.of("c")));
        assertThat(read(config, take("a", 30, 0), take("b", 30, 0), take("c", 30, 0)))
                .extracting(episode -> episode.provenance().split())
                .containsExactly(Split.TRAIN, Split.VAL, Split.TEST);
    }

    @Test
    void unitsBecomeSiAndNumbersAreScaledToTheirRange() {
        StreamsConfig degrees = new StreamsConfig(
                List.of(),
                List.of(),
                Map.of("state", Interpolation.NEAREST),
                Map.of("state", "deg"),
                List.of(),
                Scaling.SIGNED_UNIT);
        TakeConfig config = new TakeConfig("arm", 0, 0, 0, 0, degrees, SMALL, SplitsConfig.NONE);
        Track state = Takes.track("state", Role.PROPRIO, Takes.even(181, 1), time -> time);
        Episode episode =
                read(config, Takes.take("one", 1, List.of(state), List.of())).get(0);
        Tensor proprio = episode.require(Layout.PROPRIO);
        assertThat(proprio.spec().channels().get(0).unit()).isEqualTo("rad");
        assertThat(physical(proprio, 180)).isCloseTo(Math.PI, within(1e-5));
        assertThat(proprio.value(0, 0)).isCloseTo(-1 / 1.2f, within(1e-4f));
        assertThat(episode.provenance().world()).isEqualTo("arm");
    }

    @Test
    void aFilmWithoutARateKeepsItsStamps() {
        var pictures = IntStream.range(0, 30)
                .mapToObj(i -> Takes.square(i, 1_700_000_000_000_000_000L + 1_000_000L * i * i))
                .toList();
        List<Episode> episodes = read(config(0, 0, 20), Takes.take("one", 0, List.of(), List.of(Takes.film(pictures))));
        assertThat(episodes).extracting(Episode::steps).containsExactly(20, 10);
        assertThat(episodes.get(1).require(Layout.TIME).integer(9, 0)).isEqualTo(1_700_000_000_841_000_000L);
    }

    @Test
    void rowsThatWereOnlyCountedGetTheDeclaredRate() {
        Track state = Takes.track("state", Role.PROPRIO, Takes.even(20, 1), time -> time);
        TakeConfig config = new TakeConfig("", 0, 50, 0, 0, StreamsConfig.TOLD, SMALL, SplitsConfig.NONE);
        Episode episode = read(config, Takes.take("one", 0, List.of(state), List.of(Takes.film(20, 1, time -> time))))
                .get(0);
        assertThat(episode.steps()).isEqualTo(20);
        assertThat(episode.layout().require(Layout.PROPRIO).rate()).isEqualTo(50);
        assertThat(valid(episode)).allMatch(bit -> bit);
    }

    @Test
    void anActionThatLedToItsRowIsShiftedByOne() {
        StreamsConfig led =
                new StreamsConfig(List.of(), List.of(), Map.of(), Map.of(), List.of("action"), Scaling.SIGNED_UNIT);
        TakeConfig config = new TakeConfig("", 0, 0, 0, 0, led, SMALL, SplitsConfig.NONE);
        Episode episode = read(config, take("one", 30, 0)).get(0);
        Tensor action = episode.require(Layout.ACTION);
        assertThat(physical(action, 10)).isCloseTo(-11 / 30.0, within(1e-5));
        assertThat(bit(episode, 48, "action.x")).isTrue();
        assertThat(bit(episode, 49, "action.x"))
                .as("nothing follows the last row")
                .isFalse();
        assertThat(episode.provenance().generator()).endsWith("shifted by a row: action");
    }

    @Test
    void whatIsAddedToATableIsScaledToTheTablesRanges() {
        TakeConfig config = config(0, 0, 0);
        TakeFormat first = Takes.format(take("one", 30, 0));
        Track far = Takes.track("state", Role.PROPRIO, Takes.even(50, 30), time -> 10 * time);
        TakeFormat second = Takes.format(Takes.take("two", 30, List.of(far, action()), List.of()));
        TakeSource table = source(first, config);
        TakeSource added = source(second, config);
        assertThat(added.layout()).isNotEqualTo(table.layout());
        added = added.addingTo(table.layout());
        assertThat(added.layout()).isEqualTo(table.layout());
        Episode episode =
                added.read(second.recordings().get(0), findings::add).toList().get(0);
        assertThat(physical(episode.require(Layout.PROPRIO), 49)).isCloseTo(490 / 30.0, within(1e-3));
        assertThat(episode.require(Layout.PROPRIO).value(49, 0))
                .as("beyond the range")
                .isGreaterThan(1);
    }

    @Test
    void aTableOfOtherChannelsIsNotAddedTo() {
        TakeConfig config = config(0, 0, 0);
        TakeSource source = source(Takes.format(take("one", 30, 0)), config);
        Track other = Takes.track("force", Role.PROPRIO, Takes.even(9, 30), time -> time);
        TakeSource foreign = source(Takes.format(Takes.take("two", 30, List.of(other), List.of())), config);
        assertThat(source.addingTo(foreign.layout()).layout()).isEqualTo(source.layout());
    }

    @Test
    void aMisspeltNameIsRefusedWithWhatThereIs() {
        StreamsConfig misspelt =
                new StreamsConfig(List.of("stat"), List.of(), Map.of(), Map.of(), List.of(), Scaling.SIGNED_UNIT);
        assertThatThrownBy(() ->
                        read(new TakeConfig("", 0, 0, 0, 0, misspelt, SMALL, SplitsConfig.NONE), take("one", 30, 0)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("Invalid ingest.streams.proprio: there is no stream 'stat'; there are [action, state]");
    }

    @Test
    void takesWithoutAnythingThatIsAskedForAreRefused() {
        Track other = Takes.track("mood", Role.OTHER, Takes.even(9, 30), time -> time);
        assertThatThrownBy(() -> read(config(0, 0, 0), Takes.take("one", 30, List.of(other), List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none of its 1 takes has a stream that is asked for")
                .hasMessageContaining("ingest.streams");
    }

    private List<Episode> read(TakeConfig config, Take... takes) {
        TakeFormat format = Takes.format(takes);
        return source(format, config)
                .read(format.recordings().get(0), findings::add)
                .toList();
    }

    private static TakeSource source(TakeFormat format, TakeConfig config) {
        return TakeSource.of(
                format,
                config,
                TakeSource.survey(format, config, format.recordings().get(0), finding -> {}));
    }

    private static TakeConfig config(double rate, double longestGap, int episodeSteps) {
        return new TakeConfig("", rate, 0, longestGap, episodeSteps, StreamsConfig.TOLD, SMALL, SplitsConfig.NONE);
    }

    private static Track action() {
        return Takes.track("action", Role.ACTION, Takes.even(50, 30), time -> -time);
    }

    /** Fifty rows of state and action; a clock that is {@code drift} faster than it declares. */
    private static Take take(String name, double rate, double drift) {
        long[] times = Takes.even(50, rate * (1 + drift));
        return Takes.take(
                name,
                rate,
                List.of(
                        Takes.track("action", Role.ACTION, times, time -> -time),
                        Takes.track("state", Role.PROPRIO, times, time -> time)),
                List.of());
    }

    private static double physical(Tensor tensor, int t) {
        var channel = tensor.spec().channels().get(0);
        return channel.low() + (tensor.value(t, 0) + 1) / 2 * (channel.high() - channel.low());
    }

    private static List<Boolean> valid(Episode episode) {
        Tensor valid = episode.require(Layout.VALID);
        return IntStream.range(0, valid.rows() * valid.spec().elements())
                .mapToObj(i ->
                        valid.bit(i / valid.spec().elements(), i % valid.spec().elements()))
                .toList();
    }

    private static boolean bit(Episode episode, int t, String channel) {
        Tensor valid = episode.require(Layout.VALID);
        List<String> names =
                valid.spec().channels().stream().map(named -> named.name()).toList();
        return valid.bit(t, names.indexOf(channel));
    }

    /** The first column with ink in the middle of a frame. */
    private static int left(Tensor frames, int t) {
        return IntStream.range(0, 8)
                .filter(x -> frames.bit(t, 4 * 8 + x))
                .findFirst()
                .orElse(-1);
    }
}
