package io.cradle.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.take.Takes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of fifty rows at 30 Hz five are missing: 0.2 s lie between two stamps. */
class GapsTest {
    private static final int FROM = 20;
    private static final int TO = 25;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void ofRowsAsRecordedAGapIsToldAndMarked() {
        Episode episode = read(0, 0);
        assertThat(marked(episode)).isEqualTo(missing());
        assertThat(findings)
                .extracting(Finding::kind, Finding::reason)
                .containsExactly(tuple(Finding.Kind.NOTICED, "gap"));
        assertThat(findings.get(0).detail())
                .contains("stream 'state' has")
                .contains("what lies in them is not there, or marked as not measured where the rate is even")
                .endsWith("cut the recording there if it had");
    }

    @ParameterizedTest(name = "bridging {0} s")
    @CsvSource({"0, false, set ingest.longestGap", "0.25, false, longer than 0.25 s", "0.1, true, longer than 0.1 s"})
    void onARateAGapIsBridgedAsFarAsTheConfigurationSays(double longest, boolean isMarked, String told) {
        Episode episode = read(30, longest);
        assertThat(marked(episode)).isEqualTo(isMarked ? missing() : List.of());
        assertThat(physical(episode.require(Layout.PROPRIO), 22)).isCloseTo(22 / 30.0, within(1e-4));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo("gap");
            assertThat(finding.detail()).contains(told);
        });
    }

    private static List<Integer> missing() {
        return IntStream.range(FROM, TO).boxed().toList();
    }

    private Episode read(double rate, double longestGap) {
        long[] times = IntStream.range(0, 50)
                .filter(row -> row < FROM || row >= TO)
                .mapToLong(row -> Math.round(row * 1e9 / 30))
                .toArray();
        Take take = Takes.take("gap", 30, List.of(Takes.track("state", Role.PROPRIO, times, time -> time)), List.of());
        TakeConfig config =
                new TakeConfig("", rate, 0, longestGap, 0, StreamsConfig.TOLD, FramesConfig.LCD, SplitsConfig.NONE);
        TakeFormat format = Takes.format(take);
        var recording = format.recordings().get(0);
        Survey survey = TakeSource.survey(format, config, recording, findings::add);
        return TakeSource.of(format, config, survey)
                .read(recording, findings::add)
                .toList()
                .get(0);
    }

    private static List<Integer> marked(Episode episode) {
        Tensor valid = episode.require(Layout.VALID);
        int bit = valid.spec().channels().stream().map(Channel::name).toList().indexOf("state.x");
        return IntStream.range(0, episode.steps())
                .filter(t -> !valid.bit(t, bit))
                .boxed()
                .toList();
    }

    private static double physical(Tensor tensor, int t) {
        Channel channel = tensor.spec().channels().get(0);
        return channel.low() + (tensor.value(t, 0) + 1) / 2 * (channel.high() - channel.low());
    }
}
