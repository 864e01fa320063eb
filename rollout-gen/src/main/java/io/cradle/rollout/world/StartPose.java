package io.cradle.rollout.world;

import io.cradle.dataset.spec.Start;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where all bodies begin, at rest.
 *
 * @param pose {@code [3 * bodies]}: x m, y m, angle rad for each body in order of creation
 * @param shapes one for each body
 */
public record StartPose(List<Double> pose, List<Shape> shapes) implements Serializable {
    public StartPose {
        pose = List.copyOf(pose);
        shapes = List.copyOf(shapes);
        if (pose.size() != 3 * shapes.size() || !pose.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Invalid pose %s: must be x, y and angle, finite, for each of %d bodies"
                    .formatted(pose, shapes.size()));
        }
    }

    /**
     * Drawn as boxLCD does: for each robot x, y and the two numbers of the angle; then for each object its shape, x, y
     * and the two numbers of the angle. Nothing keeps bodies from overlapping: the solver pushes them apart.
     */
    public static StartPose draw(WorldDefinition world, long seed) {
        Draws draws = new Draws(seed);
        List<Double> pose = new ArrayList<>();
        List<Shape> shapes = new ArrayList<>();
        for (RobotDefinition robot : world.robots()) {
            robot.parts().forEach(part -> shapes.add(part.shape()));
            pose.addAll(limbsOf(robot, drawn(robot.spawn(), draws)));
        }
        for (ObjectDefinition object : world.objects()) {
            shapes.add(object.shapes().get(draws.below(object.shapes().size())));
            pose.addAll(drawn(object.spawn(), draws));
        }
        return new StartPose(pose, shapes);
    }

    /** A given pose; the seed only draws the shapes that the world leaves open. */
    public static StartPose at(WorldDefinition world, Start.Pose start) {
        return new StartPose(start.pose(), draw(world, start.seed()).shapes());
    }

    private static List<Double> drawn(Spawn spawn, Draws draws) {
        double x = draws.uniform(spawn.x());
        double y = draws.uniform(spawn.y());
        double sin = draws.uniform(-1, 1);
        double cos = draws.uniform(-1, 1);
        double angle =
                switch (spawn.angle()) {
                    case UPRIGHT -> 0;
                    case UNIFORM -> sin * Math.PI;
                    case SQUARE -> StrictMath.atan2(sin, cos);
                };
        return List.of(x, y, angle);
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
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return new double[] {cos * point.x() - sin * point.y(), sin * point.x() + cos * point.y()};
    }

    /** The same direction in [-π, π]. */
    private static double wrapped(double angle) {
        return StrictMath.IEEEremainder(angle, 2 * Math.PI);
    }
}
