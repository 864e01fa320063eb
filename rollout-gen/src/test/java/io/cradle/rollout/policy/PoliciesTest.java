package io.cradle.rollout.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void anUnknownPolicyIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> Policies.named("unifrom"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown policy 'unifrom': there are uniform, zero");
    }
}
