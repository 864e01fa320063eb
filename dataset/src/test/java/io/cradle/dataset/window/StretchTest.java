package io.cradle.dataset.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {
    @Test
    void joinsWhatFollowsOneAnotherAndNothingElse() {
        SegmentAddress a0 = Addresses.segment("a", 0, 4);
        SegmentAddress a4 = Addresses.segment("a", 4, 3);
        SegmentAddress a8 = Addresses.segment("a", 8, 4);
        SegmentAddress b12 = Addresses.segment("b", 12, 4);

        assertThat(Stretch.join(List.of(a0, a4, a8, b12)))
                .as("step 7 of a is missing, and b is another episode")
                .containsExactly(new Stretch(List.of(a0, a4)), new Stretch(List.of(a8)), new Stretch(List.of(b12)));
        assertThat(Stretch.join(List.of())).isEmpty();
        assertThat(new Stretch(List.of(a0, a4)).steps()).isEqualTo(7);
    }

    @Test
    void whatDoesNotFollowIsNoStretch() {
        assertThatThrownBy(() -> new Stretch(List.of(Addresses.segment("a", 0, 4), Addresses.segment("a", 5, 4))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid stretch of episode 'a': step 5 of episode 'a' does not follow step 3");
        assertThatThrownBy(() -> new Stretch(List.of(Addresses.segment("a", 0, 4), Addresses.segment("b", 4, 4))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid stretch of episode 'a': step 4 of episode 'b' does not follow step 3");
        assertThatThrownBy(() -> new Stretch(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid stretch: it has no segment");
    }
}
