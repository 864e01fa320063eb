package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.training.metric.Likeness;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.Windowed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What sets of stretches see of a model, and what they cannot see. */
class LikenessOfModelsTest {
    private static final EvaluationConfig CONFIG =
            new EvaluationConfig(Split.TEST, 0, 2, 8, 100, 1, 3, 1, 1, 50, OracleConfig.NONE);
    private static final List<Episode> EPISODES = Slider.episodes(150, 20);

    private static Optional<Likeness> judged(NextFrameModel model, List<Episode> episodes) {
        Scores scores = new Evaluator(CONFIG, List.of(new Windowed(model))).score(episodes);
        Subject subject = new Subject("data/slider", 3, "ab12", "all", Split.TEST, "cd34", Map.of());
        return EvaluationReport.of(scores, CONFIG, subject).models().get(0).likeness();
    }

    private static Likeness judged(NextFrameModel model) {
        return judged(model, EPISODES).orElseThrow();
    }

    @Test
    void framesThatAreTheTrueOnesAreLikeThem() {
        Likeness rule = judged(Slider.sure(Slider.rule()));

        assertThat(rule.features()).isEqualTo(300);
        assertThat(rule.frechet()).isLessThan(1e-6);
        assertThat(rule.kernel()).isNegative();
        assertThat(rule.manifold().precision()).isEqualTo(1);
        assertThat(rule.manifold().recall()).isEqualTo(1);
        assertThat(rule.manifold().coverage()).isEqualTo(1);
    }

    @Test
    void noiseIsUnlikeThem() {
        Likeness rule = judged(Slider.rule());
        Likeness noise = judged(Slider.constant(0.125f));

        assertThat(noise.frechet()).isGreaterThan(10 * rule.none() + 1);
        assertThat(noise.kernel()).isGreaterThan(rule.kernel() + 0.1);
        assertThat(noise.manifold().precision()).isLessThan(rule.manifold().precision() - 0.3);
        assertThat(noise.manifold().density()).isLessThan(rule.manifold().density() - 0.3);
        assertThat(noise.manifold().coverage()).isLessThan(rule.manifold().coverage() - 0.3);
        assertThat(noise.manifold().recall())
                .isGreaterThan(0.8); // wide balls hold everything: recall sees collapse alone
    }

    @Test
    void framesThatAreAlwaysFullOrNeverMoveDoNotCoverThem() {
        Likeness rule = judged(Slider.rule());
        for (NextFrameModel broken : List.of(Slider.constant(0.999f), frozen())) {
            Likeness likeness = judged(broken);

            assertThat(likeness.frechet()).as(broken.name()).isGreaterThan(10 * rule.none() + 1);
            assertThat(likeness.kernel()).as(broken.name()).isGreaterThan(rule.kernel() + 0.1);
            assertThat(likeness.manifold().recall()).isLessThan(rule.manifold().recall() - 0.3);
            assertThat(likeness.manifold().coverage())
                    .isLessThan(rule.manifold().coverage() - 0.3);
        }
    }

    private static NextFrameModel frozen() {
        return Slider.model("frozen", 1, (past, action) -> Arrays.copyOf(past, Slider.PIXELS));
    }

    /** Pushes are as likely one way as the other: only what compares frame with frame, or reads actions off, sees it. */
    @Test
    void aWorldWithItsActionsTheWrongWayRoundLooksLikeTheWorld() {
        Likeness mirrored = judged(Slider.sure(Slider.mirrored()));

        assertThat(mirrored.frechet()).isLessThan(3 * mirrored.none() + 0.05);
        assertThat(mirrored.manifold().coverage()).isGreaterThan(0.9);
    }

    @Test
    void fewerThanAHundredStretchesAreNotCompared() {
        assertThat(judged(Slider.rule(), EPISODES.subList(0, 49))).isEmpty();
        assertThat(judged(Slider.rule(), EPISODES.subList(0, 50))).isPresent();
    }
}
