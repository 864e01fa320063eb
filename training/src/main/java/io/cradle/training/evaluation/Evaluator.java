package io.cradle.training.evaluation;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.model.NextFrameModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures models on held-out episodes. All models are scored on the same frames of the same episodes.
 *
 * <p><b>Bits/frame, one step ahead.</b> Frame t is predicted from the true frames before it, and costs -Σ log2 p over
 * its pixels. Scored are frames t = c … T-1, where c is the prompt, or the most frames that any of the models looks at
 * if that is more.
 *
 * <p><b>IoU at horizon h, open loop.</b> An episode is cut from its start into takes of prompt + horizon frames, none
 * overlapping; what is left at the end isn't used. In each take a model is given the prompt and then predicts from its
 * own frames, cut at p = 0.5, and the true actions. A model that looks at more frames than the prompt has gets the
 * prompt's first frame in their place. IoU is |predicted ∧ true| / |predicted ∨ true|, and 1 where both are empty.
 */
public final class Evaluator {
    private static final int MOST_EPISODES = 64;

    private final EvaluationConfig config;
    private final List<NextFrameModel> models;

    /**
     * Sets up the ruler.
     *
     * @param models the model that is judged first, baselines after it; names differ
     */
    public Evaluator(EvaluationConfig config, List<? extends NextFrameModel> models) {
        this.config = config;
        this.models = List.copyOf(models);
        List<String> names = models.stream().map(NextFrameModel::name).toList();
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "Cannot compare models %s: give at least one, no name twice".formatted(names));
        }
    }

    /** Number of the first frame that is scored one step ahead. */
    public int firstScored() {
        return models.stream().mapToInt(NextFrameModel::frames).reduce(config.prompt(), Math::max);
    }

    /** Steps that an episode must have; a shorter one is skipped, and counted. */
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
        var longEnough =
                episodes.stream().collect(Collectors.partitioningBy(episode -> episode.steps() >= stepsNeeded()));
        List<String> skipped = longEnough.get(false).stream().map(Episode::id).toList();
        List<Recording> recordings =
                longEnough.get(true).stream().map(Recording::of).toList();
        if (recordings.isEmpty()) {
            return new Scores(List.of(), skipped);
        }
        List<List<ModelScore>> byModel =
                models.stream().map(model -> scores(model, recordings)).toList();
        return new Scores(
                IntStream.range(0, recordings.size())
                        .mapToObj(n -> episodeScore(recordings.get(n), n, byModel))
                        .toList(),
                skipped);
    }

    private EpisodeScore episodeScore(Recording recording, int n, List<List<ModelScore>> byModel) {
        return new EpisodeScore(
                recording.episode().id(),
                recording.pixels(),
                recording.steps() - firstScored(),
                Take.of(recording, config).size(),
                byModel.stream().map(scores -> scores.get(n)).toList());
    }

    private List<ModelScore> scores(NextFrameModel model, List<Recording> recordings) {
        Cost[][] costs = OneStep.costs(model, recordings, firstScored());
        List<Take> takes = recordings.stream()
                .flatMap(recording -> Take.of(recording, config).stream())
                .toList();
        float[][][] ink = OpenLoop.ink(model, takes);
        return IntStream.range(0, recordings.size())
                .mapToObj(n -> score(model, costs[n], overlaps(recordings.get(n), takes, ink)))
                .toList();
    }

    /** {@code [takes of this recording][horizon]}. */
    private static Overlap[][] overlaps(Recording recording, List<Take> takes, float[][][] ink) {
        return IntStream.range(0, takes.size())
                .filter(n -> takes.get(n).recording() == recording)
                .mapToObj(n -> overlaps(takes.get(n), ink[n]))
                .toArray(Overlap[][]::new);
    }

    private static Overlap[] overlaps(Take take, float[][] ink) {
        return IntStream.rangeClosed(1, take.horizon())
                .mapToObj(h -> Overlap.of(ink[h - 1], take.truth(h)))
                .toArray(Overlap[]::new);
    }

    private ModelScore score(NextFrameModel model, Cost[] costs, Overlap[][] overlaps) {
        return new ModelScore(
                model.name(),
                Arrays.stream(costs).mapToDouble(Cost::bits).average().orElseThrow(),
                IntStream.range(0, config.horizon())
                        .mapToObj(h -> Arrays.stream(overlaps)
                                .mapToDouble(take -> take[h].iou())
                                .average()
                                .orElseThrow())
                        .toList(),
                Arrays.stream(costs).mapToLong(Cost::clamped).sum(),
                Arrays.stream(overlaps)
                        .flatMap(Arrays::stream)
                        .filter(Overlap::bothEmpty)
                        .count());
    }

    /** What the judged model makes of the first take of an episode, to look at. */
    public Film film(Episode episode) {
        if (episode.steps() < stepsNeeded()) {
            throw new IllegalArgumentException("Cannot film episode '%s': it has %d steps, %d are needed"
                    .formatted(episode.id(), episode.steps(), stepsNeeded()));
        }
        NextFrameModel model = models.get(0);
        Recording recording = Recording.of(episode);
        Tensor truth = Recording.binary(episode).slice(0, config.prompt() + config.horizon());
        Take take = new Take(recording, 0, config.prompt(), config.horizon());
        float[][] ink = OpenLoop.ink(model, List.of(take))[0];
        double bits = Arrays.stream(OneStep.costs(model, List.of(recording), firstScored())[0])
                .mapToDouble(Cost::bits)
                .average()
                .orElseThrow();
        return new Film(episode.id(), model.name(), bits, config.prompt(), truth, shown(truth, ink));
    }

    private Tensor shown(Tensor truth, float[][] ink) {
        TensorSpec bits = truth.spec();
        TensorSpec grey = new TensorSpec("ink", Encoding.F32, bits.shape(), List.of(), Scaling.NONE, 0, 1, bits.rate());
        int pixels = bits.elements();
        float[] values = new float[truth.rows() * pixels];
        for (int t = 0; t < truth.rows(); t++) {
            float[] frame = t < config.prompt() ? truth.floats(t) : ink[t - config.prompt()];
            System.arraycopy(frame, 0, values, t * pixels, pixels);
        }
        return Tensor.ofFloats(grey, values);
    }
}
