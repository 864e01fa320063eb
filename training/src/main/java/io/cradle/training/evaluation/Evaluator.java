package io.cradle.training.evaluation;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.window.Run;
import io.cradle.training.metric.Forecasts;
import io.cradle.training.metric.Reliability;
import io.cradle.training.metric.Survival;
import io.cradle.training.model.Arbiter;
import io.cradle.training.model.Bounds;
import io.cradle.training.model.Floats;
import io.cradle.training.model.Gaussian;
import io.cradle.training.model.Likelihood;
import io.cradle.training.model.Recording;
import io.cradle.training.model.WorldModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures models on held-out episodes. All models are scored on the same frames of the same episodes.
 *
 * <p><b>Bits/frame, one step ahead.</b> Frame t is predicted from the true frames before it, and costs -Σ log2 p over
 * its pixels. Scored are frames t = c … T-1, where c is the prompt, or the most frames that any of the models needs
 * if that is more.
 *
 * <p><b>IoU at horizon h, open loop.</b> An episode is cut from its start into takes of prompt + horizon frames, none
 * overlapping; what is left at the end isn't used. In each take a model is given the prompt and then predicts from its
 * own frames, cut at p = 0.5, and the true actions. A model that looks at more frames than the prompt has gets the
 * prompt's first frame in their place. IoU is |predicted ∧ true| / |predicted ∨ true|, and 1 where both are empty.
 */
public final class Evaluator {
    private static final int MOST_EPISODES = 64;
    /** Below this IoU, two frames long, a prediction is lost. */
    private static final double LOST = 0.5;

    private final EvaluationConfig config;
    private final List<WorldModel> models;
    private final Optional<Arbiter> arbiter;
    private final Floats spread;

    /**
     * Sets up the ruler.
     *
     * @param models the model that is judged first, baselines after it; names differ
     */
    public Evaluator(EvaluationConfig config, List<WorldModel> models) {
        this(config, models, Optional.empty());
    }

    /** As {@link #Evaluator(EvaluationConfig, List)}, with an arbiter of the same frames and actions. */
    public Evaluator(EvaluationConfig config, List<WorldModel> models, Optional<Arbiter> arbiter) {
        this(config, models, arbiter, Floats.of(new float[0]));
    }

    /**
     * As {@link #Evaluator(EvaluationConfig, List, Optional)}, with the unit of errors of proprio.
     *
     * @param spread deviation of each number of proprio over TRAIN, above 0; empty for ones
     */
    public Evaluator(EvaluationConfig config, List<WorldModel> models, Optional<Arbiter> arbiter, Floats spread) {
        this.spread = spread;
        this.config = config;
        this.models = List.copyOf(models);
        this.arbiter = arbiter;
        List<String> names = models.stream().map(WorldModel::name).toList();
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "Cannot compare models %s: give at least one, no name twice".formatted(names));
        }
        requireBits();
    }

    /** Bounds stand beside exact likelihoods, marked; what has neither can't stand beside either. */
    private void requireBits() {
        Map<Likelihood, List<String>> kinds = models.stream()
                .collect(Collectors.groupingBy(
                        WorldModel::likelihood,
                        TreeMap::new,
                        Collectors.mapping(WorldModel::name, Collectors.toList())));
        if (kinds.size() > 1 && kinds.containsKey(Likelihood.NONE)) {
            throw new IllegalArgumentException(
                    "Cannot compare models with and without likelihoods %s: evaluate those without by themselves"
                            .formatted(kinds));
        }
    }

    /** Number of the first frame that is scored one step ahead. */
    public int firstScored() {
        return models.stream().mapToInt(WorldModel::needs).reduce(config.prompt(), Math::max);
    }

    /** Steps that an episode must have; a shorter one is skipped and counted, and so is one with steps that were not measured. */
    public int stepsNeeded() {
        return Math.max(config.prompt() + config.horizon(), firstScored() + 1);
    }

    /** Scores episodes; many at a time are quicker than one by one. */
    public Scores score(List<Episode> episodes) {
        Scores scores = Scores.NONE;
        for (int from = 0; from < episodes.size(); from += MOST_EPISODES) {
            List<Episode> part = episodes.subList(from, Math.min(episodes.size(), from + MOST_EPISODES));
            scores = scores.merge(scorePart(part));
        }
        return scores;
    }

    private Scores scorePart(List<Episode> episodes) {
        var longEnough = episodes.stream().collect(Collectors.partitioningBy(this::canBeScored));
        List<String> skipped = longEnough.get(false).stream().map(Episode::id).toList();
        List<Recording> recordings =
                longEnough.get(true).stream().map(Recording::of).toList();
        if (recordings.isEmpty()) {
            return new Scores(List.of(), skipped, Map.of());
        }
        models.forEach(model -> Leakage.refuse(model, recordings.get(0), firstScored()));
        Map<String, Gathered> gathered = new HashMap<>();
        List<List<ModelScore>> byModel = models.stream()
                .map(model -> scores(model, recordings, gathered))
                .toList();
        return new Scores(
                IntStream.range(0, recordings.size())
                        .mapToObj(n -> episodeScore(recordings.get(n), n, byModel))
                        .toList(),
                skipped,
                gathered);
    }

    /** Where steps were not measured nobody knows what is right. */
    private boolean canBeScored(Episode episode) {
        return episode.steps() >= stepsNeeded() && Run.isWhole(episode);
    }

    private EpisodeScore episodeScore(Recording recording, int n, List<List<ModelScore>> byModel) {
        return new EpisodeScore(
                recording.episode().id(),
                recording.isFramed() ? recording.pixels() : 0,
                recording.steps() - firstScored(),
                Take.of(recording, config).size(),
                byModel.stream().map(scores -> scores.get(n)).toList());
    }

    private List<ModelScore> scores(WorldModel model, List<Recording> recordings, Map<String, Gathered> gathered) {
        Tally tally = new Tally();
        List<FeltTally> felt = tallies(recordings);
        Cost[][] costs = OneStep.costs(
                model, recordings, firstScored(), Recording::action, (n, t, given, cost, proprio, row) -> {
                    if (recordings.get(n).isFramed()) {
                        tally.ink(given, recordings.get(n).frame(t));
                    }
                    float[] came = recordings.get(n).observation(t).proprio();
                    tally.proprio(proprio, row, came);
                    felt.get(n).add(proprio, row, came);
                });
        List<Take> takes = recordings.stream()
                .flatMap(recording -> Take.of(recording, config).stream())
                .toList();
        List<OpenLoop.Path> cut = OpenLoop.cut(model, takes);
        List<List<OpenLoop.Path>> sampled = IntStream.range(0, recordings.get(0).isFramed() ? config.samples() : 0)
                .mapToObj(s -> OpenLoop.sampled(model, takes, Seeds.child(config.seed(), s), config.temperature()))
                .toList();
        gathered.put(model.name(), gathered(tally, takes, sampled));
        List<FeltTally> misfelt = tallies(recordings);
        double[] misled = misled(model, recordings, misfelt);
        return IntStream.range(0, recordings.size())
                .mapToObj(n -> {
                    Part part = Part.of(recordings.get(n), takes, cut, sampled);
                    FeltScore score = felt(recordings.get(n), felt.get(n), misfelt.get(n));
                    return score(model, costs[n], part, misled[n] - bits(costs[n]), score);
                })
                .toList();
    }

    private static List<FeltTally> tallies(List<Recording> recordings) {
        return recordings.stream()
                .map(recording -> new FeltTally(recording.observation(0).proprio().length))
                .toList();
    }

    private FeltScore felt(Recording recording, FeltTally told, FeltTally misled) {
        return Proprio.of(recording.episode(), spread)
                .map(by -> told.score(by).misled(misled.score(by).error()))
                .orElse(FeltScore.NONE);
    }

    /** Bits/frame of each episode when told the actions of other steps; NaN where there are none. */
    private double[] misled(WorldModel model, List<Recording> recordings, List<FeltTally> felt) {
        if (recordings.get(0).action(0).length == 0) {
            return recordings.stream().mapToDouble(none -> Double.NaN).toArray();
        }
        Cost[][] misled = OneStep.costs(
                model, recordings, firstScored(), Evaluator::another, (n, t, given, cost, proprio, row) -> felt.get(n)
                        .add(proprio, row, recordings.get(n).observation(t).proprio()));
        return Arrays.stream(misled).mapToDouble(Evaluator::bits).toArray();
    }

    private Gathered gathered(Tally tally, List<Take> takes, List<List<OpenLoop.Path>> sampled) {
        return sampled.isEmpty()
                ? new Gathered(tally.reliability, tally.forecasts, List.of(), List.of())
                : new Gathered(
                        tally.reliability,
                        tally.forecasts,
                        Stretches.of(takes, sampled.get(0)),
                        arbiter.map(judge -> Stretches.of(takes, sampled.get(0), judge))
                                .orElse(List.of()));
    }

    /** The action of another step of the same episode: the one half an episode away, so that all are told once. */
    private static float[] another(Recording recording, int t) {
        return recording.action((t + recording.steps() / 2) % recording.steps());
    }

    /** Counts what one model said and what came. */
    private static final class Tally {
        private final Reliability reliability = new Reliability();
        private Forecasts forecasts = Forecasts.NONE;

        void ink(float[] ink, float[] truth) {
            for (int pixel = 0; pixel < ink.length; pixel++) {
                reliability.add(ink[pixel], truth[pixel] > Overlap.THRESHOLD);
            }
        }

        void proprio(Gaussian said, int row, float[] truth) {
            for (int i = 0; i < said.size(); i++) {
                forecasts = forecasts.add(said.mean(row)[i], said.deviation()[i], truth[i]);
            }
        }
    }

    /** One episode's takes and what was predicted of them. */
    private record Part(
            Recording recording, List<Take> takes, List<OpenLoop.Path> cut, List<List<OpenLoop.Path>> sampled) {
        static Part of(
                Recording recording, List<Take> takes, List<OpenLoop.Path> cut, List<List<OpenLoop.Path>> sampled) {
            int[] mine = IntStream.range(0, takes.size())
                    .filter(n -> takes.get(n).recording() == recording)
                    .toArray();
            return new Part(
                    recording,
                    picked(takes, mine),
                    picked(cut, mine),
                    sampled.stream().map(paths -> picked(paths, mine)).toList());
        }

        private static <T> List<T> picked(List<T> all, int[] which) {
            return Arrays.stream(which).mapToObj(all::get).toList();
        }

        /** {@code [takes][horizon]}. */
        Overlap[][] overlaps() {
            return IntStream.range(0, takes.size())
                    .mapToObj(n -> Evaluator.overlaps(takes.get(n), cut.get(n).ink()))
                    .toArray(Overlap[][]::new);
        }
    }

    private static Overlap[] overlaps(Take take, float[][] ink) {
        return IntStream.rangeClosed(1, take.horizon())
                .mapToObj(h -> Overlap.of(ink[h - 1], take.truth(h)))
                .toArray(Overlap[]::new);
    }

    private static double bits(Cost[] costs) {
        return Arrays.stream(costs).mapToDouble(Cost::bits).average().orElseThrow();
    }

    private ModelScore score(WorldModel model, Cost[] costs, Part part, double gap, FeltScore felt) {
        boolean framed = part.recording().isFramed();
        Overlap[][] overlaps = framed ? part.overlaps() : new Overlap[0][];
        Details details = new Details(
                new Curves(part.recording().episode(), spread).of(part.takes(), part.cut(), part.sampled()),
                framed ? gap : Double.NaN,
                Arrays.stream(overlaps).map(Evaluator::life).toList(),
                model.bounds(part.recording(), firstScored()).orElse(Bounds.NONE),
                felt);
        return new ModelScore(
                model.name(),
                model.likelihood(),
                bits(costs),
                IntStream.range(0, framed ? config.horizon() : 0)
                        .mapToObj(h -> Arrays.stream(overlaps)
                                .mapToDouble(take -> take[h].iou())
                                .average()
                                .orElseThrow())
                        .toList(),
                Arrays.stream(costs).mapToLong(Cost::clamped).sum(),
                Arrays.stream(overlaps)
                        .flatMap(Arrays::stream)
                        .filter(Overlap::bothEmpty)
                        .count(),
                details);
    }

    private static Survival.Life life(Overlap[] overlaps) {
        return Survival.life(Arrays.stream(overlaps).mapToDouble(Overlap::iou).toArray(), LOST);
    }

    /** What the judged model makes of the first take of an episode, to look at: the likeliest frames. */
    public Film film(Episode episode) {
        return film(
                episode,
                take -> OpenLoop.cut(models.get(0), List.of(take)).get(0).ink());
    }

    /** The same with frames that are drawn at random, by the seed of the configuration, at a temperature above 0. */
    public Film film(Episode episode, double temperature) {
        return film(episode, take -> OpenLoop.sampled(
                        models.get(0), List.of(take), Seeds.child(config.seed(), 0), temperature)
                .get(0)
                .frames());
    }

    private Film film(Episode episode, Function<Take, float[][]> dream) {
        requireLong(episode);
        WorldModel model = models.get(0);
        Recording recording = Recording.of(episode);
        Tensor truth = Recording.binary(episode).slice(0, config.prompt() + config.horizon());
        Take take = new Take(recording, 0, config.prompt(), config.horizon());
        float[][] ink = dream.apply(take);
        double bits = Arrays.stream(OneStep.costs(model, List.of(recording), firstScored())[0])
                .mapToDouble(Cost::bits)
                .average()
                .orElseThrow();
        return new Film(
                episode.id(),
                model.name(),
                model.likelihood(),
                bits,
                config.prompt(),
                truth,
                Shown.of(truth, ink, config.prompt()));
    }

    /** What the judged model makes of a whole episode, to scrub through. */
    public Exploration explore(Episode episode) {
        requireLong(episode);
        return new Explorer(models.get(0), config, firstScored()).explore(episode);
    }

    /** How fast each model is, by name. */
    public Map<String, Pace> paces(Episode episode) {
        requireLong(episode);
        Recording recording = Recording.of(episode);
        Map<String, Pace> paces = new TreeMap<>();
        models.forEach(model -> paces.put(model.name(), Pace.of(model, recording, config)));
        return paces;
    }

    private void requireLong(Episode episode) {
        if (episode.steps() < stepsNeeded()) {
            throw new IllegalArgumentException(
                    "Cannot use episode '%s': it has %d steps, and evaluate.prompt=%d with evaluate.horizon=%d need %d; lower them, or choose a longer episode"
                            .formatted(
                                    episode.id(), episode.steps(), config.prompt(), config.horizon(), stepsNeeded()));
        }
    }
}
