package io.cradle.training.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.training.model.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worlds in which chance goes on for ever, and of which the bits that nobody can save are known. */
class KnownOraclesTest {
    private static final Jitter FINE = new Jitter(0.01, 0.01, 0.005, 0.01);
    /** A particle's frame may be wrong in each pixel with probability 10⁻³, and pays for it where it is right. */
    private static final double FLIPS = -Toy.PIXELS * Math.log1p(-1e-3) / Math.log(2);

    /**
     * Episodes of a world.
     *
     * @param count how many
     * @param steps of each
     */
    private record Watched(Toy.Rule rule, int count, int steps) {
        List<Recording> recordings() {
            Toy world = new Toy(rule);
            return IntStream.range(0, count)
                    .mapToObj(seed -> world.recording(seed, steps))
                    .toList();
        }

        double exact(Function<Recording, double[]> bits) {
            return recordings().stream()
                    .flatMapToDouble(
                            recording -> Arrays.stream(bits.apply(recording)).skip(1))
                    .average()
                    .orElseThrow();
        }

        List<Filtered> by(Toy.Rule simulator, int particles) {
            try (ParticleFilter filter = new ParticleFilter(new Toy(simulator), particles, FINE)) {
                return recordings().stream()
                        .map(recording -> filter.filter(recording, 1, particles))
                        .toList();
            }
        }

        Verdict verdict(int particles) {
            return Verdict.of(by(rule, particles / 4), by(rule, particles));
        }
    }

    @ParameterizedTest(name = "{0} coins, p(heads) = {1}")
    @CsvSource({"1, 0.5", "1, 0.1", "2, 0.3", "4, 0.5"})
    void coinsCostTheirEntropy(int coins, double heads) {
        CoinFlips rule = new CoinFlips(coins, heads);

        assertThat(new Watched(rule, 400, 100).exact(rule::exactBits))
                .isCloseTo(rule.entropy(), within(0.04 * rule.entropy()));
    }

    @ParameterizedTest(name = "{0} coins, p(heads) = {1}")
    @CsvSource({"1, 0.5", "1, 0.1", "2, 0.3", "4, 0.5"})
    void theFilterFindsWhatCoinsCostAndSaysSo(int coins, double heads) {
        CoinFlips rule = new CoinFlips(coins, heads);
        Watched watched = new Watched(rule, 6, 30);
        double exact = watched.exact(rule::exactBits);
        Verdict verdict = watched.verdict(4096);

        assertThat(verdict.bits()).as("%s", verdict).isCloseTo(exact + FLIPS, within(0.01 * exact));
        assertThat(verdict.isOracle()).as("%s", verdict).isTrue();
    }

    @Test
    void coinsThatParticlesCannotFollowHaveNoOracle() {
        Verdict verdict = new Watched(new CoinFlips(16, 0.5), 4, 20).verdict(2048); // one frame of 65,536

        assertThat(verdict.effective()).isLessThan(Verdict.LEAST_EFFECTIVE);
        assertThat(verdict.isOracle()).isFalse();
    }

    /** The first step of a random walk of deviation s out of a place spread evenly over a pixel: ∫ (1 − |d|) φ(d / s) / s dd. */
    @Test
    void theRecursionsFirstStepIsAnIntegral() {
        double s = 0.5;
        double stays = 0.954500 - 2 * s / Math.sqrt(2 * Math.PI) * (1 - Math.exp(-1 / (2 * s * s)));
        WanderingDot rule = new WanderingDot(0, s);
        Recording staying = new Watched(rule, 50, 2)
                .recordings().stream()
                        .filter(recording -> Arrays.equals(recording.frame(0), recording.frame(1)))
                        .findFirst()
                        .orElseThrow();

        assertThat(rule.exactBits(staying)[1]).isCloseTo(-Math.log(stays) / Math.log(2), within(0.005));
    }

    @ParameterizedTest(name = "keeps {0} of its speed, pushed by {1} m a step")
    @CsvSource({"0, 0.5", "0, 1", "1, 0.3"})
    void theFilterFindsWhatAWanderingDotCostsAndSaysSo(int keep, double push) {
        WanderingDot rule = new WanderingDot(keep, push);
        Watched watched = new Watched(rule, 3, 10);
        double exact = watched.exact(rule::exactBits);
        Verdict verdict = watched.verdict(16_384);

        assertThat(exact).isGreaterThan(0.8);
        assertThat(verdict.bits()).as("%s", verdict).isCloseTo(exact + FLIPS, within(0.01 * exact));
        assertThat(verdict.isOracle()).as("%s", verdict).isTrue();
    }

    @Test
    void aSimulatorThatIsNotTheTrueOneNeedsMoreBits() {
        Watched watched = new Watched(new WanderingDot(0, 0.5), 4, 20);
        List<Filtered> own = watched.by(watched.rule(), 1024);

        assertThat(Verdict.of(own, watched.by(new WanderingDot(0, 1.5), 1024)).bits())
                .isGreaterThan(Verdict.of(own, own).bits() + 0.3);
    }
}
