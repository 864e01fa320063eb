package io.cradle.training.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What lies between two averages.
 *
 * @param index from 0
 * @param firstStep minibatches that each worker fitted before it
 * @param steps minibatches that each worker fits in it, at least 1
 */
record Round(int index, int firstStep, int steps) {
    /** Minibatches that each worker has fitted after it. */
    int end() {
        return firstStep + steps;
    }

    /** What is left of it after so many minibatches: a fork may begin in the middle of what is a round by its own settings. */
    Round from(int step) {
        return step <= firstStep ? this : new Round(index, step, end() - step);
    }

    /**
     * All rounds of a training: together as many minibatches as {@code rounds * localSteps}.
     *
     * @param rate step size of each step
     */
    static List<Round> of(TrainingConfig config, IntToDoubleFunction rate) {
        List<Round> rounds = new ArrayList<>();
        int step = 0;
        while (step < config.steps()) {
            int steps = Math.min(length(config, step, rate.applyAsDouble(step)), config.steps() - step);
            rounds.add(new Round(rounds.size(), step, steps));
            step += steps;
        }
        return rounds;
    }

    private static int length(TrainingConfig config, int step, double rate) {
        Schedule schedule = config.schedule();
        return switch (schedule.kind()) {
            case CONSTANT -> config.localSteps();
            case POST_LOCAL -> step < schedule.share() * config.steps() ? 1 : config.localSteps();
            case QSR ->
                Math.max(config.localSteps(), (int) Math.min(Math.pow(schedule.growth() / rate, 2), config.steps()));
        };
    }
}
