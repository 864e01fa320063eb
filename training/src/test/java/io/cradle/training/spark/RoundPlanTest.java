package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoundPlanTest {
    @Property(tries = 200)
    void noWindowComesAgainBeforeAllOthersCame(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int windows,
            @ForAll @IntRange(min = 1, max = 4) int workers,
            @ForAll @IntRange(min = 1, max = 30) int examples) {
        RoundPlan plan = new RoundPlan(seed, windows, workers, examples);
        int[] stream = IntStream.range(0, 5)
                .boxed()
                .flatMapToInt(round -> IntStream.range(0, workers)
                        .boxed()
                        .flatMapToInt(worker -> Arrays.stream(plan.share(round, worker))))
                .toArray();
        for (int from = 0; from + windows <= stream.length; from += windows) {
            assertThat(Arrays.copyOfRange(stream, from, from + windows))
                    .containsExactlyInAnyOrder(IntStream.range(0, windows).toArray());
        }
    }

    @Test
    void everyPassHasAnOrderOfItsOwn() {
        RoundPlan plan = new RoundPlan(1, 100, 1, 100);
        assertThat(plan.share(0, 0)).isNotEqualTo(plan.share(1, 0));
    }

    @Test
    void theSameSeedGivesTheSameSharesAndAnotherSeedOthers() {
        RoundPlan plan = new RoundPlan(1, 100, 2, 50);
        assertThat(plan.share(3, 1)).isEqualTo(new RoundPlan(1, 100, 2, 50).share(3, 1));
        assertThat(plan.share(3, 1)).isNotEqualTo(new RoundPlan(2, 100, 2, 50).share(3, 1));
    }

    @Test
    void noWindowIsAnErrorThatSaysWhatToDo() {
        assertThatThrownBy(() -> new RoundPlan(1, 0, 2, 50))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot train: there is no window; generate more episodes");
    }
}
