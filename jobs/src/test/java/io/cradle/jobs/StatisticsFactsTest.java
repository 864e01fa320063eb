package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.statistics.ChannelSummary;
import io.cradle.dataset.statistics.Figures;
import io.cradle.dataset.statistics.StatisticsReport;
import io.cradle.dataset.statistics.TensorSummary;
import io.cradle.dataset.statistics.View;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatisticsFactsTest {
    private static final Figures KNOWN =
            new Figures(0.5, 0.25, -1, 2, new TreeMap<>(Map.of("q05", -0.5, "q50", 0.4, "q95", 1.5)));
    private static final StatisticsFacts FACTS = new StatisticsFacts(
            "/t@3",
            "all",
            Split.TRAIN,
            new StatisticsReport(
                    7,
                    70,
                    0.0068,
                    List.of(new TensorSummary(
                            "proprio",
                            View.ELEMENTS,
                            List.of(
                                    new ChannelSummary("angle", "rad", 70, 0, 0, KNOWN),
                                    new ChannelSummary("dead", "N", 0, 1, 69, null))))));

    @Test
    void aLineAChannelUnderOneHead() {
        assertThat(FACTS.text().lines().toList())
                .containsExactly(
                        "table         /t@3, selection all",
                        "TRAIN         7 episodes, 70 steps; numbers as they are stored",
                        "quantiles     true rank within 0.0068 in 99 of 100 cases",
                        "channel, unit            count     lacking        mean         std         min         q05         q50         q95         max",
                        "proprio.angle, rad          70           0     0.50000     0.25000     -1.0000    -0.50000     0.40000      1.5000      2.0000",
                        "proprio.dead, N              0          70");
    }

    @Test
    void jsonIsFlatAndLeavesOutWhatIsUnknown() {
        assertThat(Output.line(FACTS))
                .isEqualTo("{\"table\":\"/t@3\",\"selection\":\"all\",\"split\":\"TRAIN\",\"episodes\":7,\"steps\":70,"
                        + "\"rankError\":0.0068,\"tensors\":[{\"tensor\":\"proprio\",\"view\":\"ELEMENTS\",\"channels\":["
                        + "{\"name\":\"angle\",\"unit\":\"rad\",\"count\":70,\"nonFinite\":0,\"missing\":0,"
                        + "\"mean\":0.5,\"std\":0.25,\"min\":-1.0,\"max\":2.0,"
                        + "\"quantiles\":{\"q05\":-0.5,\"q50\":0.4,\"q95\":1.5}},"
                        + "{\"name\":\"dead\",\"unit\":\"N\",\"count\":0,\"nonFinite\":1,\"missing\":69}]}]}");
    }
}
