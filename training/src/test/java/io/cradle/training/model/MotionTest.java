package io.cradle.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.window.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that are told how proprio changes, and say how it changes next. */
class MotionTest {
    private static final List<Episode> EPISODES = Swings.episodes(3, 20, 30);
    private static final Layout READ =
            ModelConfig.step(1, List.of(1), HeadConfig.PLAIN).reads(Swings.LAYOUT);
    private static final Standard STANDARD = Standard.of(windows(), READ, true);

    private static List<Window> windows() {
        return EPISODES.stream().map(episode -> Swings.window(episode, 30)).toList();
    }

    static Stream<ModelConfig> families() {
        return Stream.of(
                        ModelConfig.step(3, List.of(6), HeadConfig.PLAIN),
                        ModelConfig.transformer(5, new TransformerConfig(6, 1, 2)),
                        ModelConfig.rssm(4, new RssmConfig(5, 2, 3, 4, true, 3, 0, 0), HeadConfig.PLAIN))
                .map(ModelConfig::moving);
    }

    private static WorldModel model(ModelConfig config, float spread) {
        ModelShape shape = ModelShape.of(config, READ);
        Random random = new Random(5);
        float[] weights = new float[shape.parameters()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (spread * random.nextGaussian());
        }
        return STANDARD.of(shape.model(Floats.of(weights)));
    }

    @ParameterizedTest
    @MethodSource("families")
    void whoSaysNothingNewGoesOnAtTheLastVelocity(ModelConfig config) {
        Recording recording = Recording.of(EPISODES.get(0));
        Belief belief = model(config, 0).begin(List.of(recording.prompt(0, 4)));
        float[] before = recording.observation(2).proprio();
        float[] last = recording.observation(3).proprio();
        float[] said =
                belief.predict(new float[][] {recording.action(3)}).proprio().mean(0);
        for (int i = 0; i < said.length; i++) {
            assertThat(said[i]).isCloseTo(2 * last[i] - before[i], within(1e-3f));
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void whatIsHeldGoesOnBitForBit(ModelConfig config) {
        Recording recording = Recording.of(EPISODES.get(0));
        WorldModel model = model(config, 0.3f);
        Belief belief = model.begin(List.of(recording.prompt(0, 4)));
        for (int t = 3; t < 20; t++) {
            float[][] action = {recording.action(t)};
            Belief again = model.begin(belief.held());
            assertThat(again.predict(action).proprio().mean(0))
                    .containsExactly(belief.predict(action).proprio().mean(0));
            belief.observe(action, List.of(recording.observation(t + 1)));
        }
    }

    @Test
    void aWindowTellsWhatABeliefIsTold() {
        Window window = windows().get(0);
        float[][] stored = new float[window.steps()][];
        Arrays.setAll(stored, window.require(Layout.PROPRIO)::floats);
        float[][] told = new Motion(STANDARD).told(stored);
        Window in = STANDARD.in(window);
        assertThat(in.steps()).isEqualTo(window.steps() - 1);
        assertThat(in.firstStep()).isEqualTo(window.firstStep() + 1);
        for (int t = 0; t < in.steps(); t++) {
            assertThat(in.require(Layout.PROPRIO).floats(t)).containsExactly(told[t + 1]);
        }
    }

    @Test
    void changesAreToldInOrderOne() {
        Axes again = Axes.of(windows().stream()
                .map(window -> STANDARD.in(window).require(Layout.PROPRIO))
                .toList());
        assertThat(again.unit()).hasSize(4).allMatch(unit -> unit >= 0.5f && unit <= 2);
    }

    @Property
    void whatWasToldOnceIsToldAgainToTheSameBits(
            @ForAll @Size(value = 6) List<@FloatRange(min = -40, max = 40) Float> stored) {
        Motion motion = new Motion(STANDARD);
        float[][] rows = new float[3][2];
        for (int i = 0; i < 6; i++) {
            rows[i / 2][i % 2] = stored.get(i);
        }
        float[][] told = motion.told(rows);
        float[][] back = Arrays.stream(told).map(motion::stored).toArray(float[][]::new);
        assertThat(motion.told(back)).isDeepEqualTo(told);
    }

    /** So says the change of variables: a density of twice the number is half as high. */
    @Test
    void aBoundOfNumbersTwiceAsGreatIsABitANumberMore() {
        ModelConfig config = families().toList().get(2);
        Floats weights = Floats.of(new float[ModelShape.of(config, READ).parameters()]);
        double once = elbo(config, weights, EPISODES);
        double twice =
                elbo(config, weights, EPISODES.stream().map(MotionTest::doubled).toList());
        assertThat(twice - once).isCloseTo(2, within(1e-5));
    }

    private static double elbo(ModelConfig config, Floats weights, List<Episode> episodes) {
        List<Window> windows =
                episodes.stream().map(episode -> Swings.window(episode, 30)).toList();
        Standard standard = Standard.of(windows, READ, true);
        WorldModel model = standard.of(ModelShape.of(config, READ).model(weights));
        return model.bounds(Recording.of(episodes.get(0)), 2).orElseThrow().elbo();
    }

    private static Episode doubled(Episode episode) {
        List<Tensor> tensors = new ArrayList<>();
        for (Tensor tensor : episode.tensors()) {
            boolean felt = tensor.spec().name().equals(Layout.PROPRIO);
            tensors.add(felt ? doubled(tensor) : tensor);
        }
        return new Episode(episode.id(), tensors, episode.provenance());
    }

    private static Tensor doubled(Tensor tensor) {
        float[] values = tensor.floats();
        for (int i = 0; i < values.length; i++) {
            values[i] *= 2;
        }
        return Tensor.ofFloats(tensor.spec(), values);
    }

    @Test
    void aFamilyThatCannotSayMotionIsRefused() {
        assertThatThrownBy(() -> ModelConfig.dense(1, List.of(4)).moving())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Invalid model.motion=true for model.kind=DENSE: only STEP, TRANSFORMER and RSSM say changes of proprio");
    }
}
