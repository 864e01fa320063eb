package io.cradle.training.evaluation;

import io.cradle.training.model.Prediction;
import io.cradle.training.model.Recording;
import io.cradle.training.model.WorldModel;
import java.util.List;

/**
 * Refuses a model that looks at what it is asked about. It is given nothing of the future but the frame whose likelihood it is asked for,
 * and of that each pixel may depend on those before it alone: with all later ones flipped it must say the same.
 */
final class Leakage {
    private static final int PLACES = 8;

    private Leakage() {}

    /**
     * Asks about one frame, from several places on flipped.
     *
     * @param t number of the frame, at least 1
     * @throws IllegalArgumentException if a probability changes that could not have known
     */
    static void refuse(WorldModel model, Recording recording, int t) {
        Prediction prediction = model.begin(List.of(recording.prompt(Math.max(0, t - model.memory()), t)))
                .predict(new float[][] {recording.action(t - 1)});
        float[] came = recording.frame(t);
        float[] given = prediction.ink(new float[][] {came})[0].clone();
        int[] order = prediction.order();
        for (int place = 0; place < PLACES; place++) {
            int from = place * came.length / PLACES;
            float[] told = prediction.ink(new float[][] {flipped(came, order, from)})[0];
            for (int at = 0; at <= from; at++) {
                int pixel = order[at];
                if (Float.compare(told[pixel], given[pixel]) != 0) {
                    throw new IllegalArgumentException(
                            "Cannot trust model '%s': p(ink) of pixel %d changes from %s to %s with the pixels of the same frame that it says from number %d on; a likelihood may look at earlier pixels alone"
                                    .formatted(model.name(), pixel, given[pixel], told[pixel], from));
                }
            }
        }
    }

    private static float[] flipped(float[] frame, int[] order, int from) {
        float[] flipped = frame.clone();
        for (int at = from; at < flipped.length; at++) {
            flipped[order[at]] = 1 - flipped[order[at]];
        }
        return flipped;
    }
}
