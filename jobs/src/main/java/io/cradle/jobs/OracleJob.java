package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.RolloutTask;
import io.cradle.rollout.world.Truth;
import io.cradle.training.evaluation.Bootstrap;
import io.cradle.training.evaluation.EpisodeScore;
import io.cradle.training.evaluation.EvaluationConfig;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.ModelResult;
import io.cradle.training.evaluation.ModelScore;
import io.cradle.training.evaluation.OracleResult;
import io.cradle.training.evaluation.Scores;
import io.cradle.training.metric.Survival;
import io.cradle.training.model.CopyLast;
import io.cradle.training.model.Recording;
import io.cradle.training.oracle.Filtered;
import io.cradle.training.oracle.Jitter;
import io.cradle.training.oracle.ParticleFilter;
import io.cradle.training.oracle.Restart;
import io.cradle.training.oracle.Verdict;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.api.java.JavaRDD;

/** Asks the true simulator about episodes that models were scored on. In: episodes, scores. Out: bits that nobody can save. */
final class OracleJob {
    private static final int FEWER = 4;

    private final Session session;
    private final Origins origins;
    private final EvaluationConfig config;
    private final int first;

    /** @param first number of the first frame that is scored */
    OracleJob(Session session, Origins origins, EvaluationConfig config, int first) {
        this.session = session;
        this.origins = origins;
        this.config = config;
        this.first = first;
    }

    /** What was found about one episode. */
    private record Answer(Filtered few, Filtered many, List<Survival.Life> lives, double seconds)
            implements Serializable {}

    /** @param episodes some of those that were scored */
    OracleResult run(JavaRDD<Episode> episodes, Scores scores) {
        int particles = config.oracle().particles();
        EvaluationConfig told = config;
        Origins known = origins;
        int from = first;
        List<Answer> answers = session.stage("Ask the simulator", () -> episodes.repartition(
                        Math.max(1, told.oracle().episodes()))
                .map(episode -> answer(episode, known, told, from))
                .collect());
        Verdict verdict = Verdict.of(
                answers.stream().map(Answer::few).toList(),
                answers.stream().map(Answer::many).toList());
        List<Survival.Life> lives =
                answers.stream().flatMap(answer -> answer.lives().stream()).toList();
        OptionalInt median = Survival.median(lives);
        return new OracleResult(
                verdict,
                particles,
                answers.stream().mapToDouble(Answer::seconds).sum(),
                verdict.isOracle() ? explained(answers, scores) : Map.of(),
                new ModelResult.Horizon(
                        median.isPresent() ? Optional.of(median.getAsInt()) : Optional.empty(), lives.size(), (int)
                                lives.stream().filter(Survival.Life::failed).count()));
    }

    private static Answer answer(Episode episode, Origins origins, EvaluationConfig config, int first) {
        long begin = System.nanoTime();
        RolloutTask task = origins.task(episode)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot ask the simulator about episode '%s': neither world nor policy of today made it; leave evaluate.oracle.episodes at 0"
                                .formatted(episode.id())));
        Recording recording = Recording.of(episode);
        EnvironmentFactory simulator = telling(task);
        int particles = config.oracle().particles();
        Filtered few = filtered(simulator, particles / FEWER, recording, first, config.seed());
        Filtered many = filtered(simulator, particles, recording, first, config.seed() + 1);
        return new Answer(few, many, lives(simulator, task, recording, config), (System.nanoTime() - begin) * 1e-9);
    }

    /** The same world, which tells its velocities too. */
    private static EnvironmentFactory telling(RolloutTask task) {
        if (task.world() instanceof PhysicsWorld world) {
            return new PhysicsWorld(world.definition(), List.of(Truth.VELOCITY));
        }
        throw new IllegalArgumentException("Cannot ask the simulator about world '%s': it is a learned one"
                .formatted(task.world().world()));
    }

    private static Filtered filtered(
            EnvironmentFactory simulator, int particles, Recording recording, int first, long seed) {
        try (ParticleFilter filter = new ParticleFilter(simulator, particles, Jitter.SMALL)) {
            return filter.filter(
                    recording, first, seed + recording.episode().id().hashCode());
        }
    }

    private static List<Survival.Life> lives(
            EnvironmentFactory simulator, RolloutTask task, Recording recording, EvaluationConfig config) {
        List<Survival.Life> lives = new ArrayList<>();
        int length = config.prompt() + config.horizon();
        try (Restart restart = new Restart(simulator)) {
            for (int start = 0; start + length <= recording.steps(); start += length) {
                int last = start + config.prompt() - 1;
                lives.add(restart.life(recording, task.start(), last, config.horizon(), config.seed() + start));
            }
        }
        return lives;
    }

    private Map<String, Interval> explained(List<Answer> answers, Scores scores) {
        Map<String, EpisodeScore> byId = new HashMap<>();
        scores.episodes().forEach(score -> byId.put(score.episode(), score));
        List<Double> oracle =
                answers.stream().map(answer -> answer.many().bitsPerFrame()).toList();
        Map<String, List<Double>> bits = new HashMap<>();
        for (Answer answer : answers) {
            for (ModelScore model : byId.get(answer.many().episode()).models()) {
                bits.computeIfAbsent(model.model(), name -> new ArrayList<>()).add(model.bitsPerFrame());
            }
        }
        Bootstrap bootstrap = new Bootstrap(config.resamples(), config.seed());
        Map<String, Interval> explained = new HashMap<>();
        bits.forEach((name, each) -> {
            if (!name.equals(CopyLast.NAME)) {
                OracleResult.explained(bits.get(CopyLast.NAME), each, oracle, bootstrap)
                        .ifPresent(interval -> explained.put(name, interval));
            }
        });
        return explained;
    }
}
