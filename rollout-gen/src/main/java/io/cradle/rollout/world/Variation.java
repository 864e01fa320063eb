package io.cradle.rollout.world;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** Worlds that differ from a given one in some of its numbers. */
final class Variation {
    /** What fixes the form of an episode's tensors, so that a table could not hold episodes which differ in it. */
    private static final Pattern FIXED = Pattern.compile(
            "steps|width|height|clock\\.(rate|substeps)|lcd\\..*|robots\\..*\\.(speed|torque)|randomise.*|compat.*");

    private Variation() {}

    private static final int MOST_CORNERS = 10;
    private static final int TRIES = 256;

    /** Refuses ranges that a world can't have: at both of their ends, and together at all corners or at many points. */
    static void require(WorldDefinition plain, Map<String, Range> ranges) {
        ranges.forEach((path, range) -> {
            if (FIXED.matcher(path).matches()) {
                throw new IllegalArgumentException(
                        "Invalid randomise '%s': it fixes the form of the episodes or their rate, and a table has episodes of one form; make it a world of its own"
                                .formatted(path));
            }
            range.requireWithin("randomise '%s'".formatted(path), -1e9, 1e9);
            List.of(range.low(), range.high()).forEach(end -> Patch.apply(plain, path, end));
        });
        requireTogether(plain, new TreeMap<>(ranges));
    }

    private static void requireTogether(WorldDefinition plain, SortedMap<String, Range> ranges) {
        if (ranges.size() > MOST_CORNERS) {
            for (int seed = 0; seed < TRIES; seed++) {
                drawn(plain, ranges, new Draws(seed));
            }
            return;
        }
        for (int corner = 0; ranges.size() > 1 && corner < 1 << ranges.size(); corner++) {
            int bits = corner;
            int[] place = {0};
            drawn(plain, ranges, range -> ((bits >> place[0]++) & 1) == 0 ? range.low() : range.high());
        }
    }

    /** The world of one episode: each range's number drawn from the seed, in alphabetical order of the paths. */
    static WorldDefinition drawn(WorldDefinition plain, Map<String, Range> ranges, Draws draws) {
        return drawn(plain, ranges, draws::uniform);
    }

    private static WorldDefinition drawn(
            WorldDefinition plain, Map<String, Range> ranges, ToDoubleFunction<Range> draw) {
        SortedMap<String, Range> sorted = new TreeMap<>(ranges);
        WorldDefinition drawn = plain;
        for (Map.Entry<String, Range> each : sorted.entrySet()) {
            drawn = Patch.apply(drawn, each.getKey(), draw.applyAsDouble(each.getValue()));
        }
        return drawn;
    }

    /** The world with each path's value in place of its own. */
    static WorldDefinition patched(WorldDefinition plain, Map<String, String> values) {
        WorldDefinition patched = plain;
        for (Map.Entry<String, String> each : new TreeMap<>(values).entrySet()) {
            patched = Patch.apply(patched, each.getKey(), each.getValue());
        }
        return patched;
    }
}
