package io.cradle.training.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Start;
import io.cradle.training.metric.Survival;
import io.cradle.training.model.Recording;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParticleFilterTest {
    private static final Jitter FINE = new Jitter(0.01, 0.01, 0.005, 0.01);
    private static final int STEPS = 12;
    private static final DriftingDot RULE = new DriftingDot();
    private static final Toy WORLD = new Toy(RULE);

    private static List<Filtered> filtered(int particles) {
        try (ParticleFilter filter = new ParticleFilter(WORLD, particles, FINE)) {
            return IntStream.range(0, 20)
                    .mapToObj(seed -> filter.filter(WORLD.recording(seed, STEPS), 1, seed))
                    .toList();
        }
    }

    @Test
    void findsTheBitsThatASumOverAllStartsHas() {
        double exact = IntStream.range(0, 20)
                .mapToDouble(seed -> {
                    double[] bits = RULE.exactBits(WORLD.recording(seed, STEPS));
                    return IntStream.range(1, STEPS)
                            .mapToDouble(t -> bits[t])
                            .average()
                            .orElseThrow();
                })
                .average()
                .orElseThrow();
        List<Filtered> few = filtered(1024);
        List<Filtered> many = filtered(4096);
        Verdict verdict = Verdict.of(few, many);

        assertThat(exact).isGreaterThan(0.2);
        assertThat(verdict.bits()).isCloseTo(exact, within(0.05 * exact));
        assertThat(verdict.effective()).isGreaterThan(50);
    }

    @Test
    void fewParticlesAreNoOracle() {
        assertThat(Verdict.of(filtered(8), filtered(32)).isOracle()).isFalse();
    }

    @Test
    void equalSeedsGiveEqualBits() {
        Recording recording = WORLD.recording(3, STEPS);
        try (ParticleFilter filter = new ParticleFilter(WORLD, 256, FINE)) {
            assertThat(filter.filter(recording, 2, 5)).isEqualTo(filter.filter(recording, 2, 5));
            assertThat(filter.filter(recording, 2, 5).bits()).hasSize(STEPS - 2);
        }
    }

    @Test
    void aVerdictNeedsTheSameEpisodes() {
        assertThatThrownBy(() -> Verdict.of(List.of(), List.of())).hasMessageContaining("at least one");
    }

    @Test
    void aWorldWithoutChaosOutlastsTheRecording() {
        try (Restart restart = new Restart(WORLD)) {
            Survival.Life life = restart.life(WORLD.recording(4, 20), new Start.Seed(4), 5, 10, 1);
            assertThat(life.failed()).isFalse();
            assertThat(life.step()).isEqualTo(10);
        }
    }
}
