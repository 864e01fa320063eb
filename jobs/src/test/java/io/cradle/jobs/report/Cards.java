package io.cradle.jobs.report;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.statistics.Statistics;
import io.cradle.dataset.statistics.StatisticsReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Inputs for cards, of {@link Samples}. */
final class Cards {
    private Cards() {}

    /** A balanced table with frames. */
    static CardInput frames(String name) {
        ShowInput shown = Samples.frames();
        Map<String, Long> verdicts = new LinkedHashMap<>(Map.of(ReportInput.KEPT, 1904L));
        verdicts.put("frozen", 96L);
        return new CardInput(
                name,
                shown.dataset(),
                new TreeMap<>(Map.of("rollout", 2000L)),
                5,
                shown.layout(),
                Map.of("lcd", 3.1, "proprio", 5.0),
                shown.samples(),
                statistics(shown),
                Optional.of(new CardCuration(
                        "runs/quickstart/selection@0",
                        verdicts,
                        List.of(
                                new CardCuration.Stratum("world=Bounce, motion < 0.1", 1800, 1704, 1100.5),
                                new CardCuration.Stratum("world=Bounce, motion >= 0.1", 200, 200, 803.5)),
                        1423.4)),
                shown.lineage());
    }

    /** A log without frames, as it was recorded. */
    static CardInput sensors() {
        ShowInput shown = Samples.sensors();
        return new CardInput(
                "pendulum",
                shown.dataset(),
                new TreeMap<>(Map.of("csv", 4L)),
                0,
                shown.layout(),
                Map.of(),
                shown.samples(),
                statistics(shown),
                Optional.empty(),
                shown.lineage());
    }

    /** Statistics of nothing. */
    static StatisticsReport none() {
        return new Statistics(Samples.frames().layout()).report();
    }

    private static StatisticsReport statistics(ShowInput shown) {
        Statistics sum = new Statistics(shown.layout());
        for (Episode episode : shown.samples()) {
            sum.add(episode);
        }
        return sum.report();
    }
}
