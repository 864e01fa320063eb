package io.cradle.training.evaluation;

import io.cradle.training.model.Belief;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Recording;
import io.cradle.training.model.WorldModel;
import java.util.Collections;
import java.util.List;

/**
 * How fast a model predicts open loop on one thread, frame and proprio, each step its likeliest frame. A figure of the machine and of the
 * moment: compare what was measured together.
 *
 * @param alone frames/s of one world
 * @param together frames/s of {@value #WORLDS} worlds that go in step
 */
public record Pace(double alone, double together) {
    static final int WORLDS = 64;
    private static final double WARM = 0.2; // s
    private static final double LONG = 0.4; // s

    /** On takes of one episode, which is long enough for one. */
    public static Pace of(WorldModel model, Recording recording, EvaluationConfig config) {
        Take take = new Take(recording, 0, config.prompt(), config.horizon());
        return new Pace(framesPerSecond(model, take, 1), framesPerSecond(model, take, WORLDS));
    }

    private static double framesPerSecond(WorldModel model, Take take, int worlds) {
        List<Take> takes = Collections.nCopies(worlds, take);
        run(model, takes, WARM);
        return run(model, takes, LONG);
    }

    /** Frames/s over so many seconds, at least over one step. */
    private static double run(WorldModel model, List<Take> takes, double seconds) {
        int horizon = takes.get(0).horizon();
        long begin = System.nanoTime();
        long steps = 0;
        double spent = 0;
        Belief belief = null;
        while (spent < seconds) {
            int h = (int) (steps % horizon) + 1;
            if (h == 1) {
                belief = model.begin(takes.stream().map(Take::given).toList());
            }
            step(belief, takes, h);
            steps++;
            spent = (System.nanoTime() - begin) * 1e-9;
        }
        return steps * takes.size() / spent;
    }

    private static void step(Belief belief, List<Take> takes, int h) {
        float[][] actions = takes.stream().map(take -> take.action(h)).toArray(float[][]::new);
        Prediction prediction = belief.predict(actions);
        List<Observation> drawn = prediction.cut();
        belief.imagine(actions, prediction, drawn);
    }
}
