package io.cradle.training.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BodyGoalTest {
    private static final TensorSpec PROPRIO =
            of(Layout.PROPRIO, "leg:cos", "leg:sin", "leg:x:p", "leg:y:p", "root:x:p", "root:y:p");
    private static final TensorSpec STATE = of(Layout.STATE, "ball:x:p", "ball:y:p");
    private static final List<Tensor> AIM = List.of(
            Tensor.ofFloats(STATE, new float[] {9, 9}),
            Tensor.ofFloats(PROPRIO, new float[] {1, 0, 0.1f, 0.2f, 0.3f, 0.4f}));

    @Test
    void placesCountAndAnglesDoNot() {
        Goal goal = GoalKind.BODY.of(AIM, 0.05);
        List<Tensor> two = List.of(
                Tensor.ofFloats(PROPRIO, new float[] {-1, 0, 0.1f, 0.2f, 0.3f, 0.4f, 1, 0, 0.2f, 0.1f, 0.5f, 0}));
        assertThat(goal.distance(two, 0)).isZero();
        assertThat(goal.distance(two, 1)).isCloseTo((0.1 + 0.1 + 0.2 + 0.4) / 4, within(1e-6));
    }

    @Test
    void theRewardIsLessTheDistanceAndOneMoreAtTheGoal() {
        Goal goal = GoalKind.BODY.of(AIM, 0.05);
        assertThat(goal.reward(0.05)).isEqualTo(-0.05);
        assertThat(goal.reward(0.04)).isEqualTo(0.96);
        assertThat(goal.reached(0.05)).isFalse();
        assertThat(goal.reached(0.049)).isTrue();
    }

    @Test
    void whatCannotBeMeasuredOnIsRefused() {
        assertThatThrownBy(() -> GoalKind.BODY.of(List.of(AIM.get(0)), 0.05))
                .hasMessageContaining("there is no 'proprio'");
        assertThatThrownBy(() -> GoalKind.BODY.of(AIM, 0)).hasMessageContaining("plan.threshold=0");
        assertThatThrownBy(() -> BodyGoal.requireIn("here", List.of(of(Layout.PROPRIO, "nothing"))))
                .hasMessage(
                        "Cannot plan in here: 'proprio' has no channel NAME:x:p or NAME:y:p; goal BODY needs a world with a robot");
    }

    private static TensorSpec of(String name, String... channels) {
        List<Channel> named =
                Stream.of(channels).map(each -> new Channel(each, "1", -1, 1)).toList();
        return TensorSpec.vector(name, named, Scaling.SIGNED_UNIT, -9, 9, 10);
    }
}
