package io.cradle.ingest.assembly;

import io.cradle.dataset.spec.Scaling;
import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.SiUnit;
import io.cradle.ingest.take.Track;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Section {@code ingest.streams} of the configuration: which streams of numbers are taken, and for what.
 *
 * @param proprio names of the streams that make up proprio, in order; none for those that the format takes for it
 * @param action names of the streams that make up the action, in order; none for those that the format takes for it
 * @param interpolation by name of a stream what stands between two of its stamps; LINEAR for proprio and HOLD for actions
 *     unless told
 * @param units by name of a stream the unit of its numbers, which become SI; what the source tells of itself otherwise
 * @param led names of streams of actions of which a row holds what led to it, not what it led to: they are shifted by a row
 * @param scaling whether numbers are stored as they are, or as -1 to 1 over the range that they have
 */
public record StreamsConfig(
        List<String> proprio,
        List<String> action,
        Map<String, Interpolation> interpolation,
        Map<String, String> units,
        List<String> led,
        Scaling scaling)
        implements Serializable {
    /** What the formats say. */
    public static final StreamsConfig TOLD =
            new StreamsConfig(List.of(), List.of(), Map.of(), Map.of(), List.of(), Scaling.SIGNED_UNIT);

    public StreamsConfig {
        proprio = List.copyOf(proprio);
        action = List.copyOf(action);
        interpolation = Collections.unmodifiableSortedMap(new TreeMap<>(interpolation));
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
        led = List.copyOf(led);
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

    /** What stands between two stamps of a stream that is taken so. */
    public Interpolation interpolation(String stream, Role role) {
        return interpolation.getOrDefault(stream, role == Role.ACTION ? Interpolation.HOLD : Interpolation.LINEAR);
    }

    /** The same, with what a source declares to stand between two stamps of its streams; what is configured goes before. */
    StreamsConfig declaring(Map<String, Interpolation> declared) {
        Map<String, Interpolation> all = new TreeMap<>(declared);
        all.putAll(interpolation);
        return new StreamsConfig(proprio, action, all, units, led, scaling);
    }

    /** Unit that is declared of a stream's numbers, which become SI. */
    Optional<SiUnit> unit(String stream) {
        return Optional.ofNullable(units.get(stream)).map(SiUnit::of);
    }

    /** What a stream's numbers are multiplied by. */
    double factor(String stream) {
        return unit(stream).map(SiUnit::factor).orElse(1.0);
    }
}
