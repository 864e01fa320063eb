package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.training.model.Belief;
import io.cradle.training.model.Likelihood;
import io.cradle.training.model.Observation;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.Windowed;
import io.cradle.training.model.WorldModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bounds beside exact bits. */
class BoundsTest {
    private static final EvaluationConfig CONFIG =
            new EvaluationConfig(Split.TEST, 0, 2, 3, 100, 1, 3, 2, 1, 50, OracleConfig.NONE);
    private static final List<Episode> EPISODES = Slider.episodes(20, 12);

    /** A model that says of each frame that it costs so many bits more than it does. */
    private record Loose(WorldModel exact, double more, Likelihood likelihood) implements WorldModel {
        @Override
        public String name() {
            return "loose";
        }

        @Override
        public int memory() {
            return exact.memory();
        }

        @Override
        public Belief begin(List<Prompt> prompts) {
            Belief belief = exact.begin(prompts);
            return new Belief() {
                @Override
                public Prediction predict(float[][] actions) {
                    return new Said(belief.predict(actions), more);
                }

                @Override
                public void observe(float[][] actions, List<Observation> next) {
                    belief.observe(actions, next);
                }
            };
        }
    }

    private record Said(Prediction exact, double more) implements Prediction {
        @Override
        public float[][] ink() {
            return exact.ink();
        }

        @Override
        public Optional<double[]> bound(List<Observation> came) {
            float[][] ink = exact.ink();
            double[] bits = new double[ink.length];
            Arrays.setAll(bits, n -> Cost.of(ink[n], came.get(n).frame()).bits() + more);
            return Optional.of(bits);
        }
    }

    private static WorldModel loose(double more) {
        return new Loose(new Windowed(Slider.rule()), more, Likelihood.UPPER);
    }

    private static WorldModel copyLast() {
        return new Windowed(EPISODES.stream()
                .map(episode -> PixelCounts.of(episode.require(Layout.FRAME)))
                .reduce(PixelCounts.NONE, PixelCounts::merge)
                .copyLast());
    }

    private static EvaluationReport report(WorldModel... models) {
        Scores scores = new Evaluator(CONFIG, List.of(models)).score(EPISODES);
        return EvaluationReport.of(scores, CONFIG, new Subject("table", 0, "", "", Split.TEST, "", Map.of()));
    }

    @Test
    void aBoundIsWhatTheModelSaysAFrameCosts() {
        double exact = report(new Windowed(Slider.rule()))
                .models()
                .get(0)
                .bitsPerFrame()
                .mean();
        ModelResult bound = report(loose(2.5)).models().get(0);
        assertThat(bound.likelihood()).isEqualTo(Likelihood.UPPER);
        assertThat(bound.bitsPerFrame().mean()).isCloseTo(exact + 2.5, within(1e-6));
    }

    @Test
    void atHorizonsItIsABoundToo() {
        double exact = bits(report(new Windowed(Slider.rule())));
        assertThat(bits(report(loose(2.5)))).isCloseTo(exact + 2.5, within(1e-6));
    }

    private static double bits(EvaluationReport report) {
        return report.models().get(0).means().get(Metric.BITS).mean();
    }

    @Test
    void aBoundBelowExactBitsProvesAModelBetterAndOneAboveNothing() {
        EvaluationReport tight = report(loose(0.5), copyLast());
        assertThat(tight.beatsCopyLast()).isTrue();
        EvaluationReport slack = report(loose(500), copyLast());
        ModelResult judged = slack.result("loose");
        assertThat(slack.beatsCopyLast()).isFalse();
        assertThat(judged.beyondCopyLast().orElseThrow().liesAboveZero()).isTrue();
        assertThat(judged.losesToCopyLast(slack.episodes())).isFalse();
    }

    @Test
    void whatHasNoBitsStandsBesideNothingThatHas() {
        WorldModel none = new Loose(copyLast(), 0, Likelihood.NONE);
        assertThatThrownBy(() -> report(none, copyLast()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot compare models with and without likelihoods");
    }

    @Test
    void aBoundThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> report(loose(Double.NaN)))
                .hasMessageContaining("Cannot score model 'loose': a frame costs it NaN bits");
    }
}
