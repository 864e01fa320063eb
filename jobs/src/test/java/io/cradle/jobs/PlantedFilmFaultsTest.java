package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.ingest.assembly.Survey;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.assembly.TakeSource;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.take.Track;
import io.cradle.ingest.video.VideoFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that are planted into films of moving urchins are found where they were planted. */
class PlantedFilmFaultsTest {
    private static final int EPISODES = 20;
    private static final int A_FILM = 3;
    /** Another one than thresholds were chosen on, which was 17. */
    private static final int SEED = 4711;

    private static final int APART = 20;
    private static final double RECALL = 0.95;
    /** Pictures that a camera hangs for. */
    private static final int HELD = 45;
    /** Reasons, and how many of the sound films may be told of each; docs/export.md says why it isn't none. */
    private static final Map<String, Integer> WRONGLY = new TreeMap<>(Map.of(
            "picture missing", 0,
            "picture repeated", 16,
            "film shifted", 0,
            "cut", 0,
            "clock drift", 0,
            "frozen", 0,
            "black", 0,
            "polarity flips", 0,
            "mostly ink", 0,
            "film cut short", 0));

    private static final Pattern PLACES = Pattern.compile("\\[([0-9, ]+)");

    @TempDir
    Path directory;

    private List<Episode> rollouts;

    @BeforeEach
    void rolloutsOfUrchins() {
        rollouts = Renderings.rollouts("urchin", EPISODES, SEED);
    }

    /** One take, as a format of its own. */
    private record Single(Take take) implements TakeFormat {
        @Override
        public String name() {
            return "planted 1";
        }

        @Override
        public List<Recording> recordings() {
            return List.of(new Recording(take.file(), 1));
        }

        @Override
        public Stream<Take> takes(Recording recording, Findings findings) {
            return Stream.of(take);
        }
    }

    private static List<Finding> findings(Take take) {
        Single format = new Single(take);
        Recording recording = format.recordings().get(0);
        Survey survey = TakeSource.survey(format, TakeConfig.RECORDED, recording, Findings.STRICT);
        List<Finding> findings = new ArrayList<>();
        assertThat(TakeSource.of(format, TakeConfig.RECORDED, survey).read(recording, findings::add))
                .hasSize(1);
        return findings;
    }

    /**
     * A take of an episode.
     *
     * @param film of it
     * @param shift steps that numbers are early
     * @param pace what stamps of numbers are stretched by
     */
    private static Take take(Episode episode, Path film, int shift, double pace) {
        double rate = episode.layout().require(Layout.FRAME).rate();
        return new Take(
                film.toString(),
                "planted",
                episode.id(),
                0,
                List.of(
                        track(episode.require(Layout.PROPRIO), Role.PROPRIO, shift, pace * 1e9 / rate),
                        track(episode.require(Layout.ACTION), Role.ACTION, shift, pace * 1e9 / rate)),
                List.of(VideoFile.whole("film", film)),
                rate,
                Optional.empty());
    }

    private static Track track(Tensor tensor, Role role, int shift, double period) {
        List<String> names = IntStream.range(0, tensor.spec().elements())
                .mapToObj(i -> tensor.spec().name() + i)
                .toList();
        Track.Builder track = Track.named(tensor.spec().name(), role, names);
        for (int t = 0; t < tensor.rows(); t++) {
            int row = Math.max(0, Math.min(tensor.rows() - 1, t + shift));
            track.add(Math.round(t * period), tensor.floats(row));
        }
        return track.build();
    }

    private Path film(int number, String kind, int[] order) {
        Tensor frames = frames(number);
        Tensor other = frames((number + 1) % EPISODES);
        return Renderings.film(directory.resolve("%s-%d.mp4".formatted(kind, number)), frames, other, order);
    }

    private Tensor frames(int number) {
        return rollouts.get(number).require(Layout.FRAME);
    }

    /** Steps far from each other that suit. */
    private static Set<Integer> places(int steps, Random random, IntPredicate suits) {
        Set<Integer> places = new HashSet<>();
        for (int tries = 0; places.size() < A_FILM && tries < 1000; tries++) {
            int place = 10 + random.nextInt(steps - 20);
            if (suits.test(place) && places.stream().allMatch(other -> Math.abs(other - place) >= APART)) {
                places.add(place);
            }
        }
        return places;
    }

    /** Where a finding of this reason says that faults are. */
    private static Set<Integer> told(List<Finding> findings, String reason) {
        Set<Integer> told = new HashSet<>();
        for (Finding finding : findings) {
            Matcher places = PLACES.matcher(finding.detail());
            if (finding.reason().equals(reason) && places.find()) {
                Arrays.stream(places.group(1).split(","))
                        .map(String::strip)
                        .filter(place -> !place.isEmpty())
                        .forEach(place -> told.add(Integer.parseInt(place)));
            }
        }
        return told;
    }

    /** Counts what was planted and what was found. */
    private static final class Tally {
        private final String reason;
        private int planted;
        private int found;
        private int others;

        Tally(String reason) {
            this.reason = reason;
        }

        void add(Set<Integer> places, Set<Integer> told) {
            planted += places.size();
            found += (int) places.stream().filter(told::contains).count();
            others +=
                    (int) told.stream().filter(place -> !places.contains(place)).count();
        }

        void add(boolean told) {
            planted++;
            found += told ? 1 : 0;
        }

        /** @param most that may be told where nothing was planted, as docs/export.md has it */
        void require(int most) {
            print();
            assertThat(planted).as(reason).isGreaterThanOrEqualTo(40);
            assertThat((double) found / planted).as(reason).isGreaterThanOrEqualTo(RECALL);
            assertThat(others).as("others told as %s", reason).isLessThanOrEqualTo(most);
        }

        void print() {
            System.out.printf("%s: %d of %d found, %d others told%n", reason, found, planted, others);
        }
    }

    @Test
    void picturesThatWereDroppedAreMissed() {
        Tally tally = new Tally("picture missing");
        Random random = new Random(1);
        for (int number = 0; number < EPISODES; number++) {
            int[] order = Renderings.inOrder(frames(number));
            Set<Integer> places = places(order.length, random, place -> true);
            places.forEach(place -> order[place] = -1);
            Take take = take(rollouts.get(number), film(number, "dropped", order), 0, 1);
            tally.add(places, told(findings(take), "picture missing"));
        }
        tally.require(0);
    }

    @Test
    void picturesThatWereDoubledAreTold() {
        Tally tally = new Tally("picture repeated");
        Random random = new Random(2);
        for (int number = 0; number < EPISODES; number++) {
            Tensor frames = frames(number);
            int[] order = Renderings.inOrder(frames);
            Set<Integer> places = places(order.length, random, place -> moves(frames, place));
            places.forEach(place -> order[place] = place - 1);
            Take take = take(rollouts.get(number), film(number, "doubled", order), 0, 1);
            tally.add(places, told(findings(take), "picture repeated"));
        }
        tally.require(28);
    }

    /** Whether frames around a step all differ from the one before. */
    private static boolean moves(Tensor frames, int step) {
        return IntStream.rangeClosed(step - 3, step + 3)
                .noneMatch(t -> Arrays.equals(frames.floats(t), frames.floats(t - 1)));
    }

    @Test
    void otherShotsAreCuts() {
        Tally tally = new Tally("cut");
        Random random = new Random(3);
        for (int number = 0; number < EPISODES; number++) {
            Tensor frames = frames(number);
            int[] order = Renderings.inOrder(frames);
            Set<Integer> places = places(order.length, random, place -> true);
            for (int t = 0; t < order.length; t++) {
                int shot = t;
                if (places.stream().filter(place -> place <= shot).count() % 2 == 1) {
                    order[t] = frames.rows() + t;
                }
            }
            Take take = take(rollouts.get(number), film(number, "cut", order), 0, 1);
            tally.add(places, told(findings(take), "cut"));
        }
        tally.require(0);
    }

    @Test
    void filmsThatAreShiftedAndClocksThatDriftAreToldAndSoundTakesAreNot() {
        Tally shifted = new Tally("film shifted");
        Tally drifting = new Tally("clock drift");
        Map<String, Integer> wrongly = new TreeMap<>();
        for (int number = 0; number < EPISODES; number++) {
            Path film = film(number, "sound", Renderings.inOrder(frames(number)));
            Episode episode = rollouts.get(number);
            for (int side : new int[] {-1, 1}) {
                shifted.add(says(take(episode, film, 5 * side, 1), "film shifted"));
                drifting.add(says(take(episode, film, 0, 1 + 0.01 * side), "clock drift"));
            }
            findings(take(episode, film, 0, 1)).stream()
                    .map(Finding::reason)
                    .distinct()
                    .forEach(reason -> wrongly.merge(reason, 1, Integer::sum));
        }
        System.out.printf("of %d sound takes so many are told: %s%n", EPISODES, wrongly);
        shifted.require(0);
        drifting.require(0);
        assertThat(WRONGLY.keySet()).containsAll(wrongly.keySet());
        wrongly.forEach((reason, told) -> assertThat(told).as(reason).isLessThanOrEqualTo(WRONGLY.get(reason)));
    }

    /**
     * Whoever drops pictures while recording often gives those that are left the stamps of an unbroken film. Where they were dropped isn't found;
     * that the film ends before the numbers do is, and now and then that it lags.
     */
    @Test
    void picturesThatWereDroppedAndTheRestStampedAnewAreOnlyMissedAtTheEnd() {
        Tally tally = new Tally("dropped, stamps laid anew");
        int shifted = 0;
        Random random = new Random(1);
        for (int number = 0; number < EPISODES; number++) {
            int[] order = Renderings.inOrder(frames(number));
            Set<Integer> places = places(order.length, random, place -> true);
            int[] left = Arrays.stream(order).filter(t -> !places.contains(t)).toArray();
            List<Finding> findings = findings(take(rollouts.get(number), film(number, "anew", left), 0, 1));
            Set<Integer> told = new HashSet<>();
            findings.forEach(finding -> told.addAll(told(List.of(finding), finding.reason())));
            tally.add(places, told);
            assertThat(findings)
                    .extracting(Finding::reason)
                    .isSubsetOf("picture missing", "picture repeated", "film shifted");
            shifted += says(findings, "film shifted") ? 1 : 0;
            assertThat(told(findings, "picture missing"))
                    .as("film %d", number)
                    .isEqualTo(
                            IntStream.range(left.length, order.length).boxed().collect(Collectors.toSet()));
        }
        tally.print();
        System.out.printf("dropped, stamps laid anew: %d of %d films told as shifted%n", shifted, EPISODES);
    }

    /** Pictures of a room with rough walls, for of flat ones a key frame comes out as the picture before it. */
    @Test
    void aCameraThatHangsIsFrozen() {
        Tally tally = new Tally("frozen");
        Random random = new Random(4);
        int wrongly = 0;
        for (int number = 0; number < EPISODES; number++) {
            int[] order = Renderings.inOrder(frames(number));
            wrongly += says(take(rollouts.get(number), lit(number, "lit", order), 0, 1), "frozen") ? 1 : 0;
            int from = 5 + random.nextInt(order.length - HELD - 10);
            Arrays.fill(order, from, from + HELD, order[from]);
            Set<Integer> places = IntStream.range(from + 1, from + HELD).boxed().collect(Collectors.toSet());
            tally.add(places, told(findings(take(rollouts.get(number), lit(number, "held", order), 0, 1)), "frozen"));
        }
        System.out.printf("frozen: %d of %d sound takes in the lit room told%n", wrongly, EPISODES);
        tally.require(EPISODES);
        assertThat(wrongly).isZero();
    }

    private Path lit(int number, String kind, int[] order) {
        return Renderings.lit(directory.resolve("%s-%d.mp4".formatted(kind, number)), frames(number), order);
    }

    private static boolean says(Take take, String reason) {
        return says(findings(take), reason);
    }

    private static boolean says(List<Finding> findings, String reason) {
        return findings.stream().anyMatch(finding -> finding.reason().equals(reason));
    }
}
