package io.cradle.jobs;

import io.cradle.rollout.RolloutPlan;
import io.cradle.rollout.RolloutTask;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Tasks of a plan, made where they are run: a plan of ten million is no larger than one of ten. */
final class Tasks {
    private Tasks() {}

    static Iterator<RolloutTask> of(RolloutPlan plan, Iterator<Long> indices) {
        Iterable<Long> once = () -> indices;
        Stream<Long> numbers = StreamSupport.stream(once.spliterator(), false);
        return numbers.map(index -> plan.task(Math.toIntExact(index))).iterator();
    }
}
