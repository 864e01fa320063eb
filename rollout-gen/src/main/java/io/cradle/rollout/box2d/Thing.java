package io.cradle.rollout.box2d;

import io.cradle.rollout.world.BodyDefinition;
import io.cradle.rollout.world.Colour;
import io.cradle.rollout.world.Look;
import io.cradle.rollout.world.ObjectDefinition;
import io.cradle.rollout.world.OccluderDefinition;
import io.cradle.rollout.world.Place;
import io.cradle.rollout.world.SceneryDefinition;
import io.cradle.rollout.world.WorldDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jbox2d.collision.shapes.Shape;
import org.jbox2d.common.Transform;
import org.jbox2d.common.Vec2;

/**
 * Something that a frame shows.
 *
 * @param label of its pixels in the tensor {@code mask}, from 1
 * @param body index of the body that moves it; -1 if it stands still
 * @param shapes outlines of a thing that stands still
 * @param at where that stands
 * @param look how it shows
 * @param colour in gray and RGB frames
 */
record Thing(int label, int body, List<Shape> shapes, Transform at, Look look, Colour colour) {
    /** All that a world shows, from back to front: scenery, bodies in order of creation, occluders. */
    static List<Thing> of(WorldDefinition world) {
        List<Colour> bodies = Stream.concat(
                        world.robots().stream()
                                .flatMap(robot -> robot.parts().stream())
                                .map(BodyDefinition::colour),
                        world.objects().stream().map(ObjectDefinition::colour))
                .toList();
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < world.scenery().size(); i++) {
            things.add(of(world.scenery().get(i), bodies.size() + i + 1));
        }
        for (int i = 0; i < bodies.size(); i++) {
            things.add(new Thing(i + 1, i, List.of(), new Transform(), Look.INK, bodies.get(i)));
        }
        for (int i = 0; i < world.occluders().size(); i++) {
            things.add(
                    of(world.occluders().get(i), bodies.size() + world.scenery().size() + i + 1));
        }
        return things;
    }

    private static Thing of(SceneryDefinition scenery, int label) {
        List<Shape> shapes = scenery.look() == Look.BLANK
                ? List.of()
                : scenery.shapes().stream().map(Outlines::of).toList();
        return new Thing(label, -1, shapes, at(scenery.place()), scenery.look(), scenery.colour());
    }

    private static Thing of(OccluderDefinition occluder, int label) {
        List<Shape> shapes = List.of(Outlines.of(occluder.shape()));
        return new Thing(label, -1, shapes, at(occluder.place()), occluder.look(), occluder.colour());
    }

    private static Transform at(Place place) {
        Transform at = new Transform();
        at.set(new Vec2((float) place.x(), (float) place.y()), (float) place.angle());
        return at;
    }

    /** Its colour where it is inked, that of paper where it is blank. */
    Colour shown() {
        return look == Look.INK ? colour : Colour.WHITE;
    }
}
