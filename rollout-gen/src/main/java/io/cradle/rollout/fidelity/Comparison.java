package io.cradle.rollout.fidelity;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.rollout.world.WorldDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs a world beside its reference. */
final class Comparison {
    /** Share of the world's width, or of π for angles, by which a body may be off. */
    private static final double TOLERANCE = 0.01;

    private final WorldDefinition world;
    private final Reference reference;
    private final Moments ours = new Moments();
    private final Moments theirs = new Moments();
    private final List<Integer> divergence = new ArrayList<>();
    private int differingFrames;

    Comparison(WorldDefinition world, Reference reference) {
        this.world = world;
        this.reference = reference;
        requireSame("bodies", world.bodies(), reference.bodies());
        requireSame("pixels", List.of(world.lcd().height(), world.lcd().width()), reference.frame());
    }

    private void requireSame(String what, List<?> here, List<?> there) {
        if (!here.equals(there)) {
            throw new CorruptDataException(
                    reference.path(),
                    "it has the %s %s, world '%s' has %s; give a reference of this world"
                            .formatted(what, there, world.name(), here));
        }
    }

    Agreement run() {
        for (int rollout = 0; rollout < reference.rollouts(); rollout++) {
            WorldDefinition shaped = Shaped.as(world, reference, rollout);
            try (Simulation simulation = new Simulation(shaped)) {
                requireMotors(simulation);
                divergence.add(roll(simulation, rollout));
                draw(simulation, rollout);
            }
        }
        return new Agreement(
                world.name(),
                reference.steps(),
                divergence,
                reference.rollouts() * reference.steps(),
                differingFrames,
                new Means(ours.pixelsOn(), theirs.pixelsOn()),
                new Means(ours.changedPixels(), theirs.changedPixels()),
                new Means(ours.contacts(), theirs.contacts()),
                new Means(ours.energy(), theirs.energy()));
    }

    private void requireMotors(Simulation simulation) {
        if (simulation.motors() != reference.motors()) {
            throw new CorruptDataException(
                    reference.path(),
                    "it has %d actions a step, world '%s' has %d motors; give a reference of this world"
                            .formatted(reference.motors(), world.name(), simulation.motors()));
        }
    }

    private int roll(Simulation simulation, int rollout) {
        ours.nextRollout();
        theirs.nextRollout();
        simulation.reset(reference.start(rollout));
        int agreed = reference.steps();
        for (int t = 0; t < reference.steps(); t++) {
            simulation.step(reference, rollout, t);
            ours.add(simulation.ink(), simulation.contacts(), simulation.energy());
            theirs.add(ink(rollout, t), reference.contacts(rollout, t), energy(simulation, rollout, t));
            agreed = error(simulation, rollout, t) > TOLERANCE ? Math.min(agreed, t + 1) : agreed;
        }
        return agreed;
    }

    private boolean[] ink(int rollout, int t) {
        boolean[] ink = new boolean[world.lcd().height() * world.lcd().width()];
        for (int i = 0; i < ink.length; i++) {
            ink[i] = reference.ink(rollout, t, i);
        }
        return ink;
    }

    private double energy(Simulation simulation, int rollout, int t) {
        double energy = 0;
        for (int body = 0; body < reference.bodies().size(); body++) {
            energy += simulation
                    .mass(body)
                    .energy(
                            reference.state(rollout, t, body, 3),
                            reference.state(rollout, t, body, 4),
                            reference.state(rollout, t, body, 5));
        }
        return energy;
    }

    /** Of the body that is most off. */
    private double error(Simulation simulation, int rollout, int t) {
        double most = 0;
        for (int body = 0; body < reference.bodies().size(); body++) {
            double dx = simulation.x(body) - reference.state(rollout, t, body, 0);
            double dy = simulation.y(body) - reference.state(rollout, t, body, 1);
            double turned =
                    Math.IEEEremainder(simulation.angle(body) - reference.state(rollout, t, body, 2), 2 * Math.PI);
            double moved = Math.max(Math.abs(dx), Math.abs(dy)) / world.width();
            most = Math.max(most, Math.max(moved, Math.abs(turned) / Math.PI));
        }
        return most;
    }

    private void draw(Simulation simulation, int rollout) {
        for (int t = 0; t < reference.steps(); t++) {
            simulation.reset(reference.pose(rollout, t));
            differingFrames += Arrays.equals(simulation.ink(), ink(rollout, t)) ? 0 : 1;
        }
    }
}
