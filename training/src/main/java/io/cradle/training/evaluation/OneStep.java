package io.cradle.training.evaluation;

import io.cradle.training.model.Belief;
import io.cradle.training.model.Gaussian;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.Recording;
import io.cradle.training.model.WorldModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Teacher forcing: each frame is predicted from the true observations before it. */
public final class OneStep {
    private OneStep() {}

    /**
     * Mean bits/frame over all frames from {@code first} on, of all recordings together.
     *
     * @param first number of the first frame that is predicted, at least 1
     */
    public static double bitsPerFrame(WorldModel model, List<Recording> recordings, int first) {
        return Arrays.stream(bits(model, recordings, first))
                .flatMapToDouble(Arrays::stream)
                .average()
                .orElseThrow();
    }

    /** Mean bits of proprio a step, from {@code first} on, over all recordings: a density, which depends on its unit. */
    public static double proprioBits(WorldModel model, List<Recording> recordings, int first) {
        FeltTally felt = new FeltTally(recordings.get(0).observation(0).proprio().length);
        costs(
                model,
                recordings,
                first,
                Recording::action,
                (n, t, given, cost, proprio, row) ->
                        felt.add(proprio, row, recordings.get(n).observation(t).proprio()));
        return felt.bits();
    }

    /**
     * Bits of every frame from {@code first} on: how much each surprised the model.
     *
     * @param first number of the first frame that is predicted, at least 1
     * @return {@code [episodes][T - first]}
     */
    public static double[][] bits(WorldModel model, List<Recording> recordings, int first) {
        return Arrays.stream(costs(model, recordings, first))
                .map(costs -> Arrays.stream(costs).mapToDouble(Cost::bits).toArray())
                .toArray(double[][]::new);
    }

    /** Takes what was predicted of one frame. */
    interface Taker {
        /**
         * One world's frame.
         *
         * @param n number of the recording
         * @param t number of the frame
         * @param given {@code [F]} p(ink) of each pixel given those before it
         * @param cost of the frame
         * @param proprio what was said of proprio in all worlds
         * @param row of this world in it
         */
        void take(int n, int t, float[] given, Cost cost, Gaussian proprio, int row);
    }

    /** Which action a model is told in place of a_t. */
    interface Told {
        float[] action(Recording recording, int t);
    }

    /**
     * The cost of every frame from {@code first} on.
     *
     * @param first number of the first frame that is predicted, at least 1
     * @return {@code [episodes][T - first]}
     */
    static Cost[][] costs(WorldModel model, List<Recording> recordings, int first) {
        return costs(model, recordings, first, Recording::action, (n, t, given, cost, proprio, row) -> {});
    }

    /** As {@link #costs(WorldModel, List, int)}, where other actions may be told; shows each prediction to {@code taker}. */
    static Cost[][] costs(WorldModel model, List<Recording> recordings, int first, Told told, Taker taker) {
        Cost[][] costs = new Cost[recordings.size()][];
        byLength(recordings).values().forEach(part -> {
            List<Recording> alike = part.stream().map(recordings::get).toList();
            part.forEach(n -> costs[n] = new Cost[recordings.get(n).steps() - first]);
            walk(model, alike, first, told, (i, t, given, cost, proprio, row) -> {
                int n = part.get(i);
                costs[n][t - first] = cost;
                taker.take(n, t, given, cost, proprio, row);
            });
        });
        return costs;
    }

    /** Numbers of recordings, by how many steps they have: worlds of one belief go in step. */
    private static Map<Integer, List<Integer>> byLength(List<Recording> recordings) {
        return IntStream.range(0, recordings.size())
                .boxed()
                .collect(Collectors.groupingBy(n -> recordings.get(n).steps(), TreeMap::new, Collectors.toList()));
    }

    private static void walk(WorldModel model, List<Recording> recordings, int first, Told told, Taker taker) {
        List<Prompt> prompts = recordings.stream()
                .map(recording -> recording.prompt(Math.max(0, first - model.memory()), first))
                .toList();
        Belief belief = model.begin(prompts);
        for (int now = first; now < recordings.get(0).steps(); now++) {
            int t = now;
            float[][] actions = recordings.stream()
                    .map(recording -> told.action(recording, t - 1))
                    .toArray(float[][]::new);
            List<Observation> came = recordings.stream()
                    .map(recording -> recording.observation(t))
                    .toList();
            Prediction prediction = belief.predict(actions);
            float[][] given =
                    prediction.ink(came.stream().map(Observation::frame).toArray(float[][]::new));
            Probabilities.require(model, given);
            Cost[] costs = Cost.of(model, prediction, came, given);
            for (int n = 0; n < given.length; n++) {
                taker.take(n, t, given[n], costs[n], prediction.proprio(), n);
            }
            belief.observe(actions, came);
        }
    }
}
