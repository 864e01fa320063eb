package io.cradle.training.planning;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import java.util.List;

/**
 * Tries to reach goals in the true simulator: plans, executes the first {@code plan.replan} actions, plans again from where that led.
 * Each plan is also judged as a whole, in the planner's world and in the true one. Not thread-safe.
 */
public final class Attempt implements AutoCloseable {
    private static final int START = 0;
    private static final int GOAL = 1;
    private static final int SEARCH = 2;
    private static final int JUDGE = 3;

    private final PlanningConfig config;
    private final Planner planner;
    private final Knowledge knowledge;
    private final Environment world;
    private final Imagination truth;
    private final Imagination imagination;
    private final Imagination judge;

    /**
     * Opens all worlds that it takes.
     *
     * @param contestant who plans, and in what
     * @param world the true simulator
     */
    public Attempt(Contestant contestant, EnvironmentFactory world, PlanningConfig config) {
        this.config = config;
        this.planner = Planner.of(contestant.planner(), config.search());
        this.knowledge = contestant.knowledge();
        int samples = knowledge == Knowledge.SEEN ? config.samples() : 1;
        this.world = world.open(1);
        this.truth = new Imagination(world, Knowledge.STATE, 1, 1);
        this.imagination =
                new Imagination(contestant.world(), knowledge, config.search().candidates(), samples);
        this.judge = new Imagination(contestant.world(), knowledge, 1, samples);
    }

    /** An episode that is under way. */
    private static final class Course {
        private final Goal goal;
        private final Seen seen;
        private final Tally tally;
        private Plan plan;
        private int plans;
        private double promised;
        private double kept;

        private Course(Goal goal, Seen seen, Plan plan) {
            this.goal = goal;
            this.seen = seen;
            this.tally = new Tally(goal, 1);
            this.plan = plan;
        }

        private double distance() {
            return goal.distance(seen.now(), 0);
        }
    }

    /** The attempt of this number: a pure function of it and of what the attempt was made of, but for the seconds. */
    public Pursuit run(int episode) {
        long begin = System.nanoTime();
        long seed = Seeds.child(config.seed(), episode);
        Course course = begin(seed);
        double beginning = course.distance();
        int step = 0;
        for (; step < config.steps() && !course.tally.isDone(); step++) {
            if (step % config.replan() == 0) {
                replan(course, step, seed);
            }
            execute(course, course.plan.action(step % config.replan()));
        }
        return new Pursuit(
                episode,
                course.tally.isDone(),
                step,
                beginning,
                course.distance(),
                course.tally.sum(0),
                course.plans,
                course.promised / course.plans,
                course.kept / course.plans,
                (System.nanoTime() - begin) * 1e-9);
    }

    private Course begin(long seed) {
        List<Tensor> aim = world.reset(List.of(new Start.Seed(Seeds.child(seed, GOAL))));
        Goal goal = config.goal().of(aim, config.threshold());
        List<Tensor> first = world.reset(List.of(new Start.Seed(Seeds.child(seed, START))));
        return new Course(goal, new Seen(world.action(), first), Plan.idle(config.horizon(), world.action()));
    }

    private void replan(Course course, int step, long seed) {
        Snapshot here = world.snapshot().get(0);
        Outlook outlook = outlook(course, here);
        Plan guess = step == 0 ? course.plan : course.plan.after(config.replan());
        course.plan = planner.plan(
                imagination.scene(outlook, course.goal), guess, Seeds.child(Seeds.child(seed, SEARCH), step));
        List<Plan> chosen = List.of(course.plan);
        long judging = Seeds.child(Seeds.child(seed, JUDGE), step);
        course.promised += judge.scene(outlook, course.goal).returns(chosen, judging)[0];
        course.kept += truth.scene(Outlook.at(here), course.goal).returns(chosen, judging)[0];
        course.plans++;
    }

    private Outlook outlook(Course course, Snapshot here) {
        return knowledge == Knowledge.STATE
                ? Outlook.at(here)
                : course.seen.outlook(imagination.observations(), imagination.promptSteps());
    }

    private void execute(Course course, float[] action) {
        Tensor acting = Tensor.ofFloats(world.action(), action);
        List<Tensor> then = world.step(acting);
        course.seen.add(acting, then);
        course.tally.add(then);
    }

    @Override
    public void close() {
        world.close();
        truth.close();
        imagination.close();
        judge.close();
    }
}
