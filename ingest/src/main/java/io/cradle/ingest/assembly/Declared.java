package io.cradle.ingest.assembly;

import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;

/** A take with what the configuration declares of it and its source doesn't: the rate of counted rows, and which actions led to their row. */
final class Declared {
    private Declared() {}

    static Take of(Take take, TakeConfig config) {
        return Paced.of(led(take, config), config);
    }

    private static Take led(Take take, TakeConfig config) {
        if (config.streams().led().isEmpty()) {
            return take;
        }
        return take.with(take.tracks().stream().map(track -> led(track, config)).toList(), take.films(), take.rate());
    }

    private static Track led(Track track, TakeConfig config) {
        return config.streams().led().contains(track.name()) ? track.leading() : track;
    }
}
