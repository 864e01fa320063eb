package io.cradle.jobs.decide;

import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import io.cradle.dataset.score.Sketch;
import io.cradle.dataset.spec.Seeds;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Candidates that nobody recorded, each a function of seed and index: most are sound and strangers to each other, some are
 * short, frozen or wild, some have the content of another one, and families have nearly the same sketch.
 */
public final class Crowd {
    private static final Split[] SPLITS = {Split.TRAIN, Split.TRAIN, Split.TRAIN, Split.VAL, Split.TEST};

    private Crowd() {}

    /** Candidates of one seed. */
    public static List<Candidate> of(long seed, int count) {
        return LongStream.range(0, count).mapToObj(index -> one(seed, index)).toList();
    }

    /** One of them; families and copies are of neighbouring indices. */
    public static Candidate one(long seed, long index) {
        Random random = new Random(Seeds.child(seed, index));
        String digest = "content " + (index % 20 == 13 ? index - 1 : index);
        int steps = index % 50 == 21 ? 5 : 50;
        Split split = SPLITS[random.nextInt(SPLITS.length)];
        Candidate plain = candidate(Seeds.child(seed, index), split, steps, digest, Seeds.child(seed, family(index)));
        Map<Score, Double> scores = new EnumMap<>(plain.scores().asMap());
        scores.put(Score.STILL_STEPS, index % 50 == 31 ? 50.0 : 1.0);
        scores.put(Score.MOTION, index % 100 == 41 ? 0.4 : 0.02 + 0.01 * random.nextDouble());
        scores.put(Score.TRAVEL, 0.1 + 0.1 * random.nextDouble());
        scores.put(Score.IDLE_TAIL, (double) random.nextInt(10));
        scores.put(Score.CONTACT, random.nextDouble() * random.nextDouble());
        scores.put(Score.CONTACT_EVENTS, 1.0 + random.nextInt(10));
        scores.put(Score.POSES, 0.3 + 0.5 * random.nextDouble());
        scores.put(Score.SPEEDS, 0.2 + 0.3 * random.nextDouble());
        scores.put(Score.STUCK_STEPS, (double) random.nextInt(5));
        scores.put(Score.SATURATED, 0.2 * random.nextDouble());
        scores.put(Score.LONGEST_GAP, 1 + random.nextDouble());
        scores.put(Score.BACKWARDS, 0.0);
        scores.put(Score.SURPRISE, 20 + random.nextGaussian());
        return new Candidate(
                plain.episode(),
                split,
                "World " + random.nextInt(2),
                "rollout",
                "uniform",
                plain.digests(),
                1,
                Scores.of(scores),
                plain.sketch());
    }

    /** Which ones are nearly alike: one in ten is like the one before. */
    static long family(long index) {
        return index % 10 == 9 ? index - 1 : index;
    }

    /** A sound candidate but for its length. */
    static Candidate candidate(long id, Split split, int steps, String digest, long family) {
        Scores scores = Scores.of(Map.of(
                Score.STEPS, (double) steps,
                Score.NON_FINITE, 0.0,
                Score.OUT_OF_RANGE, 0.0,
                Score.STILL_STEPS, 1.0,
                Score.MOTION, 0.02));
        return new Candidate(
                "%016x%016x".formatted(Seeds.child(id, 1), Seeds.child(id, 2)),
                split,
                "World 0",
                "rollout",
                "uniform",
                List.of(digest),
                1,
                scores,
                sketch(family, id));
    }

    /** 128 random slots of a family; three of them are a member's own. */
    private static Sketch sketch(long family, long member) {
        byte[] bytes = new byte[Sketch.SLOTS * Short.BYTES];
        new Random(family).nextBytes(bytes);
        Random own = new Random(member);
        for (int i = 0; i < 3; i++) {
            bytes[2 * own.nextInt(Sketch.SLOTS)] ^= (byte) (1 + own.nextInt(255));
        }
        return Sketch.ofBytes(bytes);
    }
}
