package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.information.HeldOut;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.jobs.report.Rival;
import io.cradle.jobs.report.Trial;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.Evaluator;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.OracleConfig;
import io.cradle.training.evaluation.Scores;
import io.cradle.training.model.CopyLast;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Windowed;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContestTest {
    private static final TensorSpec FRAME = TensorSpec.frame(Layout.FRAME, 2, 4, 10);
    private static final EvaluationConfig CONFIG =
            new EvaluationConfig(Split.VAL, 0, 2, 1, 100, 1, 1, 2, 1, 50, OracleConfig.NONE);
    private static final int FIRST = 2;

    /** A pixel that goes round and round. */
    private static Episode episode(int number, int steps) {
        boolean[] pixels = new boolean[steps * 8];
        for (int t = 0; t < steps; t++) {
            pixels[t * 8 + (number + t) % 8] = true;
        }
        String id = Episode.idOf("round", Integer.toString(number));
        return new Episode(
                id,
                List.of(Tensor.ofBits(FRAME, pixels)),
                new Provenance("rollout", "Round", "d", "p", number, "g", id, Split.VAL, SplitBy.HASH));
    }

    private static List<Episode> episodes(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> episode(i, i == 3 ? FIRST : 20))
                .sorted(Comparator.comparing(Episode::id))
                .toList();
    }

    private static Trial trial(List<Episode> held, List<Episode> shown) {
        PixelCounts counts = PixelCounts.of(episode(0, 100).require(Layout.FRAME));
        Evaluator evaluator = new Evaluator(CONFIG, Windowed.all(List.of(new CopyLast(0.1, 0.1), counts.marginal())));
        Scores scores = evaluator.score(held);
        return new Contest("c0ffee", shown.size(), scores, CONFIG)
                .trial(new HeldOut(FRAME, FIRST), new HeldOut(FRAME, FIRST), shown.iterator(), held.iterator());
    }

    private static Rival rival(Trial trial, String name) {
        return trial.rivals().stream()
                .filter(rival -> rival.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRivalIsMeasuredOnTheFramesOfTheModel() {
        Trial trial = trial(episodes(0, 10), episodes(10, 60));
        assertThat(trial.model()).isEqualTo("copy-last");
        assertThat(trial.episodes()).isEqualTo(9);
        assertThat(trial.skipped()).isEqualTo(1);
        assertThat(trial.frames()).isEqualTo(9 * 18);
        assertThat(trial.shown()).isEqualTo(50);
        assertThat(trial.rivals())
                .extracting(Rival::name)
                .startsWith("marginal", "order-0, after TRAIN")
                .contains("order-0, VAL alone", "context mixer, after TRAIN")
                .hasSize(11);
        trial.rivals().forEach(rival -> assertThat(rival.difference().mean())
                .isCloseTo(trial.bitsPerFrame().mean() - rival.bitsPerFrame().mean(), within(1e-9)));
    }

    @Test
    void whatTheModelDoesWithoutIsAShareOfTheSameEpisodes() {
        Trial trial = trial(episodes(0, 10), episodes(10, 60));
        Rival marginal = rival(trial, "marginal");
        Interval explained = marginal.explained().orElseThrow();
        assertThat(explained.mean())
                .isCloseTo(
                        1
                                - trial.bitsPerFrame().mean()
                                        / marginal.bitsPerFrame().mean(),
                        within(1e-9));
        assertThat(explained.low()).isLessThanOrEqualTo(explained.mean());
        assertThat(explained.high()).isGreaterThanOrEqualTo(explained.mean());
    }

    @Test
    void whatWasShownOfTrainHelps() {
        Trial trial = trial(episodes(0, 10), episodes(10, 60));
        assertThat(rival(trial, "+ previous, after TRAIN").difference().liesAboveZero())
                .isTrue();
        assertThat(rival(trial, "+ previous, after TRAIN").bitsPerFrame().high())
                .isLessThan(rival(trial, "+ previous, VAL alone").bitsPerFrame().low());
    }

    @Test
    void withoutAnEpisodeThatIsLongEnoughThereIsNothingToSay() {
        assertThatThrownBy(() -> trial(episodes(3, 4), List.of()))
                .hasMessage(
                        "Cannot measure checkpoint 'c0ffee' on VAL: of its 1 episodes none is long enough; add episodes");
    }
}
