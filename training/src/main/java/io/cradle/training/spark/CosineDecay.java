package io.cradle.training.spark;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * The learning rate of each round: from its start down to a twentieth along half a period of a cosine (Loshchilov,
 * Hutter, "SGDR", 2017, eq. 5, without restarts).
 */
record CosineDecay(double start, int rounds) {
    private static final double END = 1.0 / 20;

    /** The rate in a round, counted from 0; the last round has the least. */
    double at(int round) {
        double progress = rounds == 1 ? 0 : (double) round / (rounds - 1);
        return start * (END + (1 - END) * (1 + Math.cos(Math.PI * progress)) / 2);
    }

    /** For DL4J, whose epochs are rounds here. */
    ISchedule schedule() {
        return new MapSchedule(
                ScheduleType.EPOCH,
                IntStream.range(0, rounds).boxed().collect(Collectors.toMap(round -> round, this::at)));
    }
}
