package io.cradle.rollout.fidelity;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.rollout.world.BodyDefinition;
import io.cradle.rollout.world.ObjectDefinition;
import io.cradle.rollout.world.Shape;
import io.cradle.rollout.world.WorldDefinition;
import java.util.List;
import java.util.stream.IntStream;

/** Worlds whose objects have the shapes that a rollout of the reference had. */
final class Shaped {
    private Shaped() {}

    static WorldDefinition as(WorldDefinition world, Reference reference, int rollout) {
        List<BodyDefinition> parts =
                world.robots().stream().flatMap(robot -> robot.parts().stream()).toList();
        for (int i = 0; i < parts.size(); i++) {
            chosen(List.of(parts.get(i).shape()), reference, rollout, i);
        }
        List<ObjectDefinition> objects = IntStream.range(0, world.objects().size())
                .mapToObj(i -> with(world.objects().get(i), reference, rollout, parts.size() + i))
                .toList();
        return new WorldDefinition(
                world.name(),
                world.steps(),
                world.width(),
                world.height(),
                world.gravity(),
                world.clock(),
                world.lcd(),
                world.walls(),
                world.robots(),
                objects,
                world.scenery(),
                world.occluders(),
                world.overlaps(),
                world.randomise(),
                world.compat());
    }

    private static ObjectDefinition with(ObjectDefinition object, Reference reference, int rollout, int body) {
        return new ObjectDefinition(
                object.name(),
                List.of(chosen(object.shapes(), reference, rollout, body)),
                object.material(),
                object.filter(),
                object.damping(),
                object.spawn(),
                object.pins(),
                object.colour());
    }

    private static Shape chosen(List<Shape> shapes, Reference reference, int rollout, int body) {
        boolean circle = reference.circle(rollout, body);
        return shapes.stream()
                .filter(shape -> circle == (shape.form() == Shape.Form.CIRCLE))
                .findFirst()
                .orElseThrow(() -> new CorruptDataException(
                        reference.path(),
                        "body '%s' of rollout %d is %s circle, in the world's file it has the shapes %s; give a reference of this world"
                                .formatted(reference.bodies().get(body), rollout, circle ? "a" : "no", shapes)));
    }
}
