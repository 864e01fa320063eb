package io.cradle.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.training.evaluation.OneStep;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What trained models need for {@link CoupledPixels}, of which the least is known: who says pixels in groups comes to it, and nobody below. */
class KnownEntropyTest {
    private static final Senses SENSES = CoupledPixels.SENSES;
    private static final int STEPS = 6;
    private static final int BATCH = 32;
    private static final int FIRST = 3;
    /** Of what is known: how near who can say it comes. */
    private static final double NEAR = 0.01;
    /** Of what is known: how far frames that were drawn may lie below the mean of all. */
    private static final double LUCK = 0.002;

    private static final HeadConfig GROUPS = new HeadConfig(2, 16, false);
    private static final CoupledPixels SOURCE = new CoupledPixels();
    /** Frames enough that what they need is known to a thousandth. */
    private static final List<Recording> UNSEEN = SOURCE.recordings(400, 12, new Random(2));

    @Test
    void aTransformerInGroupsComesToTheEntropyAndNotBelow() {
        comesTo(
                CoupledPixels.ENTROPY,
                new TransformerShape(STEPS, SENSES, new TransformerConfig(32, 1, 2), GROUPS),
                600);
    }

    @Test
    void aSingleStepInGroupsComesToTheEntropyAndNotBelow() {
        comesTo(CoupledPixels.ENTROPY, new StepShape(2, SENSES, List.of(48), GROUPS), 2500);
    }

    /** Whether a pixel changes hangs on what it was and on its neighbour, which takes more hidden numbers than what it is does. */
    @Test
    void whoSaysChangesComesToTheEntropyAndNotBelow() {
        HeadConfig changes = new HeadConfig(2, 96, true);
        comesTo(CoupledPixels.ENTROPY, new StepShape(1, SENSES, List.of(128), changes), 2500);
    }

    @Test
    void whoSaysPixelsApartComesToWhatPixelsHaveApart() {
        comesTo(CoupledPixels.APART, new StepShape(2, SENSES, List.of(48), HeadConfig.PLAIN), 2000);
    }

    /** Whose bits are a mean over particles, or a bound. */
    @Test
    void stochasticStatesAndCodesDoNotGoBelow() {
        RssmConfig latent = new RssmConfig(32, 8, 4, 32, true, 8, 0.5, 2);
        double rssm = bits(new RssmShape(STEPS, SENSES, latent, HeadConfig.PLAIN), 200);
        double fbt = bits(
                FbtShape.of(
                        ModelConfig.fbt(STEPS, new TransformerConfig(32, 1, 2), GROUPS, new CodeConfig(16, 64, 0)),
                        SENSES),
                400);
        assertThat(rssm).isBetween(CoupledPixels.ENTROPY, (double) SENSES.pixels());
        assertThat(fbt).isBetween(CoupledPixels.ENTROPY, (double) SENSES.pixels());
    }

    private static void comesTo(double known, ModelShape shape, int rounds) {
        double bits = bits(shape, rounds);
        assertThat(bits).isBetween(known * (1 - LUCK), known * (1 + NEAR));
    }

    private static double bits(ModelShape shape, int rounds) {
        return OneStep.bitsPerFrame(
                Fits.trained(shape, rounds, random -> SOURCE.windows(BATCH, STEPS + 1, random)), UNSEEN, FIRST);
    }

    @Test
    void theSourceNeedsWhatItsEntropySays() {
        double bits = UNSEEN.stream()
                .mapToDouble(recording -> CoupledPixels.bits(recording, FIRST))
                .average()
                .orElseThrow();
        assertThat(bits).isCloseTo(CoupledPixels.ENTROPY, within(LUCK * CoupledPixels.ENTROPY));
    }
}
