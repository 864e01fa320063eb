package io.cradle.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.window.Window;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AxesTest {
    private static final List<Window> WINDOWS = Swings.episodes(3, 20, 30).stream()
            .map(episode -> Swings.window(episode, 30))
            .toList();

    @Property
    void whatWasToldOnceComesBackToTheSameBits(
            @ForAll @FloatRange(min = -1000, max = 1000) float stored,
            @ForAll @IntRange(min = -8, max = 8) int power,
            @ForAll @IntRange(min = -400, max = 400) int quarters) {
        float unit = (float) Math.scalb(1.0, power);
        Axes axes = new Axes(List.of(quarters * unit / 4), List.of(unit));
        float[] told = axes.in(new float[] {stored});
        float[] back = axes.out(told);
        assertThat(axes.in(back)).containsExactly(told);
        assertThat(back[0]).isCloseTo(stored, within(1e-3f));
    }

    @Test
    void wideNumbersAreToldInOrderOne() {
        Standard standard = Standard.of(WINDOWS, Swings.LAYOUT, false);
        Axes proprio = standard.proprio();
        assertThat(proprio.origin().get(0)).isCloseTo(20, within(2f));
        Axes again = Axes.of(WINDOWS.stream()
                .map(window -> standard.in(window).require(Layout.PROPRIO))
                .toList());
        assertThat(again.unit()).allMatch(unit -> unit >= 0.5f && unit <= 2);
        assertThat(again.origin()).allMatch(origin -> Math.abs(origin) <= 0.5f);
        assertThat(standard.action().unit().get(0)).isBetween(4f, 16f);
    }

    @Test
    void whatIsScaledAlreadyStaysAsItIs() {
        Window scaled = RandomWindows.of(new Senses(3, 5, 2, 1), 4, 1);
        Layout layout = new Layout(scaled.tensors().stream().map(Tensor::spec).toList());
        Standard standard = Standard.of(List.of(scaled), layout, false);
        assertThat(standard).isEqualTo(Standard.NONE);
        assertThat(standard.in(scaled)).isSameAs(scaled);
        WorldModel copyLast = new Windowed(new CopyLast(0.1, 0.9));
        assertThat(standard.of(copyLast)).isSameAs(copyLast);
    }

    @Test
    void aNumberThatNeverChangesKeepsItsUnit() {
        Episode episode = Swings.episodes(1, 1, 2).get(0);
        Tensor still = episode.require(Layout.PROPRIO).slice(0, 1);
        assertThat(Axes.of(List.of(still, still)).unit()).containsOnly(1f);
    }

    @Test
    void aUnitOfNothingIsRejected() {
        assertThatThrownBy(() -> new Axes(List.of(0f), List.of(0f)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid axes with origins [0.0] and units [0.0]: give as many, units above 0");
    }
}
