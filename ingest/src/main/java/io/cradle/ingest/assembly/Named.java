package io.cradle.ingest.assembly;

import io.cradle.dataset.spec.InvalidSettingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names that a configuration uses must be there: one that is misspelt would be passed over without a word. */
final class Named {
    private static final int SHOWN = 40;

    private Named() {}

    /**
     * Refuses names that no take has.
     *
     * @throws InvalidSettingException that names the first of them, and what there is
     */
    static void requireThere(TakeConfig config, Survey survey) {
        StreamsConfig streams = config.streams();
        require("ingest.streams.proprio", streams.proprio(), "stream", survey.streams());
        require("ingest.streams.action", streams.action(), "stream", survey.streams());
        require("ingest.streams.interpolation", streams.interpolation().keySet(), "stream", survey.streams());
        require("ingest.streams.units", streams.units().keySet(), "stream", survey.streams());
        require("ingest.streams.led", streams.led(), "stream", survey.streams());
        if (!config.frames().camera().isBlank() && !survey.films().isEmpty()) {
            require("ingest.frames.camera", List.of(config.frames().camera()), "film", survey.films());
        }
        // What was left out may have any name: it is told then, not refused.
        if (survey.whole() && !config.splits().unseen(survey.held()).isEmpty()) {
            config.splits().requireAmong(union(survey.held(), survey.few()));
        }
    }

    private static SortedSet<String> union(SortedSet<String> held, SortedSet<String> few) {
        SortedSet<String> names = new TreeSet<>(held);
        names.addAll(few);
        return names;
    }

    /** Refuses the first of {@code names} that isn't there. */
    static void require(String key, Collection<String> names, String what, Collection<String> there) {
        List<String> missing = new ArrayList<>(names);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            throw new InvalidSettingException(
                    "Invalid %s: there is no %s '%s'; %s".formatted(key, what, missing.get(0), remedy(what, there)));
        }
    }

    private static String remedy(String what, Collection<String> there) {
        String named = there.stream().limit(SHOWN).collect(Collectors.joining(", "));
        if (what.equals("take")) {
            return "name takes as they are called here, such as %s".formatted(named);
        }
        return there.isEmpty() ? "there is none at all" : "there are [%s]".formatted(named);
    }
}
