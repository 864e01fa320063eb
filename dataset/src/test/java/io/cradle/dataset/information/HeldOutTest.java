package io.cradle.dataset.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeldOutTest {
    private static final int GIVEN = 3;

    private static Episode episode(Tensor film) {
        return Films.episode("rollout", 1, film);
    }

    private static Map<FrameCode, Double> charged(int first, List<Tensor> shown, Tensor film) {
        HeldOut models = new HeldOut(Films.SPEC, first);
        shown.forEach(each -> models.learn(episode(each)));
        return models.bitsPerFrame(episode(film));
    }

    @Test
    void allFramesOfOneEpisodeCostWhatTheReportSays() {
        Tensor film = Films.squares(1, 40, 1).get(0);
        Map<FrameCode, Double> charged = charged(0, List.of(), film);
        assertThat(charged).containsOnlyKeys(FrameCode.values());
        charged.forEach(
                (code, bits) -> assertThat(bits).isCloseTo(Films.bitsPerFrame(code, List.of(film), 0), within(1e-9)));
    }

    @Test
    void framesThatAreGivenAreFreeAndLearntFrom() {
        // Noise first, blank afterwards: only the blank frames are charged.
        boolean[] noise = Films.noise(new java.util.Random(1), 0.5);
        Tensor film = Films.film(300, t -> t < GIVEN ? noise : new boolean[Films.PIXELS]);
        double all = charged(0, List.of(), film).get(FrameCode.ORDER_0) * 300;
        double later = charged(GIVEN, List.of(), film).get(FrameCode.ORDER_0) * 297;
        assertThat(all - later).isCloseTo(GIVEN * Films.PIXELS, within(10.0));
    }

    @Test
    void whatWasShownBeforehandMakesTheRestCheaper() {
        List<Tensor> films = Films.squares(81, 40, 1);
        Map<FrameCode, Double> untaught = charged(GIVEN, List.of(), films.get(80));
        Map<FrameCode, Double> taught = charged(GIVEN, films.subList(0, 80), films.get(80));
        for (FrameCode code : List.of(FrameCode.PREVIOUS, FrameCode.BEFORE, FrameCode.MIXED)) {
            assertThat(taught.get(code)).isLessThan(0.5 * untaught.get(code));
        }
    }

    @Test
    void anEpisodeThatIsGivenWholeIsRefused() {
        Tensor film = Films.squares(1, GIVEN, 1).get(0);
        assertThatThrownBy(() -> charged(GIVEN, List.of(), film))
                .hasMessageMatching("Cannot charge episode '[0-9a-f]{32}': it has 3 steps, and 3 are given");
    }
}
