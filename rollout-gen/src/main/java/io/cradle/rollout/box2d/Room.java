package io.cradle.rollout.box2d;

import io.cradle.rollout.world.BodyDefinition;
import io.cradle.rollout.world.Filter;
import io.cradle.rollout.world.ObjectDefinition;
import io.cradle.rollout.world.StartPose;
import io.cradle.rollout.world.WorldDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jbox2d.collision.Collision;
import org.jbox2d.collision.shapes.Shape;
import org.jbox2d.common.Transform;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.Fixture;
import org.jbox2d.dynamics.World;

/** Tells whether bodies may begin where they were drawn: they must touch nothing that they would collide with. */
final class Room implements StartPose.Placement {
    private final Collision collision;
    private final List<Filter> filters;
    private final List<Solid> barriers = new ArrayList<>();

    /** A shape somewhere. */
    private record Solid(Shape shape, Transform at, Filter filter) {}

    Room(Engine engine, WorldDefinition definition) {
        World world = engine.world(0);
        collision = world.getPool().getCollision();
        filters = Stream.concat(
                        definition.robots().stream()
                                .flatMap(robot -> robot.parts().stream())
                                .map(BodyDefinition::filter),
                        definition.objects().stream().map(ObjectDefinition::filter))
                .toList();
        Barriers built = new Barriers(definition, world);
        built.walls();
        built.scenery();
        for (Body body = world.getBodyList(); body != null; body = body.getNext()) {
            addBarriers(body);
        }
    }

    private void addBarriers(Body body) {
        for (Fixture fixture = body.getFixtureList(); fixture != null; fixture = fixture.getNext()) {
            Filter filter = new Filter(fixture.getFilterData().categoryBits, fixture.getFilterData().maskBits);
            barriers.add(new Solid(fixture.getShape(), body.getTransform(), filter));
        }
    }

    @Override
    public boolean free(StartPose drawn, int first) {
        List<Solid> before = new ArrayList<>(barriers);
        IntStream.range(0, first).mapToObj(i -> solid(drawn, i)).forEach(before::add);
        return IntStream.range(first, drawn.shapes().size())
                .mapToObj(i -> solid(drawn, i))
                .noneMatch(body -> before.stream().anyMatch(other -> overlap(body, other)));
    }

    private Solid solid(StartPose drawn, int body) {
        List<Double> pose = drawn.pose().subList(3 * body, 3 * body + 3);
        Transform at = new Transform();
        at.set(
                new Vec2(pose.get(0).floatValue(), pose.get(1).floatValue()),
                pose.get(2).floatValue());
        return new Solid(Outlines.of(drawn.shapes().get(body)), at, filters.get(body));
    }

    private boolean overlap(Solid a, Solid b) {
        return (a.filter().mask() & b.filter().category()) != 0
                && (b.filter().mask() & a.filter().category()) != 0
                && collision.testOverlap(a.shape(), 0, b.shape(), 0, a.at(), b.at());
    }
}
