package io.cradle.rollout.world;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
 * @param lcd size of the frames
 * @param walls what encloses it
 * @param robots created first, in this order
 * @param objects created after them, in this order
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
        List<ObjectDefinition> objects)
        implements Serializable {
    private static final int MOST_BODIES = 256;
    private static final int MOST_STEPS = 1_000_000;

    public WorldDefinition {
        Checks.name("name of a world", name);
        Checks.within("steps", steps, 1, MOST_STEPS);
        Checks.within("width", width, 0.1, 1000);
        Checks.within("height", height, 0.1, 1000);
        Checks.within("gravity", gravity, -1000, 1000);
        Checks.present("clock", clock);
        Checks.present("lcd", lcd);
        Checks.present("walls", walls);
        robots = robots == null ? List.of() : List.copyOf(robots);
        objects = objects == null ? List.of() : List.copyOf(objects);
        int bodies = objects.size()
                + robots.stream().mapToInt(robot -> 1 + robot.limbs().size()).sum();
        if (bodies < 1 || bodies > MOST_BODIES) {
            throw new IllegalArgumentException(
                    "Invalid world '%s': it has %d bodies; 1 to %d are possible".formatted(name, bodies, MOST_BODIES));
        }
        Set<String> names = new HashSet<>();
        Stream.concat(
                        robots.stream().map(RobotDefinition::name),
                        objects.stream().map(ObjectDefinition::name))
                .filter(each -> !names.add(each))
                .findFirst()
                .ifPresent(twice -> {
                    throw new IllegalArgumentException("Invalid world: the name '%s' stands twice".formatted(twice));
                });
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
}
