package io.cradle.training.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a dream is told of the world that it goes on from. */
class SeenTest {
    private static final TensorSpec PLACE = one(Layout.PROPRIO);
    private static final TensorSpec PUSH = one(Layout.ACTION);

    private static TensorSpec one(String name) {
        return TensorSpec.vector(name, List.of(new Channel("x", "m", -1, 1)), Scaling.SIGNED_UNIT, -1, 1, 10);
    }

    private static Tensor row(TensorSpec spec, float... values) {
        return Tensor.ofFloats(spec, values);
    }

    @Test
    void whereTooLittleWasSeenNothingIsToldToHaveMovedBefore() {
        Seen seen = new Seen(PUSH, List.of(row(PLACE, 0.5f)));
        seen.add(row(PUSH, 1), List.of(row(PLACE, 0.75f)));

        assertThat(seen.outlook(List.of(PLACE), 4).start(7))
                .isEqualTo(new Start.Prompt(List.of(row(PLACE, 0.5f, 0.5f, 0.5f, 0.75f)), row(PUSH, 0, 0, 1, 0), 7));
    }

    @Test
    void whereEnoughWasSeenItIsToldAsItIs() {
        Seen seen = new Seen(PUSH, List.of(row(PLACE, 0.5f)));
        seen.add(row(PUSH, 1), List.of(row(PLACE, 0.75f)));

        assertThat(seen.outlook(List.of(PLACE), 2).start(7))
                .isEqualTo(seen.outlook(List.of(PLACE), 1).start(7))
                .isEqualTo(new Start.Prompt(List.of(row(PLACE, 0.5f, 0.75f)), row(PUSH, 1, 0), 7));
    }
}
