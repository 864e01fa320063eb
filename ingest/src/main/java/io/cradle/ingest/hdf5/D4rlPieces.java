package io.cradle.ingest.hdf5;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.RowClock;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rows as D4RL keeps them, all episodes one after the other: {@code observations}, {@code actions}, {@code terminals} and
 * {@code timeouts}. A take ends with a row where one of the last two is true, and with the last row.
 */
final class D4rlPieces implements TakeReader {
    private static final String OBSERVATIONS = "observations";
    private static final String ACTIONS = "actions";
    private static final List<String> ENDS = List.of("terminals", "timeouts");
    private static final Set<String> REDUNDANT = Set.of("next_observations");
    private static final String ABOUT = "metadata/";

    private final Hdf5File file;
    private final Origin origin;
    private final Findings findings;
    private final Streams streams;
    private final RowClock clock;
    private final int rows;
    private final List<RowCursor> ends;
    private int first;
    private int index;

    private D4rlPieces(Hdf5File file, Origin origin, Findings findings) {
        this.file = file;
        this.origin = origin;
        this.findings = findings;
        this.clock = ControlRate.unknown(file.path(), findings);
        this.streams = new Streams(file.path(), "", clock, findings);
        Map<String, Hdf5Array> arrays = file.root().arrays();
        this.rows = Lengths.ofActions(arrays.get(ACTIONS));
        this.ends = ENDS.stream()
                .flatMap(name -> end(arrays, name))
                .map(array -> new RowCursor(array, 0))
                .toList();
        arrays.forEach((name, array) -> choose(name, array, arrays.get(ACTIONS)));
    }

    /** Whether a file is of this kind. */
    static boolean fits(Branch root) {
        return root.array(OBSERVATIONS).isPresent() && root.array(ACTIONS).isPresent();
    }

    /** Begins to read a file that fits. */
    static D4rlPieces open(Hdf5File file, Origin origin, Findings findings) {
        return new D4rlPieces(file, origin, findings);
    }

    private Stream<Hdf5Array> end(Map<String, Hdf5Array> arrays, String name) {
        Hdf5Array array = arrays.get(name);
        if (array == null) {
            notice(
                    name + " missing",
                    "episodes can be cut only where the other of %s is true; add the array if there are more ends"
                            .formatted(ENDS));
            return Stream.empty();
        }
        Lengths.requireRows(rows, array, arrays.get(ACTIONS));
        if (array.type().isEmpty() || array.row().elements() != 1) {
            throw new Refusal("unreadable", "%s must be one truth a row; convert it".formatted(array.description()));
        }
        return Stream.of(array);
    }

    private void choose(String name, Hdf5Array array, Hdf5Array actions) {
        if (REDUNDANT.contains(name) || name.startsWith(ABOUT)) {
            return;
        }
        if (name.equals(OBSERVATIONS) || name.equals(ACTIONS)) {
            Lengths.requireRows(rows, array, actions);
            streams.require(name, name.equals(ACTIONS) ? Role.ACTION : Role.PROPRIO, array);
        } else if (array.rows() == rows) {
            streams.offer(name, Role.OTHER, array);
        } else {
            streams.leaveOut("%s has other rows than %s; give it one a step if it is needed"
                    .formatted(array.description(), actions.description()));
        }
    }

    private void notice(String reason, String detail) {
        findings.add(Finding.noticed(file.path().toString(), "", reason, detail));
    }

    @Override
    public Optional<Take> next() {
        while (first < rows) {
            int from = first;
            first = endOfTake();
            String name = "episode_%06d".formatted(index++);
            try {
                return Optional.of(take(name, from));
            } catch (Refusal refused) {
                findings.add(refused.finding(file.path(), name));
            }
        }
        return Optional.empty();
    }

    private Take take(String name, int from) {
        return origin.take(
                name,
                index - 1L,
                streams.tracks(from, first),
                streams.films(from, first),
                clock.rate(),
                Optional.empty());
    }

    /** The row behind the next end. */
    private int endOfTake() {
        try {
            float[] truth = new float[1];
            for (int row = first; row < rows; row++) {
                boolean ended = false;
                for (RowCursor end : ends) {
                    end.next(truth);
                    ended |= truth[0] != 0;
                }
                if (ended) {
                    return row + 1;
                }
            }
        } catch (Refusal unknown) {
            throw unknown.corrupt(file.path());
        }
        notice(
                "last episode unfinished",
                "rows %d to %d end without a terminal or a timeout, and are taken; drop them if they are half an episode"
                        .formatted(first, rows - 1));
        return rows;
    }

    @Override
    public void close() {
        file.close();
    }
}
