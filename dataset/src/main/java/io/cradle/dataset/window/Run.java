package io.cradle.dataset.window;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Steps in a row at which proprio and action were measured, by the mask {@code valid}: what stands where they weren't says nothing of the
 * robot.
 *
 * @param from number of the first step in the episode
 * @param to number of the step after the last, above {@code from}
 */
public record Run(int from, int to) implements Serializable {
    private static final List<String> NEEDED = List.of(Layout.PROPRIO, Layout.ACTION);

    public Run {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("Invalid run of steps [%d, %d): it holds none".formatted(from, to));
        }
    }

    /** Whether episodes of this layout can have steps that were not measured. */
    public static boolean canBreak(Layout layout) {
        return !bits(layout).isEmpty();
    }

    /** All runs of an episode, in order, each as long as can be: one of all its steps where everything was measured. */
    public static List<Run> of(Episode episode) {
        List<Integer> bits = bits(episode.layout());
        if (bits.isEmpty()) {
            return List.of(new Run(0, episode.steps()));
        }
        Tensor valid = episode.require(Layout.VALID);
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int t = 0; t <= episode.steps(); t++) {
            int step = t;
            if (t == episode.steps() || !bits.stream().allMatch(bit -> valid.bit(step, bit))) {
                if (t > from) {
                    runs.add(new Run(from, t));
                }
                from = t + 1;
            }
        }
        return List.copyOf(runs);
    }

    /** Whether all steps of an episode were measured. */
    public static boolean isWhole(Episode episode) {
        return of(episode).equals(List.of(new Run(0, episode.steps())));
    }

    /** Numbers of the mask's bits that tell of proprio and action: those of their channels' names. */
    private static List<Integer> bits(Layout layout) {
        Set<String> needed = NEEDED.stream()
                .flatMap(name -> layout.find(name).stream())
                .flatMap(spec -> spec.channels().stream())
                .map(Channel::name)
                .collect(Collectors.toSet());
        List<Channel> told = layout.find(Layout.VALID).stream()
                .flatMap(spec -> spec.channels().stream())
                .toList();
        return IntStream.range(0, told.size())
                .filter(bit -> needed.contains(told.get(bit).name()))
                .boxed()
                .toList();
    }

    /** What of a stretch lies in some runs of its episode. */
    public static Stream<Stretch> cut(Stretch stretch, List<Run> runs) {
        int end = stretch.firstStep() + stretch.steps();
        return runs.stream()
                .filter(run -> run.from() < end && run.to() > stretch.firstStep())
                .map(run -> stretch.part(Math.max(run.from(), stretch.firstStep()), Math.min(run.to(), end)));
    }
}
