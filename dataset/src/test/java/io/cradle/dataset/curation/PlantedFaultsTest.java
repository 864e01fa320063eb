package io.cradle.dataset.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Gliders;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scorer;
import io.cradle.dataset.score.Scores;
import io.cradle.dataset.score.Scoring;
import io.cradle.dataset.score.Sketch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Plants faults of each kind among clean episodes, all of which are judged by all stages: how many are found, under the right
 * name, and how many clean ones leave too.
 */
class PlantedFaultsTest {
    private static final Scoring SCORING = new Scoring(0.002, 16, 64);
    private static final List<Stage> STAGES = List.of(
            new Validity(10),
            new Frozen(50),
            new TimeGaps(5),
            new Sensors(30, 0.5),
            new Motion(0.001, 0.4, 0),
            new Contact(0.01, 1),
            new IdleTail(0.5),
            new Coverage(0.2, 0.1));
    private static final int CLEAN = 200;
    private static final List<Scores> SOUND = scores(Gliders::clean, 0, CLEAN);

    static final List<Fault> FAULTS = List.of(
            new Fault("validity", Faults::tooShort, "too short"),
            new Fault("validity", Faults::notANumber, "not a number"),
            new Fault("validity", Faults::outOfRange, "out of range"),
            new Fault("frozen", Faults::frozen, "frozen"),
            new Fault("motion", Faults::creeping, "too little motion"),
            new Fault("motion", Faults::flickering, "too much motion"),
            new Fault("contact", Faults::apart, "too little contact"),
            new Fault("idleTail", Faults::idle, "idle tail"),
            new Fault("coverage", Faults::confined, "few poses"),
            new Fault("coverage", Faults::uniform, "few speeds"),
            new Fault("sensors", Faults::stuck, "stuck sensor"),
            new Fault("sensors", Faults::saturated, "saturated sensor"),
            new Fault("timeGaps", Faults::gap, "time gap"),
            new Fault("timeGaps", Faults::backwards, "time goes back"));

    /** A way to break an episode, and what curation ought to call it. */
    record Fault(String stage, LongFunction<Episode> plant, String reason) {
        @Override
        public String toString() {
            return stage + ", " + reason;
        }
    }

    @ParameterizedTest
    @FieldSource("FAULTS")
    void everyPlantedFaultIsFoundUnderItsNameAndNoCleanEpisodeLeaves(Fault fault) {
        Map<String, Long> found = reasons(scores(fault.plant(), 1000, CLEAN), STAGES, new Population());
        Map<String, Long> wrong = reasons(SOUND, STAGES, new Population());
        say(fault.toString(), found.getOrDefault(fault.reason(), 0L), CLEAN, CLEAN - wrong.getOrDefault("", 0L));
        assertThat(found).isEqualTo(Map.of(fault.reason(), (long) CLEAN));
        assertThat(wrong).isEqualTo(Map.of("", (long) CLEAN));
    }

    @Test
    void outliersAreFoundWhileTheyAreFew() {
        List<Stage> stages = with(new Outliers(List.of(Score.MOTION, Score.TRAVEL), 5));
        List<Scores> wild = scores(Faults::wild, 1000, 40);
        Population population = population(SOUND, wild);
        Map<String, Long> found = reasons(wild, stages, population);
        Map<String, Long> wrong = reasons(SOUND, stages, population);
        say("outliers", found.getOrDefault("outlier", 0L), 40, wrong.getOrDefault("outlier", 0L));
        assertThat(found).isEqualTo(Map.of("outlier", 40L));
        assertThat(wrong).isEqualTo(Map.of("", (long) CLEAN));
    }

    @Test
    void whatIsDullAndWhatIsBeyondBeliefLeaves() {
        Random random = new Random(1);
        List<Scores> sound = surprised(SOUND, () -> 20 + 3 * random.nextDouble());
        List<Scores> dull = surprised(SOUND.subList(0, 100), () -> 2 * random.nextDouble());
        List<Scores> absurd = surprised(SOUND.subList(0, 100), () -> 80 + 9 * random.nextDouble());
        List<Stage> stages = with(new Surprise("", 0.25, 0.75));
        Population population = population(sound, dull, absurd);
        Map<String, Long> found = reasons(dull, stages, population);
        reasons(absurd, stages, population).forEach((reason, count) -> found.merge(reason, count, Long::sum));
        Map<String, Long> wrong = reasons(sound, stages, population);
        long right = found.getOrDefault("little surprise", 0L) + found.getOrDefault("too much surprise", 0L);
        say("surprise", right, 200, CLEAN - wrong.getOrDefault("", 0L));
        // what lies within a thousandth of the very rank may fall on either side of it
        assertThat(found.get("little surprise")).isBetween(99L, 100L);
        assertThat(found.get("too much surprise")).isBetween(99L, 100L);
        assertThat(wrong.getOrDefault("", 0L)).isBetween(CLEAN - 3L, (long) CLEAN);
    }

    @Test
    void copiesUnderAnotherIdAreDuplicates() {
        List<Reading> readings = readings(Gliders::clean, 0, CLEAN, "0");
        readings.addAll(readings(Gliders::clean, 0, CLEAN, "f"));
        readings.sort(Comparator.comparing(Reading::digest).thenComparing(Reading::copy));
        Duplicates sieve = new Duplicates();
        List<Reading> leaving = readings.stream()
                .filter(reading -> sieve.judge(reading.digest()).equals(new Verdict.Drop("duplicate")))
                .toList();
        say("duplicates", planted(leaving), CLEAN, leaving.size() - planted(leaving));
        assertThat(planted(leaving)).isEqualTo(CLEAN);
        assertThat(leaving.size()).isEqualTo(CLEAN);
    }

    @Test
    void copiesWithAFewOtherPixelsAreNearDuplicates() {
        List<Reading> readings = readings(Gliders::clean, 0, CLEAN, "0");
        readings.addAll(readings(Faults::speckled, 0, CLEAN, "f"));
        List<Reading> leaving = Buckets.leaving(readings, new NearDuplicates(0.9), 1);
        say("nearDuplicates", planted(leaving), CLEAN, leaving.size() - planted(leaving));
        assertThat(planted(leaving)).isEqualTo(CLEAN);
        assertThat(leaving.size()).isEqualTo(CLEAN);
    }

    private static long planted(List<Reading> readings) {
        return readings.stream().filter(Reading::planted).count();
    }

    /** Episodes as those see them that look for copies; ids of planted ones begin with f. */
    private static List<Reading> readings(LongFunction<Episode> made, long first, int count, String mark) {
        List<Reading> readings = new ArrayList<>();
        for (long seed = first; seed < first + count; seed++) {
            Episode episode = made.apply(seed);
            Copy copy = new Copy(Split.TRAIN, mark + episode.id().substring(1));
            readings.add(new Reading(copy, ContentHash.of(episode.tensors()), Sketch.of(episode, SCORING)));
        }
        return readings;
    }

    private static List<Stage> with(Stage last) {
        List<Stage> stages = new ArrayList<>(STAGES);
        stages.add(last);
        return stages;
    }

    private static List<Scores> scores(LongFunction<Episode> made, long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(seed -> Scorer.score(made.apply(seed), SCORING))
                .toList();
    }

    private static List<Scores> surprised(List<Scores> scores, DoubleSupplier surprise) {
        return scores.stream()
                .map(each -> each.with(Score.SURPRISE, surprise.getAsDouble()))
                .toList();
    }

    @SafeVarargs
    private static Population population(List<Scores>... parts) {
        Population population = new Population();
        for (List<Scores> part : parts) {
            part.forEach(each -> population.add(each, List.of(Score.MOTION, Score.TRAVEL, Score.SURPRISE)));
        }
        return population;
    }

    private static Map<String, Long> reasons(List<Scores> scores, List<Stage> stages, Population population) {
        Map<String, Long> reasons = new TreeMap<>();
        scores.forEach(
                each -> reasons.merge(Curator.judge(each, stages, population).reason(), 1L, Long::sum));
        return reasons;
    }

    private static void say(String stage, long found, int planted, long falsePositives) {
        System.out.printf("%s: recall %d/%d, false positives %d/%d%n", stage, found, planted, falsePositives, CLEAN);
    }
}
