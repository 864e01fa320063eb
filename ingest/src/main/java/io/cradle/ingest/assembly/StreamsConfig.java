package io.cradle.ingest.assembly;

import io.cradle.dataset.spec.Scaling;
import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.SiUnit;
import io.cradle.ingest.take.Track;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Section {@code ingest.streams} of the configuration: which streams of numbers are taken, and for what.
 *
 * @param proprio names of the streams that make up proprio, in order; none for those that the format takes for it
 * @param action names of the streams that make up the action, in order; none for those that the format takes for it
 * @param interpolation by name of a stream what stands between two of its stamps; LINEAR for proprio and HOLD for actions
 *     unless told
 * @param units by name of a stream the unit of its numbers, which become SI; {@code 1} unless told
 * @param scaling whether numbers are stored as they are, or as -1 to 1 over the range that they have
 */
public record StreamsConfig(
        List<String> proprio,
        List<String> action,
        Map<String, Interpolation> interpolation,
        Map<String, String> units,
        Scaling scaling)
        implements Serializable {
    /** What the formats say. */
    public static final StreamsConfig TOLD =
            new StreamsConfig(List.of(), List.of(), Map.of(), Map.of(), Scaling.SIGNED_UNIT);

    public StreamsConfig {
        proprio = List.copyOf(proprio);
        action = List.copyOf(action);
        interpolation = Map.copyOf(interpolation);
        units = Map.copyOf(units);
        units.values().forEach(SiUnit::of);
    }

    /** What a stream is taken for. */
    Role role(Track track) {
        if (proprio.contains(track.name())) {
            return Role.PROPRIO;
        }
        if (action.contains(track.name())) {
            return Role.ACTION;
        }
        boolean told = track.role() == Role.PROPRIO ? !proprio.isEmpty() : !action.isEmpty();
        return told ? Role.OTHER : track.role();
    }

    Interpolation interpolation(String stream, Role role) {
        return interpolation.getOrDefault(stream, role == Role.ACTION ? Interpolation.HOLD : Interpolation.LINEAR);
    }

    SiUnit unit(String stream) {
        return SiUnit.of(units.getOrDefault(stream, "1"));
    }
}
