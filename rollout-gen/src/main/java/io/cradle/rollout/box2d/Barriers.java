package io.cradle.rollout.box2d;

import io.cradle.rollout.world.Filter;
import io.cradle.rollout.world.SceneryDefinition;
import io.cradle.rollout.world.Walls;
import io.cradle.rollout.world.WorldDefinition;
import java.util.List;
import org.jbox2d.collision.shapes.EdgeShape;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.BodyDef;
import org.jbox2d.dynamics.FixtureDef;
import org.jbox2d.dynamics.World;

/** Walls and scenery: each a body that doesn't move, marked with its column in the tensor of contacts. */
final class Barriers {
    private static final float ENDLESS = 1000;

    private final WorldDefinition definition;
    private final World world;
    private final int bodies;

    Barriers(WorldDefinition definition, World world) {
        this.definition = definition;
        this.world = world;
        this.bodies = definition.bodies().size();
    }

    /** Names of the walls, in order of creation; no thing of a world can be called so. */
    static List<String> walls(WorldDefinition definition) {
        return switch (definition.walls().kind()) {
            case BOX -> List.of("wall:floor", "wall:left", "wall:right", "wall:ceiling");
            case FLOOR -> List.of("wall:floor");
            case NONE -> List.of();
        };
    }

    void walls() {
        float width = (float) definition.width();
        float height = (float) definition.height();
        if (definition.walls().kind() == Walls.Kind.FLOOR) {
            wall(0, -ENDLESS * width, 0, ENDLESS * width, 0);
        } else if (definition.walls().kind() == Walls.Kind.BOX) {
            wall(0, 0, 0, width, 0);
            wall(1, 0, 0, 0, height);
            wall(2, width, 0, width, height);
            wall(3, 0, height, width, height);
        }
    }

    private void wall(int index, float x0, float y0, float x1, float y1) {
        EdgeShape edge = new EdgeShape();
        edge.set(new Vec2(x0, y0), new Vec2(x1, y1));
        FixtureDef fixture = new FixtureDef();
        fixture.shape = edge;
        fixture.friction = definition.walls().friction().floatValue();
        filter(fixture, definition.walls().filter());
        body(new BodyDef(), bodies + definition.scenery().size() + index).createFixture(fixture);
    }

    void scenery() {
        for (int i = 0; i < definition.scenery().size(); i++) {
            scenery(definition.scenery().get(i), bodies + i);
        }
    }

    private void scenery(SceneryDefinition scenery, int column) {
        BodyDef def = new BodyDef();
        def.position.set((float) scenery.place().x(), (float) scenery.place().y());
        def.angle = (float) scenery.place().angle();
        Body body = body(def, column);
        scenery.shapes().forEach(shape -> {
            FixtureDef fixture = new FixtureDef();
            fixture.shape = Outlines.of(shape);
            fixture.friction = (float) scenery.surface().friction();
            fixture.restitution = (float) scenery.surface().restitution();
            filter(fixture, scenery.filter());
            body.createFixture(fixture);
        });
    }

    private Body body(BodyDef def, int column) {
        Body body = world.createBody(def);
        body.setUserData(column);
        return body;
    }

    static void filter(FixtureDef fixture, Filter filter) {
        fixture.filter.categoryBits = filter.category();
        fixture.filter.maskBits = filter.mask();
    }
}
