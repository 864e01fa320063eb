package io.cradle.dataset.score;

import java.util.List;
import java.util.Optional;

/** How long an episode goes on after the last thing has happened in it. */
final class IdleTail {
    private IdleTail() {}

    /**
     * Steps at the end in which no frame changes and no observed number by more than {@code idle} of its range; all but
     * the first step where nothing ever does, and 0 where nothing is observed.
     */
    static int steps(Optional<Film> film, List<Signal> signals, double idle) {
        List<Signal> observed = signals.stream().filter(Signal::observed).toList();
        if (film.isEmpty() && observed.isEmpty()) {
            return 0;
        }
        int steps = film.map(Film::steps).orElseGet(() -> observed.get(0).steps());
        int tail = 0;
        while (tail < steps - 1 && quiet(film, observed, steps - 1 - tail, idle)) {
            tail++;
        }
        return tail;
    }

    private static boolean quiet(Optional<Film> film, List<Signal> observed, int t, double idle) {
        return film.map(frames -> frames.sameAsBefore(t)).orElse(true)
                && observed.stream().allMatch(signal -> signal.greatestChange(t) <= idle);
    }
}
