package io.cradle.jobs.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Some frames of TEST, and how much each episode counts.
 *
 * @param name in tables
 * @param members all episodes, with what counts of them
 */
record Subset(String name, List<Member> members) {
    Subset {
        members = List.copyOf(members);
    }

    /**
     * An episode's part.
     *
     * @param frames which count, numbered from the first that is predicted
     * @param weight of the mean over them; of none it is 0
     */
    record Member(List<Integer> frames, double weight) {
        Member {
            frames = List.copyOf(frames);
            weight = frames.isEmpty() ? 0 : weight;
        }
    }

    /**
     * The frames of which something is true, each as much as any other.
     *
     * @param first number of the first frame that is predicted
     */
    static Subset of(String name, List<Glance> episodes, int first, BiPredicate<Glance, Integer> counts) {
        List<Member> members = new ArrayList<>();
        for (Glance episode : episodes) {
            List<Integer> frames = IntStream.range(first, episode.begins().size())
                    .filter(t -> counts.test(episode, t))
                    .map(t -> t - first)
                    .boxed()
                    .toList();
            members.add(new Member(frames, frames.size()));
        }
        return new Subset(name, members);
    }

    /** The same frames, where episodes count otherwise. */
    Subset weighted(String other, List<Glance> episodes, ToDoubleFunction<String> weight) {
        return new Subset(
                other,
                IntStream.range(0, members.size())
                        .mapToObj(n -> new Member(
                                members.get(n).frames(),
                                weight.applyAsDouble(episodes.get(n).id())))
                        .toList());
    }

    /** {@code [episodes]}. */
    double[] weights() {
        return members.stream().mapToDouble(Member::weight).toArray();
    }

    /** How many frames count. */
    int frames() {
        return members.stream().mapToInt(member -> member.frames().size()).sum();
    }

    /** How many episodes count. */
    long episodes() {
        return members.stream().filter(member -> member.weight() > 0).count();
    }

    /**
     * Means over the frames that count.
     *
     * @param bits {@code [episodes][frames]}
     * @return {@code [episodes]}, 0 where none counts
     */
    double[] means(double[][] bits) {
        double[] means = new double[bits.length];
        for (int n = 0; n < bits.length; n++) {
            double[] all = bits[n];
            means[n] = members.get(n).frames().stream()
                    .mapToDouble(frame -> all[frame])
                    .average()
                    .orElse(0);
        }
        return means;
    }
}
