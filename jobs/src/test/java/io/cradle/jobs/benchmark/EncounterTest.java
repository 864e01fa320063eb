package io.cradle.jobs.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncounterTest {
    private static final TensorSpec SPEC =
            new TensorSpec(Layout.CONTACTS, Encoding.BITS, List.of(3, 5), List.of(), Scaling.NONE, 0, 1, 10);

    /** For each step who touches whom, as numbers {@code 10 a + b}: bodies are 0 to 2, walls 3 and 4. */
    private static Tensor contacts(int[]... met) {
        boolean[] bits = new boolean[met.length * 15];
        for (int t = 0; t < met.length; t++) {
            for (int pair : met[t]) {
                set(bits, t, pair / 10, pair % 10);
                set(bits, t, pair % 10, pair / 10);
            }
        }
        return Tensor.ofBits(SPEC, bits);
    }

    private static void set(boolean[] bits, int t, int a, int b) {
        if (a < 3) {
            bits[t * 15 + a * 5 + b] = true;
        }
    }

    @Test
    void bodiesTouchWhereTwoOfThemDoAndNotWhereTheyTouchWalls() {
        assertThat(Encounter.touching(contacts(new int[] {}, new int[] {12}, new int[] {3, 24}, new int[] {2, 13})))
                .containsExactly(false, true, false, true);
    }

    @Test
    void whatFollowsThreeFramesFromATouchThatWasNotThereBefore() {
        int[] none = {};
        int[] one = {1};
        assertThat(Encounter.begins(contacts(none, one, one, one, one, none)))
                .containsExactly(false, true, true, true, false, false);
    }

    @Test
    void whoTouchesFromTheStartHasNotBegun() {
        int[] resting = {12};
        int[] more = {12, 1};
        assertThat(Encounter.begins(contacts(resting, resting, more))).containsExactly(false, false, true);
    }
}
