package io.cradle.rollout.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Draws a start, one robot or object after the other. */
final class StartDraw {
    private static final int MOST_TRIES = 1000;

    private final Draws draws;
    private final StartPose.Placement placement;
    private String world = "";
    private StartPose drawn = new StartPose(List.of(), List.of(), List.of());

    StartDraw(Draws draws, StartPose.Placement placement) {
        this.draws = draws;
        this.placement = placement;
    }

    StartPose draw(WorldDefinition definition) {
        world = definition.name();
        definition.robots().forEach(this::robot);
        definition.objects().forEach(this::object);
        return drawn;
    }

    private void robot(RobotDefinition robot) {
        List<Shape> shapes = robot.parts().stream().map(BodyDefinition::shape).toList();
        place("robot", robot.name(), () -> and(limbsOf(robot, pose(robot.spawn())), robot.spawn(), shapes));
    }

    private void object(ObjectDefinition object) {
        List<Shape> shapes =
                List.of(object.shapes().get(draws.below(object.shapes().size())));
        place("object", object.name(), () -> and(pinned(object, pose(object.spawn())), object.spawn(), shapes));
    }

    /** Something that can be drawn again and again. */
    private interface Candidate {
        StartPose draw();
    }

    private void place(String what, String name, Candidate candidate) {
        int first = drawn.shapes().size();
        for (int i = 0; i < MOST_TRIES; i++) {
            StartPose tried = candidate.draw();
            if (placement.free(tried, first)) {
                drawn = tried;
                return;
            }
        }
        throw new IllegalArgumentException(
                "Cannot place %s '%s' of world '%s': %d starts drawn from its spawn all overlap something; widen its spawn, make bodies smaller, or set overlaps: ALLOWED"
                        .formatted(what, name, world, MOST_TRIES));
    }

    /** What was drawn before and these bodies, which move alike. */
    private StartPose and(List<Double> pose, Spawn spawn, List<Shape> shapes) {
        List<Double> poses = new ArrayList<>(drawn.pose());
        poses.addAll(pose);
        List<Double> motions = new ArrayList<>(drawn.motion());
        motions.addAll(motion(spawn.motion(), shapes.size()));
        List<Shape> all = new ArrayList<>(drawn.shapes());
        all.addAll(shapes);
        return new StartPose(poses, motions, all);
    }

    /** Draws nothing for a body at rest, so that worlds without motion draw what boxLCD draws. */
    private List<Double> motion(Motion motion, int bodies) {
        if (motion.equals(Motion.NONE)) {
            return Collections.nCopies(3 * bodies, 0.0);
        }
        List<Double> one = List.of(draws.uniform(motion.x()), draws.uniform(motion.y()), draws.uniform(motion.spin()));
        return Collections.nCopies(bodies, one).stream().flatMap(List::stream).toList();
    }

    private List<Double> pose(Spawn spawn) {
        double x = draws.uniform(spawn.x());
        double y = draws.uniform(spawn.y());
        double sin = draws.uniform(-1, 1);
        double cos = draws.uniform(-1, 1);
        double angle =
                switch (spawn.angle()) {
                    case UPRIGHT -> 0;
                    case UNIFORM -> sin * Math.PI;
                    case SQUARE -> StrictMath.atan2(sin, cos);
                    case BETWEEN ->
                        spawn.angles().low()
                                + (sin + 1)
                                        / 2
                                        * (spawn.angles().high()
                                                - spawn.angles().low());
                };
        return List.of(x, y, angle);
    }

    /** The pose of an object whose first pin is where it was drawn. */
    private static List<Double> pinned(ObjectDefinition object, List<Double> pose) {
        if (object.pins().isEmpty()) {
            return pose;
        }
        double[] back = turned(object.pins().get(0).anchor(), pose.get(2));
        return List.of(pose.get(0) - back[0], pose.get(1) - back[1], pose.get(2));
    }

    /** Root and limbs: each limb hangs with its anchor on its parent's, at its angle against the root. */
    private static List<Double> limbsOf(RobotDefinition robot, List<Double> root) {
        List<Double> pose = new ArrayList<>(root);
        for (int i = 0; i < robot.limbs().size(); i++) {
            JointDefinition joint = robot.limbs().get(i).joint();
            int parent = 3 * robot.parentOf(i);
            double angle = wrapped(root.get(2) + joint.angle());
            double[] hinge = turned(joint.parentAnchor(), pose.get(parent + 2));
            double[] back = turned(joint.childAnchor(), angle);
            pose.add(pose.get(parent) + hinge[0] - back[0]);
            pose.add(pose.get(parent + 1) + hinge[1] - back[1]);
            pose.add(angle);
        }
        return pose;
    }

    private static double[] turned(Point point, double angle) {
        return new Place(0, 0, angle).of(point.x(), point.y());
    }

    /** The same direction in [-π, π]. */
    private static double wrapped(double angle) {
        return StrictMath.IEEEremainder(angle, 2 * Math.PI);
    }
}
