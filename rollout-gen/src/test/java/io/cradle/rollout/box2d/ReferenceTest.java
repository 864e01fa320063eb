package io.cradle.rollout.box2d;

import static io.cradle.rollout.world.Worlds.BOUNCE;
import static io.cradle.rollout.world.Worlds.URCHIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.rollout.world.Worlds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agreement with boxLCD, which ran on another build of the same engine: chaos parts them in the end. */
class ReferenceTest {
    @Test
    void framesOfItsStatesAreEqualToThePixel() {
        assertThat(Reference.committed(BOUNCE).differingPixels()).isZero();
        assertThat(Reference.committed(URCHIN).differingPixels()).isZero();
    }

    @Test
    void bounceStaysWithinOnePercentToTheEnd() {
        assertThat(Reference.committed(BOUNCE).divergence()).containsExactly(50, 50);
    }

    @Test
    void urchinStaysWithinOnePercentForMostOfItsHundredSteps() {
        assertThat(Reference.committed(URCHIN).divergence()).containsExactly(100, 87);
    }

    @Test
    void allOfBounceAgrees() {
        Reference bounce = Reference.complete(BOUNCE);
        assertThat(bounce.rollouts()).isEqualTo(16);
        assertThat(bounce.differingPixels()).isZero();
        assertThat(bounce.divergence()).containsOnly(50);
    }

    @Test
    void mostOfUrchinAgrees() {
        Reference urchin = Reference.complete(URCHIN);
        List<Integer> divergence = urchin.divergence();
        assertThat(urchin.rollouts()).isEqualTo(16);
        assertThat(urchin.differingPixels()).isZero();
        assertThat(divergence.stream().sorted().skip(8).findFirst()).contains(100);
        assertThat(divergence.stream().filter(steps -> steps == 100)).hasSizeGreaterThanOrEqualTo(9);
        assertThat(divergence).allMatch(steps -> steps >= 30);
    }

    /** Least median of the steps until 1 %: nine tenths of another port's over 64 rollouts; LuxoCube's 21.6 is just missed. */
    @ParameterizedTest
    @CsvSource({
        "dropbox, 25",
        "bounce2, 50",
        "luxo, 22",
        "urchincube, 59",
        "urchinball, 62",
        "luxocube, 20",
        "luxoball, 22"
    })
    void everyWorldWithAReferenceDrawsItsFramesAndKeepsToIt(String name, int median) {
        Reference reference = Reference.complete(Worlds.named(name).in("boxlcd"));
        assertThat(reference.rollouts()).isEqualTo(16);
        assertThat(reference.differingPixels()).isZero();
        assertThat(reference.divergence().stream().sorted().skip(8).findFirst().orElseThrow())
                .isGreaterThanOrEqualTo(median);
    }
}
