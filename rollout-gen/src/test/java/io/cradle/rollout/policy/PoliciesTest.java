package io.cradle.rollout.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Clipped;
import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {
    private static final TensorSpec ACTION = TensorSpec.vector(
            "action",
            List.of(new Channel("a", "1", -1, 1), new Channel("b", "1", -1, 1)),
            Scaling.SIGNED_UNIT,
            -1,
            1,
            10);

    @Test
    void uniformFillsTheRangeEvenlyAndWithoutMemory() {
        Policy.Actor actor = Policies.named("uniform").actor(ACTION, 7);
        double sum = 0;
        double squares = 0;
        double products = 0;
        float before = 0;
        for (int t = 0; t < 20_000; t++) {
            float[] action = actor.act(List.of(), 0);
            assertThat(action).hasSize(2);
            assertThat(Math.abs(action[0])).isLessThanOrEqualTo(1);
            sum += action[0];
            squares += action[0] * action[0];
            products += action[0] * before;
            before = action[1];
        }
        assertThat(sum / 20_000).isCloseTo(0, within(0.02));
        assertThat(squares / 20_000).isCloseTo(1.0 / 3, within(0.02));
        assertThat(products / 20_000).isCloseTo(0, within(0.02));
    }

    @Test
    void uniformDependsOnItsSeedAlone() {
        Policy uniform = Policies.named("uniform");
        float[] once = uniform.actor(ACTION, 7).act(List.of(), 0);
        assertThat(uniform.actor(ACTION, 7).act(List.of(), 3)).isEqualTo(once);
        assertThat(uniform.actor(ACTION, 8).act(List.of(), 0)).isNotEqualTo(once);
    }

    @Test
    void zeroIsZero() {
        assertThat(Policies.named("zero").actor(ACTION, 7).act(List.of(), 0)).containsOnly(0f);
    }

    /** The oracle: variance s² and correlation exp(-Δt/τ) of an Ornstein-Uhlenbeck process, spread small enough not to be cut. */
    @Test
    void smoothIsAnOrnsteinUhlenbeckProcess() {
        float[][] actions = acted("smooth:time=0.5,spread=0.2", 40_000);
        assertThat(mean(actions)).isCloseTo(0, within(0.01));
        assertThat(Math.sqrt(correlation(actions, 0))).isCloseTo(0.2, within(0.01));
        assertThat(correlation(actions, 1) / correlation(actions, 0)).isCloseTo(Math.exp(-0.2), within(0.02));
        assertThat(correlation(actions, 5) / correlation(actions, 0)).isCloseTo(Math.exp(-1), within(0.04));
    }

    /** Of a normal variable with standard deviation 9, 91 % are outside of [-1, 1]: whoever acts cuts and counts them. */
    @Test
    void whatSmoothChoosesOutsideOfTheRangeIsCountedWhereItActs() {
        List<float[]> actions = List.of(acted("smooth:spread=9,time=0.01", 5000));
        float[] all = new float[2 * actions.size()];
        for (int t = 0; t < actions.size(); t++) {
            System.arraycopy(actions.get(t), 0, all, 2 * t, 2);
        }
        Clipped cut = Clipped.of(Tensor.ofFloats(ACTION, all));
        assertThat((double) cut.count() / all.length).isCloseTo(0.911, within(0.02));
        assertThat(cut.actions().floats(0)).containsAnyOf(-1f, 1f);
    }

    /** A sine obeys x[t+1] + x[t-1] = 2 cos(ω) x[t], and no other sequence that isn't zero does for one ω. */
    @Test
    void sinusoidsAreSinesOfTheFrequencyThatIsAskedFor() {
        float[][] actions = acted("sinusoids:low=1,high=1,amplitude=0.5", 200);
        double twice = 2 * Math.cos(2 * Math.PI / 10);
        for (int t = 1; t < 199; t++) {
            assertThat(actions[t + 1][0] + actions[t - 1][0]).isCloseTo((float) (twice * actions[t][0]), within(1e-5f));
        }
        assertThat(Arrays.stream(actions).mapToDouble(action -> action[0]).max().orElseThrow())
                .isBetween(0.47, 0.5);
        assertThat(actions[0][0]).isNotEqualTo(actions[0][1]);
    }

    @Test
    void stickyHoldsAsOftenAsItIsTold() {
        float[][] actions = acted("sticky:hold=0.8", 20_000);
        long held = IntStream.range(1, actions.length)
                .filter(t -> Arrays.equals(actions[t], actions[t - 1]))
                .count();
        assertThat(held / 20_000.0).isCloseTo(0.8, within(0.01));
        assertThat(List.of(acted("sticky:hold=1", 50))).allMatch(action -> action[0] == actions[0][0]);
    }

    @Test
    void replayGivesTheRowsOfAFileByTheNamesOfItsColumns(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("acts.csv"), "b,a\n0.5,-1\n0.25,1\n");
        assertThat(acted("replay:file=" + file, 3)).isDeepEqualTo(new float[][] {{-1, 0.5f}, {1, 0.25f}, {0, 0}});
        assertThat(acted("replay:after=repeat,file=" + file, 3))
                .isDeepEqualTo(new float[][] {{-1, 0.5f}, {1, 0.25f}, {-1, 0.5f}});
        assertThat(Policies.named("replay:file=" + file).identity())
                .matches("replay:sha256=[0-9a-f]{64},after=zero")
                .isEqualTo(Policies.named("replay:file="
                                + Files.copy(file, folder.resolve("moved.csv")).toString())
                        .identity());
    }

    @Test
    void aReplayedValueOutsideOfTheRangeIsLeftToWhoeverCounts(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("acts.csv"), "\uFEFFa,b\n-3,0.5\n");
        assertThat(acted("replay:file=" + file, 1)).isDeepEqualTo(new float[][] {{-3, 0.5f}});
    }

    @Test
    void badFilesToReplayAreRefused(@TempDir Path folder) throws IOException {
        refused("replay", "Cannot replay file ''");
        refused("replay:file=" + folder.resolve("none.csv"), "there is none");
        refused(replay(folder, ""), "it has no rows");
        refused(replay(folder, "a,b\n"), "it has no rows");
        refused(replay(folder, "a,b\n1\n"), "row 1 has 1 values for 2 columns");
        refused(replay(folder, "a,b\n1,NaN\n"), "'NaN' in row 1 is no number; give one from -1 to 1");
        refused(replay(folder, "a,b\n1,0.5d\n"), "'0.5d' in row 1 is no number");
        Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xC3, 0x28, 0, 1});
        refused("replay:file=" + folder.resolve("binary.csv"), "binary.csv': it is no text in UTF-8");
        refused(replay(folder, "a,b\n0,left\n"), "'left' in row 1");
        Policy other = Policies.named(replay(folder, "a,c\n0,0\n"));
        assertThatThrownBy(() -> other.actor(ACTION, 1))
                .hasMessage(
                        "Cannot replay the columns [a, c]: the world's actions are [a, b]; name the columns like them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"uniform", "zero", "smooth", "smooth:time=2.0,spread=0.1", "sinusoids:high=3", "sticky:hold=0.5"
            })
    void theNameInAnEpisodesIdentityNamesTheSamePolicy(String text) {
        Policy policy = Policies.named(text);
        assertThat(Policies.named(policy.identity())).isEqualTo(policy);
        assertThat(acted(text, 20)).isDeepEqualTo(acted(policy.identity(), 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uniform", "smooth", "sinusoids", "sticky"})
    void everyPolicyDependsOnItsSeed(String name) {
        Policy policy = Policies.named(name);
        assertThat(policy.actor(ACTION, 7).act(List.of(), 0))
                .isEqualTo(policy.actor(ACTION, 7).act(List.of(), 0))
                .isNotEqualTo(policy.actor(ACTION, 8).act(List.of(), 0));
    }

    @Test
    void aPolicyOnTheClassPathIsFoundByItsName() {
        assertThat(Policies.named("eager:force=0.5").actor(ACTION, 1).act(List.of(), 0))
                .containsOnly(0.5f);
        assertThat(Policies.named("eager").identity()).isEqualTo("eager:force=1.0");
    }

    @Test
    void policiesThatNeedAClockRefuseUnevenTime() {
        TensorSpec uneven = TensorSpec.vector("action", ACTION.channels(), Scaling.SIGNED_UNIT, -1, 1, 0);
        assertThatThrownBy(() -> Policies.named("smooth").actor(uneven, 1))
                .hasMessageContaining("the world's actions come at uneven times; choose uniform, sticky or zero");
    }

    @Test
    void unknownPoliciesAndParametersAreNamedWithThoseThereAre() {
        refused(
                "unifrom",
                "Unknown policy 'unifrom': there are eager, replay, sinusoids, smooth, sticky, uniform, zero");
        refused("smooth:tau=3", "Unknown parameter 'tau' of policy 'smooth': there are [time, spread]");
        refused("uniform:a=1", "Unknown parameter 'a' of policy 'uniform'");
        refused("smooth:time", "Invalid policy 'smooth:time': write each parameter once, as key=value");
        refused("smooth:time=1,time=2", "write each parameter once");
        refused("smooth:time=0", "Invalid time=0 of policy 'smooth': must be a number from 0.001 to 1000.0");
        refused("sticky:hold=NaN", "Invalid hold=NaN of policy 'sticky'");
        refused("sticky:hold=often", "Invalid hold=often of policy 'sticky'");
        refused("sinusoids:low=3,high=2", "low is above high");
        refused("replay:file=x,after=stop", "Invalid after=stop of policy 'replay': must be zero or repeat");
    }

    private static void refused(String policy, String says) {
        assertThatThrownBy(() -> Policies.named(policy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }

    private static String replay(Path folder, String content) throws IOException {
        return "replay:file=" + Files.writeString(folder.resolve("bad.csv"), content);
    }

    private static float[][] acted(String policy, int steps) {
        Policy.Actor actor = Policies.named(policy).actor(ACTION, 7);
        return IntStream.range(0, steps).mapToObj(t -> actor.act(List.of(), 0)).toArray(float[][]::new);
    }

    private static double mean(float[][] actions) {
        return Arrays.stream(actions).mapToDouble(action -> action[0]).average().orElseThrow();
    }

    private static double correlation(float[][] actions, int lag) {
        return IntStream.range(lag, actions.length)
                .mapToDouble(t -> actions[t][0] * actions[t - lag][0])
                .average()
                .orElseThrow();
    }
}
