package io.cradle.ingest.hdf5;

import io.cradle.dataset.episode.Split;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.RowClock;
import io.cradle.ingest.take.Take;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Demonstrations as robomimic keeps them: {@code data/demo_0/{obs/…, actions, states, …}}, all of T rows.
 *
 * @param data the group that holds them
 * @param origin the file
 * @param clock stamps of rows
 * @param splits what the file's masks declare
 * @param findings who wants to know
 */
record RobomimicDemos(Branch data, Origin origin, RowClock clock, Map<String, Split> splits, Findings findings) {
    private static final String DATA = "data";
    private static final String WORD = "demo_";
    private static final String ACTIONS = "actions";
    private static final String OBSERVATIONS = "obs";
    /** Of as many rows as there are actions, if they are there. */
    private static final Set<String> STEPWISE = Set.of("states", "rewards", "dones");

    /** Names of the demonstrations; none if the file is of another kind. */
    static List<String> names(Branch root) {
        return root.branch(DATA).map(data -> NamedTakes.of(data, WORD)).orElse(List.of());
    }

    /** Begins to read a file whose names were found. */
    static NamedTakes open(Hdf5File file, Origin origin, List<String> names, Findings findings) {
        Branch data = file.root().branch(DATA).orElseThrow();
        RowClock clock = ControlRate.of(data, file.path(), findings);
        Map<String, Split> splits = Masks.splits(file, findings);
        RobomimicDemos demos = new RobomimicDemos(data, origin, clock, splits, findings);
        return new NamedTakes(file, findings, names, demos::take);
    }

    private Take take(String name) {
        Branch demo =
                data.branch(name).orElseThrow(() -> new Refusal("unreadable", "it is no group; collect it again"));
        Hdf5Array actions = demo.array(ACTIONS)
                .orElseThrow(() -> new Refusal("no actions", "it has %s; collect it again".formatted(demo.names())));
        int steps = Lengths.ofActions(actions);
        Lengths.requireDeclared(demo, "num_samples", actions);
        Streams streams = new Streams(origin.file(), name, clock, findings);
        streams.require(ACTIONS, Role.ACTION, actions);
        demo.arrays(OBSERVATIONS).forEach((path, array) -> {
            Lengths.requireRows(steps, array, actions);
            streams.offer(path, Role.PROPRIO, array);
        });
        demo.names().forEach(other -> offerOther(demo, other, actions, streams));
        return origin.take(
                name,
                NamedTakes.number(name),
                streams.tracks(0, steps),
                streams.films(0, steps),
                clock.rate(),
                Optional.ofNullable(splits.get(name)));
    }

    private static void offerOther(Branch demo, String name, Hdf5Array actions, Streams streams) {
        if (name.equals(ACTIONS) || name.equals(OBSERVATIONS)) {
            return;
        }
        demo.array(name).ifPresent(array -> {
            if (STEPWISE.contains(name)) {
                Lengths.requireRows(actions.rows(), array, actions);
            }
            if (array.rows() == actions.rows()) {
                streams.offer(name, Role.OTHER, array);
            } else {
                streams.leaveOut("%s has other rows than %s; give it one a step if it is needed"
                        .formatted(array.description(), actions.description()));
            }
        });
    }
}
