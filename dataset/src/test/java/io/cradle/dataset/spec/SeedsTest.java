package io.cradle.dataset.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeedsTest {
    @Property(tries = 50)
    void childrenOfOneParentAllDiffer(@ForAll long parent) {
        assertThat(LongStream.range(0, 1_000)
                        .map(index -> Seeds.child(parent, index))
                        .distinct()
                        .count())
                .isEqualTo(1_000);
    }

    @Property(tries = 50)
    void neighbouringParentsShareNoChildren(@ForAll long parent) {
        assertThat(LongStream.range(0, 100)
                        .flatMap(index -> LongStream.of(Seeds.child(parent, index), Seeds.child(parent + 1, index)))
                        .distinct()
                        .count())
                .isEqualTo(200);
    }

    /** Golden: stored tables name their episodes by seeds of this function. */
    @Test
    void childrenAreTheSameForEver() {
        assertThat(Seeds.child(0, 0)).isEqualTo(-6411193824288604561L);
        assertThat(Seeds.child(1, 2)).isEqualTo(834844254806117752L);
    }
}
