package io.cradle.training.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.training.metric.FrameError;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a ball and its velocity are told and nothing is left to chance, the next frame is known. */
class KnownStateTest {
    private static final int STEPS = 12;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSingleStepNetworkThatIsToldTheStateForeseesTheFrame(boolean changes) {
        LatticeBall ball = new LatticeBall();
        HeadConfig head = new HeadConfig(1, 1, changes);
        StepShape shape = new StepShape(1, LatticeBall.SENSES, List.of(128), head);
        WorldModel model = Fits.trained(shape, 1500, random -> ball.windows(64, 2, random));
        List<Recording> unseen = ball.recordings(50, STEPS, new Random(2));
        Belief belief = model.begin(
                unseen.stream().map(recording -> recording.prompt(0, 1)).toList());
        double overlap = 0;
        for (int t = 0; t < STEPS - 1; t++) {
            int now = t;
            float[][] actions =
                    unseen.stream().map(recording -> recording.action(now)).toArray(float[][]::new);
            List<Observation> said = belief.predict(actions).cut();
            List<Observation> came = unseen.stream()
                    .map(recording -> recording.observation(now + 1))
                    .toList();
            for (int n = 0; n < came.size(); n++) {
                overlap +=
                        FrameError.expectedIou(said.get(n).frame(), came.get(n).frame());
            }
            belief.observe(actions, came);
        }
        assertThat(overlap / (unseen.size() * (STEPS - 1))).isGreaterThan(0.99);
    }
}
