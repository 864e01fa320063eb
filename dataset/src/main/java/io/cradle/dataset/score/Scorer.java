package io.cradle.dataset.score;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures an episode; a pure function of its tensors. What the validity mask marks as not measured is not judged. */
public final class Scorer {
    private Scorer() {}

    /** All scores that the tensors of {@code episode} allow. */
    public static Scores score(Episode episode, Scoring scoring) {
        List<Signal> signals = Signal.of(episode);
        Optional<Film> film = Film.of(episode);
        Map<Score, Double> values = new EnumMap<>(Score.class);
        values.put(Score.STEPS, (double) episode.steps());
        values.put(Score.STILL_STEPS, (double) Stillness.longest(episode));
        values.put(Score.IDLE_TAIL, (double) IdleTail.steps(film, signals, scoring.idle()));
        film.ifPresent(frames -> seen(frames, values));
        numbers(signals, scoring, values);
        truth(episode, values);
        return Scores.of(values);
    }

    private static void seen(Film film, Map<Score, Double> values) {
        values.put(Score.MOTION, film.motion());
        if (film.binary()) {
            values.put(Score.INK, film.ink());
        }
    }

    private static void numbers(List<Signal> signals, Scoring scoring, Map<Score, Double> values) {
        ValueFaults faults = signals.stream().map(ValueFaults::of).reduce(ValueFaults.NONE, ValueFaults::plus);
        values.put(Score.NON_FINITE, (double) faults.nonFinite());
        values.put(Score.OUT_OF_RANGE, (double) faults.outOfRange());
        Travel.mean(signals).ifPresent(travel -> values.put(Score.TRAVEL, travel));
        Coverage.poses(signals, scoring.bins()).ifPresent(poses -> values.put(Score.POSES, poses));
        Coverage.speeds(signals, scoring.bins()).ifPresent(speeds -> values.put(Score.SPEEDS, speeds));
        if (signals.stream().anyMatch(Signal::observed)) {
            SensorFaults sensors = SensorFaults.of(signals);
            values.put(Score.STUCK_STEPS, (double) sensors.stuckSteps());
            values.put(Score.SATURATED, sensors.saturated());
        }
    }

    private static void truth(Episode episode, Map<Score, Double> values) {
        episode.find(Layout.CONTACTS).filter(Touches::readable).map(Touches::of).ifPresent(touches -> {
            values.put(Score.CONTACT, touches.share());
            values.put(Score.CONTACT_EVENTS, (double) touches.events());
        });
        episode.find(Layout.TIME)
                .filter(time -> time.spec().encoding() == Encoding.I64)
                .map(TimeFaults::of)
                .ifPresent(time -> {
                    values.put(Score.LONGEST_GAP, time.longestGap());
                    values.put(Score.BACKWARDS, (double) time.backwards());
                });
    }
}
