package io.cradle.rollout.world;

import io.cradle.dataset.spec.Seeds;
import java.io.Serializable;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that decides what a simulated world does. A world is a file that is bound to this record; no code.
 *
 * @param name for people, such as {@code Bounce}
 * @param steps of a full episode
 * @param width m
 * @param height m
 * @param gravity m/s², along y: -9.81 pulls down
 * @param clock how time passes
 * @param lcd how frames are made
 * @param walls what encloses it
 * @param robots created first, in this order
 * @param objects created after them, in this order
 * @param scenery what stands in it; nothing if left out
 * @param occluders what hides things in frames; nothing if left out
 * @param overlaps whether bodies may begin inside each other; FORBIDDEN if left out
 * @param randomise ranges of numbers that each episode draws, by path, see {@link Patch}; none if left out
 * @param compat named variants of the world: values that differ in them, by path; {@code boxlcd} is boxLCD to the letter
 */
public record WorldDefinition(
        String name,
        int steps,
        double width,
        double height,
        double gravity,
        Clock clock,
        Screen lcd,
        Walls walls,
        List<RobotDefinition> robots,
        List<ObjectDefinition> objects,
        List<SceneryDefinition> scenery,
        List<OccluderDefinition> occluders,
        Overlaps overlaps,
        Map<String, Range> randomise,
        Map<String, Map<String, String>> compat)
        implements Serializable {
    private static final int MOST_BODIES = 128;
    private static final int MOST_SCENERY = 64;
    private static final int MOST_OCCLUDERS = 32;
    private static final int MOST_RANGES = 256;
    private static final int MOST_STEPS = 1_000_000;
    private static final int RANDOMISE_SEED = 0x7A4D;

    /** Whether bodies that touch may begin inside each other. */
    public enum Overlaps {
        /** They may; the solver pushes them apart, which can be violent. */
        ALLOWED,
        /** Starts are drawn again until none do. */
        FORBIDDEN
    }

    public WorldDefinition {
        Checks.allPresent("name", name, "clock", clock, "lcd", lcd, "walls", walls);
        Checks.name("name of a world", name);
        Checks.within("steps", steps, 1, MOST_STEPS);
        Checks.within("width", width, 0.1, 1000);
        Checks.within("height", height, 0.1, 1000);
        Checks.within("gravity", gravity, -1000, 1000);
        robots = robots == null ? List.of() : List.copyOf(robots);
        objects = objects == null ? List.of() : List.copyOf(objects);
        scenery = scenery == null ? List.of() : List.copyOf(scenery);
        occluders = occluders == null ? List.of() : List.copyOf(occluders);
        overlaps = overlaps == null ? Overlaps.FORBIDDEN : overlaps;
        randomise = randomise == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(randomise));
        compat = compat == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(compat));
        int bodies = objects.size()
                + robots.stream().mapToInt(robot -> 1 + robot.limbs().size()).sum();
        if (bodies < 1 || bodies > MOST_BODIES) {
            throw new IllegalArgumentException(
                    "Invalid world '%s': it has %d bodies; 1 to %d are possible".formatted(name, bodies, MOST_BODIES));
        }
        Checks.within("number of scenery", scenery.size(), 0, MOST_SCENERY);
        Checks.within("number of occluders", occluders.size(), 0, MOST_OCCLUDERS);
        Checks.within("number of ranges in randomise", randomise.size(), 0, MOST_RANGES);
        requireEachNameOnce(robots, objects, scenery, occluders);
        Extent arena = new Extent(0, 0, width, height);
        scenery.forEach(each -> arena.requireSeen("scenery", each.name(), each.shapes(), each.place()));
        if (walls.kind() == Walls.Kind.BOX) {
            robots.forEach(each -> arena.requireInside("robot", each.name(), each.spawn()));
            objects.forEach(each -> arena.requireInside("object", each.name(), each.spawn()));
        }
        occluders.forEach(each -> arena.requireSeen("occluder", each.name(), List.of(each.shape()), each.place()));
        if (!randomise.isEmpty() || !compat.isEmpty()) {
            WorldDefinition plain = new WorldDefinition(
                    name, steps, width, height, gravity, clock, lcd, walls, robots, objects, scenery, occluders,
                    overlaps, null, null);
            Variation.require(plain, randomise);
            compat.values().forEach(values -> Variation.patched(plain, values));
        }
    }

    /** Pixels in a metre. */
    public double pixelsPerMetre() {
        return lcd.width() / width;
    }

    /** Names of all bodies in order of creation, such as {@code urchin0:root} and {@code object0}. */
    public List<String> bodies() {
        return Stream.concat(
                        robots.stream()
                                .flatMap(robot -> robot.parts().stream().map(part -> robot.name() + ":" + part.name())),
                        objects.stream().map(ObjectDefinition::name))
                .toList();
    }

    /**
     * A named variant of this world, without the others.
     *
     * @param variant a key of {@code compat}, or empty for the world as it is
     * @throws IllegalArgumentException if there is no such variant
     */
    public WorldDefinition in(String variant) {
        WorldDefinition plain = with(randomise, Map.of());
        if (variant.isEmpty()) {
            return plain;
        }
        if (!compat.containsKey(variant)) {
            throw new IllegalArgumentException("Cannot find compat '%s' of world '%s': it has %s"
                    .formatted(variant, name, compat.isEmpty() ? "none" : compat.keySet()));
        }
        return Variation.patched(plain, compat.get(variant));
    }

    /** The same world solved with other numbers of iterations; {@link Solver#WORLD} changes nothing. */
    public WorldDefinition solvedBy(Solver solver) {
        return solver.in(this);
    }

    /**
     * The world of one episode: all ranges of {@code randomise} have become numbers.
     *
     * @throws IllegalArgumentException if the numbers that were drawn make no world together
     */
    public WorldDefinition drawn(long seed) {
        if (randomise.isEmpty()) {
            return this;
        }
        try {
            return Variation.drawn(with(Map.of(), compat), randomise, new Draws(Seeds.child(seed, RANDOMISE_SEED)));
        } catch (IllegalArgumentException together) {
            throw new IllegalArgumentException(
                    "Cannot draw world '%s' for seed %d: %s; narrow the ranges in randomise so that all of their numbers go together"
                            .formatted(name, seed, together.getMessage()),
                    together);
        }
    }

    private WorldDefinition with(Map<String, Range> ranges, Map<String, Map<String, String>> variants) {
        return new WorldDefinition(
                name, steps, width, height, gravity, clock, lcd, walls, robots, objects, scenery, occluders, overlaps,
                ranges, variants);
    }

    private static void requireEachNameOnce(
            List<RobotDefinition> robots,
            List<ObjectDefinition> objects,
            List<SceneryDefinition> scenery,
            List<OccluderDefinition> occluders) {
        Set<String> names = new HashSet<>();
        Stream.of(
                        robots.stream().map(RobotDefinition::name),
                        objects.stream().map(ObjectDefinition::name),
                        scenery.stream().map(SceneryDefinition::name),
                        occluders.stream().map(OccluderDefinition::name))
                .flatMap(each -> each)
                .filter(each -> !names.add(each))
                .findFirst()
                .ifPresent(twice -> {
                    throw new IllegalArgumentException("Invalid world: the name '%s' stands twice".formatted(twice));
                });
    }
}
