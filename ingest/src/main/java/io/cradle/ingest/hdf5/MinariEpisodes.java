package io.cradle.ingest.hdf5;

import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.RowClock;
import io.cradle.ingest.take.Take;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Episodes as Minari keeps them: {@code episode_0/{observations, actions, rewards, …}}, each an array or a group of arrays.
 * There are T actions and T + 1 observations: row t of both is (o_t, a_t), and the last observation has no action, which is
 * left so.
 *
 * @param root the whole file
 * @param origin the file
 * @param clock stamps of rows
 * @param findings who wants to know
 */
record MinariEpisodes(Branch root, Origin origin, RowClock clock, Findings findings) {
    private static final String WORD = "episode_";
    private static final Set<String> STEPWISE = Set.of("rewards", "terminations", "truncations");

    /** Names of the episodes; none if the file is of another kind. */
    static List<String> names(Branch root) {
        return NamedTakes.of(root, WORD);
    }

    /** Begins to read a file whose names were found. */
    static NamedTakes open(Hdf5File file, Origin origin, List<String> names, Findings findings) {
        RowClock clock = ControlRate.unknown(file.path(), findings);
        MinariEpisodes episodes = new MinariEpisodes(file.root(), origin, clock, findings);
        return new NamedTakes(file, findings, names, episodes::take);
    }

    private Take take(String name) {
        Branch episode =
                root.branch(name).orElseThrow(() -> new Refusal("unreadable", "it is no group; collect it again"));
        Map<String, Hdf5Array> actions = required(episode, "actions");
        Map<String, Hdf5Array> observations = required(episode, "observations");
        Hdf5Array first = actions.values().iterator().next();
        int steps = Lengths.ofActions(first);
        Lengths.requireDeclared(episode, "total_steps", first);
        Streams streams = new Streams(origin.file(), name, clock, findings);
        actions.forEach((path, array) -> {
            Lengths.requireRows(steps, array, first);
            streams.require(path, Role.ACTION, array);
        });
        observations.forEach((path, array) -> {
            Lengths.requireRows(steps + 1, array, first);
            streams.offer(path, Role.PROPRIO, array);
        });
        STEPWISE.forEach(other -> episode.array(other).ifPresent(array -> {
            Lengths.requireRows(steps, array, first);
            streams.offer(other, Role.OTHER, array);
        }));
        episode.arrays("infos").forEach((path, array) -> offerInfo(path, array, first, streams));
        return origin.take(
                name,
                NamedTakes.number(name),
                streams.tracks(0, steps + 1),
                streams.films(0, steps + 1),
                clock.rate(),
                Optional.empty());
    }

    private static Map<String, Hdf5Array> required(Branch episode, String name) {
        Map<String, Hdf5Array> arrays = episode.arrays(name);
        if (arrays.isEmpty()) {
            throw new Refusal("no " + name, "it has %s; collect it again".formatted(episode.names()));
        }
        return arrays;
    }

    /** Some environments tell of the reset too, others of steps alone. */
    private static void offerInfo(String path, Hdf5Array array, Hdf5Array actions, Streams streams) {
        if (array.rows() == actions.rows() || array.rows() == actions.rows() + 1) {
            streams.offer(path, Role.OTHER, array);
        } else {
            streams.leaveOut("%s has other rows than %s; give it one a step if it is needed"
                    .formatted(array.description(), actions.description()));
        }
    }
}
