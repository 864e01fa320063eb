package io.cradle.ingest.rlds;

import io.cradle.dataset.spec.Digests;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Task;
import io.cradle.ingest.take.Track;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a take of one record: the number of steps follows from its flags, and widths from that. */
final class RldsEpisode {
    private static final String STEPS = "steps/";
    private static final String FIRST = STEPS + "is_first";
    private static final String LAST = STEPS + "is_last";
    private static final String TERMINAL = STEPS + "is_terminal";
    private static final Set<String> FLAGS = Set.of(FIRST, LAST, TERMINAL);
    private static final String INSTRUCTION =
            "language_instruction"; // Open X-Embodiment's, some under observation/natural_
    private static final int LEAST_STEPS = 2;

    private final RldsSource source;
    private final long index;
    private final byte[] record;
    private final Findings findings;
    private final NavigableMap<String, TfFeature> lists;
    private final int steps;
    private final List<Track> tracks = new ArrayList<>();
    private final List<Film> films = new ArrayList<>();

    RldsEpisode(RldsSource source, long index, byte[] record, Findings findings) throws IOException {
        this.source = source;
        this.index = index;
        this.record = record;
        this.findings = findings;
        this.lists = TfExample.parse(record);
        this.steps = steps();
    }

    Take take() {
        checkFlags();
        lists.forEach((key, list) -> {
            if (key.startsWith(STEPS) && !FLAGS.contains(key)) {
                add(
                        key.substring(STEPS.length()),
                        list,
                        source.metadata().shapes().get(key));
            }
        });
        if (tracks.isEmpty() && films.isEmpty()) {
            throw new Refused(
                    "no stream",
                    "none of its lists %s is a number or a picture; write them again".formatted(lists.keySet()));
        }
        return new Take(
                source.file(),
                source.label() + "#" + index,
                Digests.sha256(record),
                index,
                tracks,
                films,
                source.metadata().rate(),
                source.declared(),
                Task.of(instructions()));
    }

    private List<String> instructions() {
        return lists.entrySet().stream()
                .filter(list -> list.getKey().startsWith(STEPS) && list.getKey().endsWith(INSTRUCTION))
                .map(Map.Entry::getValue)
                .filter(list -> list.kind() == TfFeature.Kind.BYTES)
                .flatMap(list -> IntStream.range(0, list.size()).mapToObj(list::piece))
                .map(text -> new String(text, StandardCharsets.UTF_8))
                .toList();
    }

    private int steps() {
        int count = Stream.of(FIRST, LAST, TERMINAL)
                .filter(lists::containsKey)
                .findFirst()
                .map(key -> lists.get(key).size())
                .orElseThrow(() -> new Refused(
                        "steps unknown",
                        "it has no list '%s' but %s; write it as RLDS does".formatted(FIRST, lists.keySet())));
        if (count < LEAST_STEPS) {
            throw new Refused("too short", "it has %d steps; an episode takes two at least".formatted(count));
        }
        return count;
    }

    private void checkFlags() {
        for (Map.Entry<String, TfFeature> flag : lists.entrySet()) {
            if (FLAGS.contains(flag.getKey())
                    && (!flag.getValue().isNumeric() || flag.getValue().size() != steps)) {
                throw contradiction(flag.getKey(), flag.getValue());
            }
        }
        for (int step = 0; step < steps; step++) {
            if ((step > 0 && holds(FIRST, step)) || (step < steps - 1 && holds(LAST, step))) {
                findings.add(source.noticed(
                        index,
                        "several episodes in one",
                        "step %d is flagged as a first or last one within; cut the record there".formatted(step)));
                return;
            }
        }
    }

    private boolean holds(String flag, int step) {
        return lists.containsKey(flag) && lists.get(flag).holds(step);
    }

    private void add(String name, TfFeature list, RldsShape shape) {
        if (name.contains("/ragged_")) {
            findings.add(source.noticed(
                    index, "ragged list", "'%s' has rows of several lengths and is left out".formatted(name)));
        } else if (list.isNumeric() && list.size() > 0) {
            number(name, RldsNumbers.of(list, steps));
        } else if (list.size() > 0) {
            pieces(name, list, shape);
        }
    }

    private void number(String name, RldsNumbers numbers) {
        RldsShape shape = source.metadata().shapes().get(STEPS + name);
        if (!numbers.fits(shape)) {
            throw new Refused(
                    "lengths contradict",
                    "'%s' has %d numbers for %d steps%s; write the episode again"
                            .formatted(
                                    name,
                                    numbers.size(),
                                    steps,
                                    shape == null ? "" : " of shape " + shape.sizes() + " in features.json"));
        }
        if (numbers.channels() > RldsNumbers.MOST_CHANNELS) {
            findings.add(source.noticed(
                    index,
                    "stream too wide",
                    "'%s' has %d numbers a step and is left out; at most %d are taken, store it as pictures"
                            .formatted(name, numbers.channels(), RldsNumbers.MOST_CHANNELS)));
            return;
        }
        tracks.add(numbers.track(name, role(name), rows(name), source));
    }

    private int rows(String name) {
        return role(name) == Role.ACTION && holds(LAST, steps - 1) ? steps - 1 : steps;
    }

    private static Role role(String name) {
        if (name.equals("action") || name.startsWith("action/")) {
            return Role.ACTION;
        }
        return name.startsWith("observation/") || name.equals("observation") ? Role.PROPRIO : Role.OTHER;
    }

    private void pieces(String name, TfFeature list, RldsShape shape) {
        boolean picture = shape == null ? RldsFilm.isPicture(list.piece(0)) : shape.isPicture();
        boolean numbers = shape != null && shape.kind() == RldsShape.Kind.NUMBERS;
        if (!picture && !numbers) {
            return; // a text, which no stream can hold
        }
        if (list.size() != steps) {
            throw contradiction(name, list);
        }
        if (picture) {
            films.add(new RldsFilm(name, "record " + index, list, source));
        } else {
            raw(name, list, shape);
        }
    }

    private void raw(String name, TfFeature list, RldsShape shape) {
        if (!RawTensor.isRead(shape)) {
            findings.add(source.noticed(
                    index,
                    "encoding not read",
                    "'%s' holds %s encoded as '%s' and is left out; store it without encoding"
                            .formatted(name, shape.type(), shape.encoding())));
            return;
        }
        number(name, RawTensor.numbers(name, list, shape));
    }

    private Refused contradiction(String name, TfFeature list) {
        return new Refused(
                "lengths contradict",
                "'%s' has %d values (%s) for %d steps; write the episode again"
                        .formatted(name, list.size(), list.kind(), steps));
    }

    /** An episode is left out. */
    static final class Refused extends RuntimeException {
        private final String reason;

        Refused(String reason, String detail) {
            super(detail);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
