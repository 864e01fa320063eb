package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.training.model.Likelihood;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Windowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationReportTest {
    private static final EvaluationConfig CONFIG =
            new EvaluationConfig(Split.TEST, 0, 2, 3, 200, 1, 3, 2, 1, 50, OracleConfig.NONE);
    private static final Subject SUBJECT = new Subject("data/slider", 3, "ab12", "all", Split.TEST, "cd34", Map.of());

    private static EvaluationReport report(NextFrameModel model, int episodes) {
        PixelCounts counts = Slider.episodes(20, 30).stream()
                .map(episode -> PixelCounts.of(episode.require(Layout.FRAME)))
                .reduce(PixelCounts.NONE, PixelCounts::merge);
        Evaluator evaluator = new Evaluator(CONFIG, Windowed.all(List.of(model, counts.copyLast(), counts.marginal())));
        List<Episode> test = IntStream.range(0, episodes)
                .mapToObj(i -> Slider.episode(20, 1000 + i))
                .toList();
        return EvaluationReport.of(evaluator.score(test), CONFIG, SUBJECT);
    }

    private static EpisodeScore score(int episode, double model, double copyLast) {
        return new EpisodeScore(
                "%032x".formatted(episode),
                10,
                100,
                1,
                List.of(
                        new ModelScore("net", Likelihood.EXACT, model, List.of(0.5, 0.4), 1, 0, Details.NONE),
                        new ModelScore(
                                "copy-last", Likelihood.EXACT, copyLast, List.of(0.25, 0.4), 0, 2, Details.NONE)));
    }

    @Test
    void theRuleOfTheWorldBeatsCopyLast() {
        EvaluationReport report = report(Slider.rule(), 12);

        assertThat(report.beatsCopyLast()).isTrue();
        assertThat(report.against("copy-last").bitsPerFrame().liesBelowZero()).isTrue();
        assertThat(report.against("copy-last").iou().get(2).liesAboveZero()).isTrue();
        assertThat(report.models().stream().map(ModelResult::model)).containsExactly("rule", "copy-last", "marginal");
        assertThat(report.result("marginal").bitsPerFrame().mean())
                .isGreaterThan(report.result("copy-last").bitsPerFrame().mean());
    }

    @Test
    void brokenModelsDoNotBeatCopyLast() {
        assertThat(report(Slider.constant(0.125f), 12).beatsCopyLast()).isFalse();
        assertThat(report(Slider.late(), 12).beatsCopyLast()).isFalse();
        assertThat(report(Slider.mirrored(), 12).beatsCopyLast()).isFalse();
    }

    @Test
    void judgingAnotherModelIsTheReportInWhichItCameFirst() {
        NextFrameModel rule = Slider.rule();
        NextFrameModel late = Slider.late();
        List<NextFrameModel> there = List.of(rule, late, Slider.constant(0.125f));
        List<NextFrameModel> turned = List.of(late, rule, Slider.constant(0.125f));
        Scores scores = scores(there);
        EvaluationReport report = EvaluationReport.of(scores, CONFIG, subject(rule));

        assertThat(report.judging(late.name(), scores))
                .isEqualTo(EvaluationReport.of(scores(turned), CONFIG, subject(late)))
                .isNotEqualTo(report);
        assertThatThrownBy(() -> report.judging("nobody", scores)).hasMessageStartingWith("Cannot find model 'nobody'");
    }

    private static Scores scores(List<NextFrameModel> models) {
        return new Evaluator(CONFIG, Windowed.all(models))
                .score(IntStream.range(0, 12)
                        .mapToObj(i -> Slider.episode(20, 1000 + i))
                        .toList());
    }

    private static Subject subject(NextFrameModel judged) {
        Map<String, String> models =
                Map.of(Slider.rule().name(), "cd34", Slider.late().name(), "ef56");
        return new Subject("data/slider", 3, "ab12", "all", Split.TEST, models.get(judged.name()), models);
    }

    @Test
    void fewerThanSixEpisodesCarryNoClaim() {
        assertThat(report(Slider.rule(), 5).beatsCopyLast()).isFalse();
        assertThat(report(Slider.rule(), 6).beatsCopyLast()).isTrue();
    }

    @Test
    void differencesArePairedByEpisode() {
        List<EpisodeScore> episodes = IntStream.range(0, 8)
                .mapToObj(i -> score(i, 10 * i, 10 * i + 1))
                .toList();

        EvaluationReport report =
                EvaluationReport.of(new Scores(episodes, List.of("short"), Map.of()), CONFIG, SUBJECT);

        assertThat(report.against("copy-last").bitsPerFrame()).isEqualTo(new Interval(-1, -1, -1));
        assertThat(report.against("copy-last").iou())
                .containsExactly(new Interval(0.25, 0.25, 0.25), new Interval(0, 0, 0));
        assertThat(report.result("net").bitsPerFrame().mean()).isEqualTo(35);
        assertThat(report.result("net").bitsPerFrame().low()).isLessThan(25);
        assertThat(report.result("net").bitsPerPixel()).isEqualTo(3.5);
        assertThat(report.result("net").clampedPixels()).isEqualTo(8);
        assertThat(report.result("copy-last").bothEmptyFrames()).isEqualTo(16);
        assertThat(report.episodes()).isEqualTo(8);
        assertThat(report.skippedEpisodes()).isEqualTo(1);
        assertThat(report.frames()).isEqualTo(800);
        assertThat(report.takes()).isEqualTo(8);
    }

    @Test
    void aTableWithoutLongEnoughEpisodesIsNamed() {
        assertThatThrownBy(
                        () -> EvaluationReport.of(new Scores(List.of(), List.of("a", "b"), Map.of()), CONFIG, SUBJECT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot evaluate on 'data/slider': it has no TEST episode that is long enough "
                        + "(2 are shorter than prompt + horizon = 5 steps); lower evaluate.horizon or add episodes");
    }

    @Test
    void jacksonWritesEveryComponentAndReadsItBack() throws Exception {
        EvaluationReport report = report(Slider.rule(), 6);
        ObjectMapper json = new ObjectMapper().registerModule(new Jdk8Module());

        String text = json.writeValueAsString(report);

        assertThat(text)
                .contains("\"beatsCopyLast\":true", "\"contentHash\":\"ab12\"", "\"likelihood\":\"EXACT\"", "\"low\":");
        assertThat(json.readValue(text, EvaluationReport.class)).isEqualTo(report);
    }

    @Test
    void aClaimThatTheNumbersDoNotCarryIsRefused() {
        EvaluationReport honest = report(Slider.late(), 6);

        assertThatThrownBy(() -> new EvaluationReport(
                        "late",
                        true,
                        SUBJECT,
                        CONFIG,
                        6,
                        0,
                        1,
                        1,
                        8,
                        honest.models(),
                        honest.comparisons(),
                        Optional.empty(),
                        List.of(),
                        Map.of()))
                .hasMessageContaining("claims to beat copy-last");
    }

    @Test
    void showpiecesAreTheBestTheMedianAndTheWorst() {
        List<EpisodeScore> episodes =
                IntStream.range(0, 9).mapToObj(i -> score(i, (i * 5) % 9, 1)).toList();

        Map<String, String> chosen = Showpieces.choose(new Scores(episodes, List.of(), Map.of()), 3);

        assertThat(chosen)
                .containsExactly(
                        Map.entry("%032x".formatted(0), "best"),
                        Map.entry("%032x".formatted(8), "median"),
                        Map.entry("%032x".formatted(7), "worst"));
    }

    @Test
    void oneShowpieceIsTheMedianAndNoneIsShownTwice() {
        Scores two = new Scores(List.of(score(0, 2, 1), score(1, 1, 1)), List.of(), Map.of());

        assertThat(Showpieces.choose(two, 5).values()).containsExactly("best", "worst");
        assertThat(Showpieces.choose(new Scores(two.episodes().subList(0, 1), List.of(), Map.of()), 5)
                        .values())
                .containsExactly("the only one");
    }
}
