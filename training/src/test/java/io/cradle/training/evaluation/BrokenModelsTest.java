package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.training.model.Belief;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.Observation;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.Windowed;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models that are broken on purpose: each is caught by one measure at least, and the rule of the world passes them all. */
class BrokenModelsTest {
    private static final EvaluationConfig CONFIG =
            new EvaluationConfig(Split.TEST, 0, 2, 6, 200, 1, 3, 8, 1, 50, OracleConfig.NONE);
    private static final List<Episode> EPISODES = Slider.episodes(24, 20);

    private static ModelResult judged(WorldModel model) {
        PixelCounts counts = EPISODES.stream()
                .map(episode -> PixelCounts.of(episode.require(Layout.FRAME)))
                .reduce(PixelCounts.NONE, PixelCounts::merge);
        List<WorldModel> models = new ArrayList<>(List.of(model));
        models.addAll(Windowed.all(List.of(counts.copyLast(), counts.marginal())));
        Scores scores = new Evaluator(CONFIG, models).score(EPISODES);
        Subject subject = new Subject("data/slider", 3, "ab12", "all", Split.TEST, "cd34", Map.of());
        return EvaluationReport.of(scores, CONFIG, subject).models().get(0);
    }

    private static ModelResult judged(NextFrameModel model) {
        return judged(new Windowed(model));
    }

    private static double at(ModelResult result, Metric metric, int h) {
        return result.curves().get(metric).get(h - 1).mean();
    }

    @Test
    void theRuleOfTheWorldPasses() {
        ModelResult rule = judged(Slider.rule());

        assertThat(rule.losesToCopyLast(EPISODES.size())).isFalse();
        assertThat(rule.beyondCopyLast().orElseThrow().liesBelowZero()).isTrue();
        assertThat(rule.shuffledActions().orElseThrow().liesAboveZero()).isTrue();
        assertThat(rule.horizon().median()).isEmpty();
        assertThat(at(rule, Metric.HAMMING, 6)).isZero();
        assertThat(at(rule, Metric.CENTROID, 6)).isZero();
    }

    @Test
    void aConstantLosesAndDoesNotListen() {
        ModelResult constant = judged(Slider.constant(0.5f));

        assertThat(constant.losesToCopyLast(EPISODES.size())).isTrue();
        assertThat(constant.losesToCopyLast(5)).isFalse(); // too few for a claim
        assertThat(constant.shuffledActions().orElseThrow().mean()).isZero();
        assertThat(constant.horizon().median()).contains(1);
        assertThat(at(constant, Metric.SAMPLED_IOU, 1)).isLessThan(0.3);
    }

    @Test
    void aShiftedClockLoses() {
        ModelResult late = judged(Slider.late());

        assertThat(late.losesToCopyLast(EPISODES.size())).isTrue();
        assertThat(late.horizon().median().orElseThrow()).isLessThan(6);
    }

    @Test
    void actionsTakenTheWrongWayRoundAreWorseThanNone() {
        ModelResult mirrored = judged(Slider.mirrored());

        assertThat(mirrored.losesToCopyLast(EPISODES.size())).isTrue();
        assertThat(at(mirrored, Metric.CENTROID, 1)).isNotNaN();
        assertThat(at(mirrored, Metric.HAMMING, 6)).isGreaterThan(0.1);
    }

    @Test
    void anOverconfidentModelIsOutOfCalibration() {
        NextFrameModel honest = Slider.model("honest", 1, (past, action) -> spread(1 / 3f, past));
        NextFrameModel boasting = Slider.model("boasting", 1, (past, action) -> spread(0.7f, past));

        assertThat(judged(boasting).calibration().orElseThrow().error())
                .isGreaterThan(judged(honest).calibration().orElseThrow().error() + 0.1);
    }

    /** The same p(ink) at a pixel and its two neighbours, for the dot moves by −1, 0 or 1. */
    private static float[] spread(float p, float[] past) {
        float[] ink = new float[Slider.PIXELS];
        Arrays.fill(ink, 0.005f);
        for (int x = 0; x < ink.length; x++) {
            if (past[x] > 0.5f) {
                for (int by = -1; by <= 1; by++) {
                    ink[Math.floorMod(x + by, ink.length)] = p;
                }
            }
        }
        return ink;
    }

    @Test
    void whoLooksAtTheFrameThatItIsAskedAboutIsRefused() {
        Evaluator evaluator = new Evaluator(CONFIG, List.of(new Leaking()));

        assertThatThrownBy(() -> evaluator.score(EPISODES))
                .hasMessageContaining("Cannot trust model 'leaking'")
                .hasMessageContaining("pixel 0");
    }

    /** Looks up what is asked for: its likelihood of a frame is 1, whatever the frame. */
    private static final class Leaking implements WorldModel {
        @Override
        public String name() {
            return "leaking";
        }

        @Override
        public int memory() {
            return 1;
        }

        @Override
        public Belief begin(List<Prompt> prompts) {
            return new Belief() {
                @Override
                public Prediction predict(float[][] actions) {
                    return new Prediction() {
                        @Override
                        public float[][] ink() {
                            return new float[actions.length][Slider.PIXELS];
                        }

                        @Override
                        public float[][] ink(float[][] came) {
                            return came;
                        }
                    };
                }

                @Override
                public void observe(float[][] actions, List<Observation> next) {
                    assertThat(next).hasSize(actions.length);
                }
            };
        }
    }
}
