package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.training.spark.RoundLog;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrainingViewTest {
    private static final List<RoundLog> ROUNDS = Trainings.rounds(10, 9, 0, 1);

    @Test
    void theTimeOfARoundIsSharedOutWhole() {
        List<TimeView> times = TimeView.of(ROUNDS);

        assertThat(times)
                .extracting(TimeView::seconds)
                .containsExactly("0.050", "0.020", "0.300", "1.200", "0.100", "0.030", "0.100", "0.300");
        assertThat(times.get(3).share()).isEqualTo("57\u202f%");
        assertThat(times.stream()
                        .mapToDouble(row -> Double.parseDouble(row.percent()))
                        .sum())
                .isBetween(99.99, 100.01);
    }

    @Test
    void bytesStandBesideIt() {
        assertThat(TimeView.bytes(ROUNDS))
                .isEqualTo("A round sent 2.38 MiB to each executor, and 4.77 MiB came back from all workers (means).");
    }

    @Test
    void roundsOfOldCountForNoneOfIt() {
        List<RoundLog> mixed =
                Stream.concat(Stream.of(Trainings.old(0, 50)), ROUNDS.stream()).toList();

        assertThat(TimeView.of(mixed)).isEqualTo(TimeView.of(ROUNDS));
    }

    @Test
    void anAverageThatHurtsIsCounted() {
        RoundLog good = ROUNDS.get(4);
        RoundLog bad = new RoundLog(
                5,
                60,
                1,
                9,
                List.of(),
                1,
                good.executors(),
                0.1,
                null,
                new RoundLog.Validation(good.validation().before(), 99),
                null);

        assertThat(TrainingView.of(List.of(good, bad)).average())
                .containsExactly("After the average it was higher in 1 of 2 rounds.");
    }

    @Test
    void theReportShowsWhatAveragingDidAndWhereTimeWent() {
        assertThat(ReportPage.render(Samples.report("Bounce")))
                .contains("id=\"chart-average\"", "After the average it was higher in 0 of 6 rounds.")
                .contains("id=\"chart-agreement\"", "Mean cosine 0.3", "below 0.2 they are too long")
                .contains("<td>waiting for data</td><td>mean of the workers</td><td class=\"n\">0.300</td>")
                .contains("A round sent 2.38 MiB to each executor");
    }

    @Test
    void theReportOfALogOfOldShowsWhatItHas() {
        ReportInput full = Samples.report("Bounce");
        String html = ReportPage.render(new ReportInput(
                "Bounce",
                full.evaluation(),
                List.of(Trainings.old(0, 50), Trainings.old(1, 40)),
                List.of(),
                full.dataset(),
                Map.of(),
                List.of()));

        assertThat(html)
                .contains("Who trained", "id=\"chart-loss\"", "12\u202f800")
                .doesNotContain("chart-average", "chart-agreement", "Where the time of a round went");
    }
}
