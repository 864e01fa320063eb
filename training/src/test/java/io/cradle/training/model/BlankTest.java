package io.cradle.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlankTest {
    private static final Episode EPISODE = Swings.episodes(1, 1, 6).get(0);

    @Test
    void proprioAloneGetsFramesOfOnePixelThatIsNeverInk() {
        Layout seen = Blank.in(Swings.LAYOUT);
        assertThat(seen.require(Layout.FRAME)).isEqualTo(TensorSpec.frame(Layout.FRAME, 1, 1, 20));
        assertThat(Blank.without(seen)).isEqualTo(Swings.LAYOUT);
        assertThat(Blank.lacks(Swings.LAYOUT)).isTrue();
        assertThat(Blank.lacks(seen)).isTrue();
        Window window = Blank.in(Swings.window(EPISODE, 4));
        assertThat(window.steps()).isEqualTo(4);
        assertThat(window.require(Layout.FRAME).floats()).containsOnly(0);
        assertThat(window.require(Layout.PROPRIO))
                .isEqualTo(EPISODE.require(Layout.PROPRIO).slice(0, 4));
        assertThat(Blank.frames(EPISODE).floats()).hasSize(6).containsOnly(0);
    }

    @Test
    void framesThatAreThereStay() {
        Window window = RandomWindows.of(new Senses(3, 5, 2, 1), 4, 1);
        assertThat(Blank.in(window)).isSameAs(window);
        assertThat(Blank.in(Checkpoints.LAYOUT)).isSameAs(Checkpoints.LAYOUT);
        assertThat(Blank.lacks(Checkpoints.LAYOUT)).isFalse();
        assertThat(Blank.without(Checkpoints.LAYOUT)).isEqualTo(Checkpoints.LAYOUT);
    }

    @Test
    void aTableOfActionsAloneGetsNothing() {
        Layout none = new Layout(List.of(
                Swings.LAYOUT.require(Layout.ACTION),
                TensorSpec.vector(Layout.PROPRIO, List.of(Channel.NOTHING), Scaling.NONE, -1, 1, 10)));
        assertThat(Blank.in(none)).isSameAs(none);
        assertThatThrownBy(
                        () -> ModelConfig.step(1, List.of(4), HeadConfig.PLAIN).reads(none))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Layout.FRAME);
    }

    @Test
    void networksReadProprioAndActionsBesideIt() {
        ModelConfig grouped = ModelConfig.step(2, List.of(4), new HeadConfig(4, 8, false));
        Layout read = grouped.reads(Swings.LAYOUT);
        assertThat(read.tensors().stream().map(TensorSpec::name))
                .containsExactly(Layout.FRAME, Layout.ACTION, Layout.PROPRIO);
        assertThat(Senses.of(ModelConfig.dense(1, List.of(1)), read)).isEqualTo(new Senses(1, 1, 2, 1));
        assertThat(StepShape.of(grouped, read).head().groups())
                .as("one pixel cannot be cut into groups")
                .isEqualTo(1);
    }
}
