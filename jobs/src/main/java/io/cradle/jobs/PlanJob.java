package io.cradle.jobs;

import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.jobs.Jobs.PlanArguments;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.CradleConfig;
import io.cradle.jobs.report.PlanningText;
import io.cradle.training.evaluation.Bootstrap;
import io.cradle.training.planning.Attempt;
import io.cradle.training.planning.Contestant;
import io.cradle.training.planning.Knowledge;
import io.cradle.training.planning.PlannerKind;
import io.cradle.training.planning.PlanningConfig;
import io.cradle.training.planning.PlanningResult;
import io.cradle.training.planning.Pursuit;
import io.cradle.training.simulator.DreamFactory;
import io.cradle.training.simulator.Sampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.util.LongAccumulator;

/** Has planners reach goals in the true simulator, planning in it and in learned ones. In: worlds. Out: how it went. */
final class PlanJob {
    private static final String TRUE = "true simulator";

    private final Session session;
    private final Configuration configuration;
    private final EnvironmentFactory truth;
    private final PlanningConfig config;
    private final Sampling sampling;

    /** @param truth the simulator in which all act */
    private PlanJob(Session session, Configuration configuration, EnvironmentFactory truth) {
        this.session = session;
        this.configuration = configuration;
        this.truth = truth;
        this.config = configuration.values().plan();
        this.sampling = configuration.values().dream();
    }

    /** A job that has not begun. */
    static PlanJob of(Session session, JobsFactory.Context context) {
        Configuration configuration = context.configuration();
        CradleConfig config = configuration.values();
        return new PlanJob(session, configuration, Worlds.of(config.rollout(), context.worlds(), config.dream()));
    }

    /** Has all of them try, and writes the files; returns what a user wants to hear. */
    List<String> run(PlanArguments arguments) {
        requireSense();
        List<PlanningResult> results = results(contestants(arguments.checkpoints()));
        PlanningReport report = new PlanningReport(
                truth.world(), Digests.sha256(truth.identity()), CodeVersion.text(), config, results);
        Path out = Path.of(arguments.out()).toAbsolutePath().normalize();
        Output.directory(out, draft -> {
            Output.write(draft.resolve(PlanningReport.FILE), Output.json(report));
            Output.write(draft.resolve(Configuration.FILE), configuration.resolvedYaml());
        });
        return Stream.concat(
                        PlanningText.of(results).stream(), Stream.of("Results: " + out.resolve(PlanningReport.FILE)))
                .toList();
    }

    private void requireSense() {
        if (config.samples() > 1 && sampling.draw() == Sampling.Draw.LIKELIEST) {
            throw new IllegalArgumentException(
                    "Cannot average plan.samples=%d dreams: dream.draw=LIKELIEST makes them alike; set it to SAMPLE, or plan.samples to 1"
                            .formatted(config.samples()));
        }
    }

    /** Who is to try; refused before time is spent if one can't. */
    private List<Contestant> contestants(List<String> checkpoints) {
        List<Contestant> all = new ArrayList<>();
        config.planners().stream()
                .filter(kind -> kind == PlannerKind.RANDOM || config.truth())
                .map(kind -> new Contestant(kind, TRUE, truth, Knowledge.STATE))
                .forEach(all::add);
        checkpoints.stream().flatMap(this::dreaming).forEach(all::add);
        if (checkpoints.isEmpty() && !config.truth() && !config.planners().equals(List.of(PlannerKind.RANDOM))) {
            throw new IllegalArgumentException(
                    "Cannot plan: plan.truth=false leaves out the true simulator, and plan.planners=%s have no checkpoint to plan in; give one"
                            .formatted(config.planners()));
        }
        all.forEach(contestant -> contestant.requireAble(truth));
        return all;
    }

    private Stream<Contestant> dreaming(String checkpoint) {
        EnvironmentFactory dream = DreamFactory.of(Path.of(checkpoint), sampling);
        return config.planners().stream()
                .filter(kind -> kind != PlannerKind.RANDOM)
                .map(kind -> new Contestant(kind, checkpoint, dream, Knowledge.SEEN));
    }

    private List<PlanningResult> results(List<Contestant> contestants) {
        Bootstrap bootstrap = new Bootstrap(config.resamples(), config.seed());
        return contestants.stream()
                .map(each ->
                        PlanningResult.of(each, Digests.sha256(each.world().identity()), attempts(each), bootstrap))
                .toList();
    }

    private List<Pursuit> attempts(Contestant contestant) {
        List<Pursuit> attempts = new ArrayList<>();
        String stage = "%s in %s".formatted(contestant.planner(), contestant.name());
        session.counted(stage, config.episodes(), () -> attempts.addAll(attempts(session, contestant, truth, config)));
        return attempts;
    }

    /** Static, since what it hands to Spark must not hold this job. */
    private static List<Pursuit> attempts(
            Session session, Contestant contestant, EnvironmentFactory truth, PlanningConfig config) {
        LongAccumulator done = session.items();
        int tasks = Math.min(config.partitions(), config.episodes());
        return session.spark()
                .range(0, config.episodes(), 1, tasks)
                .javaRDD()
                .mapPartitions(numbers -> attempts(numbers, contestant, truth, config, done))
                .collect();
    }

    private static Iterator<Pursuit> attempts(
            Iterator<Long> numbers,
            Contestant contestant,
            EnvironmentFactory truth,
            PlanningConfig config,
            LongAccumulator done) {
        List<Pursuit> attempts = new ArrayList<>();
        try (Attempt attempt = new Attempt(contestant, truth, config)) {
            numbers.forEachRemaining(number -> {
                attempts.add(attempt.run(Math.toIntExact(number)));
                done.add(1);
            });
        }
        return attempts.iterator();
    }
}
