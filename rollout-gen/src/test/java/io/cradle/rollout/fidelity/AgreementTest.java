package io.cradle.rollout.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.rollout.world.Worlds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final Targets STRICT = new Targets(
            0, 0, 0, 1e-6, Map.of("Urchin", new Targets.Divergence(20, 1), "Object2", new Targets.Divergence(20, 1)));

    @Test
    void aWorldAgreesWithItselfToTheLastFrame() {
        for (String world : List.of("urchin", "object2", "luxocube", "bounce")) {
            Agreement self = Agreement.of(
                    Worlds.named(world),
                    Rehearsal.of(Worlds.named(world), 4, 20).reference());
            assertThat(STRICT.missed(self)).isEmpty();
            assertThat(self.median()).isEqualTo(20);
            assertThat(self.frames()).isEqualTo(80);
            assertThat(self.energy().theirs()).isPositive();
        }
    }

    @Test
    void aBodyThatIsShiftedDivergesAtThatStep() {
        Rehearsal rehearsal = Rehearsal.of(Worlds.named("urchin"), 3, 20);
        rehearsal.shift(0, 4, 0.2);
        rehearsal.shift(1, 7, 0.2);
        rehearsal.shift(2, 19, 0.09);
        Agreement shifted = Agreement.of(Worlds.named("urchin"), rehearsal.reference());
        assertThat(shifted.divergence()).containsExactly(5, 8, 20);
        assertThat(shifted.median()).isEqualTo(8);
        assertThat(STRICT.missed(shifted)).anyMatch("steps until 1 %: 8.0, at least 20.0 is asked"::equals);
    }

    @Test
    void aPixelThatDiffersIsCounted() {
        Rehearsal rehearsal = Rehearsal.of(Worlds.named("urchin"), 2, 10);
        rehearsal.flip(1, 3, 17);
        Agreement flipped = Agreement.of(Worlds.named("urchin"), rehearsal.reference());
        assertThat(flipped.differingFrames()).isEqualTo(1);
        assertThat(STRICT.missed(flipped))
                .anyMatch("frames that differ: 1 of 20, none may"::equals)
                .anyMatch(each -> each.startsWith("pixels on: "))
                .anyMatch(each -> each.startsWith("changed pixels: "));
    }

    @Test
    void contactsAndEnergyAreComparedByTheirMeans() {
        Rehearsal rehearsal = Rehearsal.of(Worlds.named("bounce"), 2, 20);
        rehearsal.touchMore(0, 3);
        rehearsal.hasten(2);
        Agreement other = Agreement.of(Worlds.named("bounce"), rehearsal.reference());
        assertThat(other.contacts().theirs() - other.contacts().ours()).isCloseTo(1 / 40.0, within(1e-9));
        assertThat(other.energy().excess()).isCloseTo(-0.75, within(1e-5));
        assertThat(STRICT.missed(other)).hasSize(2);
    }

    @Test
    void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        Means none = new Means(0, 0);
        Agreement two = new Agreement("w", 9, List.of(4, 9, 1, 5), 9, 0, none, none, none, none);
        assertThat(two.median()).isEqualTo(4.5);
        assertThat(STRICT.missed(two)).isEmpty();
    }

    @Test
    void areferenceOfAnotherWorldIsRefused() {
        Reference bounce = Rehearsal.of(Worlds.named("bounce"), 2, 5).reference();
        refused(
                () -> Agreement.of(Worlds.named("urchin"), bounce),
                "it has the bodies [object0], world 'Urchin' has [urchin0:root,");
        refused(
                () -> Agreement.of(Worlds.named("dropbox"), bounce),
                "body 'object0' of rollout 0 is a circle, in the world's file it has the shapes");
        Rehearsal still = Rehearsal.of(Worlds.named("urchin"), 2, 5);
        still.replace("action", new Numbers(List.of(2, 5, 2), new float[20]));
        refused(
                () -> Agreement.of(Worlds.named("urchin"), still.reference()),
                "it has 2 actions a step, world 'Urchin' has 3");
        Rehearsal small = Rehearsal.of(Worlds.named("bounce"), 2, 5);
        small.replace("lcd", new Numbers(List.of(2, 5, 8, 8), new float[640]));
        refused(
                () -> Agreement.of(Worlds.named("bounce"), small.reference()),
                "it has the pixels [8, 8], world 'Bounce' has [16, 16]");
    }

    @Test
    void arraysThatDoNotGoTogetherAreRefused() {
        Rehearsal nan = Rehearsal.of(Worlds.named("bounce"), 2, 5);
        nan.replace("initial_pose", new Numbers(List.of(2, 1, 3), new float[] {0, 0, 0, 0, Float.NaN, 0}));
        refused(nan::reference, "Cannot read 'self': its array 'initial_pose' has numbers that are not finite");
        Rehearsal other = Rehearsal.of(Worlds.named("bounce"), 2, 5);
        other.replace("is_circle", new Numbers(List.of(3, 1), new float[3]));
        refused(other::reference, "its array 'is_circle' has shape [3, 1]; with 'state' [2, 5, 1, 6] and 1 bodies");
        Rehearsal flat = Rehearsal.of(Worlds.named("bounce"), 2, 5);
        flat.replace("state", new Numbers(List.of(60), new float[60]));
        refused(flat::reference, "its array 'state' has shape [60]; [R, T, B, 6] is needed");
        refused(() -> new Reference("self", List.of(), Map.of()), "it has no array 'state'; it has []");
    }

    private static void refused(Runnable action, String says) {
        assertThatThrownBy(action::run).isInstanceOf(CorruptDataException.class).hasMessageContaining(says);
    }
}
