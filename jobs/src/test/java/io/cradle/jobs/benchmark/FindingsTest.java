package io.cradle.jobs.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.training.evaluation.Interval;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two seeds, three episodes of four frames: what a frame costs is told by where it is, so that every figure can be had by hand. */
class FindingsTest {
    private static final int FIRST = 2;
    private static final List<Glance> EPISODES = List.of(
            glance("a", true, false, false, false, false, false, false),
            glance("b", true, false, false, false, true, false, false),
            glance("c", false, true, true, true, false, true, true));

    private static Glance glance(String id, boolean idle, Boolean... begins) {
        return new Glance(id, idle, List.of(begins), Collections.nCopies(begins.length, false));
    }

    /** {@code [2][3][4]}: 10 an episode, 1 a frame, and what an arm adds to one seed and the other. */
    private static double[][][] bits(double one, double other) {
        double[] added = {one, other};
        double[][][] bits = new double[2][3][4];
        for (int seed = 0; seed < 2; seed++) {
            for (int episode = 0; episode < 3; episode++) {
                for (int frame = 0; frame < 4; frame++) {
                    bits[seed][episode][frame] = 10 * episode + frame + added[seed];
                }
            }
        }
        return bits;
    }

    private static List<Findings.Result> results(Subset subset) {
        Map<String, double[][][]> bits = new LinkedHashMap<>();
        bits.put("uniform", bits(0, 1));
        bits.put("balanced", bits(-2, -1));
        bits.put("still", new double[][][] {new double[3][4]});
        return Findings.of(2, List.of(), List.of(subset), bits).results();
    }

    private static Subset natural() {
        return Subset.of("natural", EPISODES, FIRST, (glance, t) -> true);
    }

    @Test
    void everyFrameCountsAsMuch() {
        Findings.Result uniform = results(natural()).get(0);
        assertThat(uniform.frames()).isEqualTo(12);
        assertThat(uniform.seeds()).containsExactly(11.5, 12.5);
        assertThat(uniform.bits().mean()).isCloseTo(12, within(1e-12));
    }

    @Test
    void ofRareFramesThoseCountThatAreAndEpisodesByHowMany() {
        Subset rare = Subset.of("rare", EPISODES, FIRST, Glance::meets);
        assertThat(rare.frames()).isEqualTo(4);
        assertThat(rare.episodes()).isEqualTo(2);
        assertThat(results(rare).get(0).seeds().get(0)).isCloseTo((11 + 20 + 22 + 23) / 4.0, within(1e-12));
    }

    @Test
    void aBalancedTestGivesEachStratumAsMuch() {
        Subset balanced = natural().weighted("balanced", EPISODES, id -> id.equals("c") ? 1 : 0.5);
        assertThat(results(balanced).get(0).seeds().get(0)).isCloseTo((6.5 + 21.5) / 2, within(1e-12));
    }

    @Test
    void whatAllEpisodesAndSeedsHaveInCommonLeavesNoDoubt() {
        Findings.Result balanced = results(natural()).get(1);
        assertThat(balanced.difference()).isEqualTo(new Interval(-2, -2, -2));
        assertThat(balanced.differences()).containsExactly(-2.0, -2.0);
        assertThat(balanced.bits().high() - balanced.bits().low()).isGreaterThan(5);
    }

    @Test
    void aBaselineWithoutSeedsStandsBesideEach() {
        Findings.Result still = results(natural()).get(2);
        assertThat(still.seeds()).containsExactly(0.0);
        assertThat(still.differences()).containsExactly(-11.5, -12.5);
        assertThat(results(natural()).get(1).beyondBaseline().mean()).isCloseTo(10, within(1e-12));
    }
}
