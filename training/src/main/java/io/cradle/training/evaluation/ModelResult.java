package io.cradle.training.evaluation;

import io.cradle.training.metric.Calibration;
import io.cradle.training.metric.Likeness;
import io.cradle.training.metric.Spread;
import io.cradle.training.model.CopyLast;
import io.cradle.training.model.Likelihood;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How one model did over all episodes.
 *
 * @param model its name
 * @param likelihood whether its bits are exact, a bound, or none
 * @param bitsPerFrame one step ahead; lower is better
 * @param bitsPerPixel the same, divided by F
 * @param iou open loop at horizons 1 … H; higher is better
 * @param clampedPixels how often a probability was pulled off 0 or 1 before it was charged
 * @param bothEmptyFrames predicted frames that were empty and rightly so: they count as IoU 1
 * @param curves open loop at horizons 1 … H, of those metrics that say something at each of them; over the episodes where they do
 * @param means of the same over all of those horizons: what boxLCD's tables have, at its prompt and horizon
 * @param shuffledActions bits/frame more when told another step's action: a model that listens lies above 0; empty without actions
 * @param horizon when half of all open-loop predictions are lost
 * @param beyond bits/frame − those of each other model whose bits are exact, by its name, paired by episode: above 0 this model is
 *     worse, unless its own are a bound; empty where it has no likelihood
 * @param calibration of p(ink), one step ahead, where it is unsure; empty where it never is
 * @param proprio whether what is said of proprio, one step ahead, is as wide as it is wrong; empty where nothing is said
 * @param latent what is bounded of a latent-variable model, frame and proprio together; empty of others
 * @param likeness of sampled stretches to true ones, by features that were not learnt; empty where there are too few, or no samples
 * @param judgement what an arbiter thinks of the same; empty where none was asked
 * @param felt how well it says proprio, one step ahead; empty where there is none, or it says nothing
 */
public record ModelResult(
        String model,
        Likelihood likelihood,
        Interval bitsPerFrame,
        double bitsPerPixel,
        List<Interval> iou,
        long clampedPixels,
        long bothEmptyFrames,
        Map<Metric, List<Interval>> curves,
        Map<Metric, Interval> means,
        Optional<Interval> shuffledActions,
        Horizon horizon,
        Map<String, Interval> beyond,
        Optional<Calibration> calibration,
        Optional<Spread> proprio,
        Optional<Latent> latent,
        Optional<Likeness> likeness,
        Optional<Judgement> judgement,
        Optional<Felt> felt) {
    public ModelResult {
        iou = List.copyOf(iou);
        curves = ordered(curves);
        means = ordered(means);
        beyond = ordered(beyond);
    }

    /** {@code Map.copyOf} goes through its keys in another order in every process, and so would evaluation.json. */
    private static <K extends Comparable<K>, V> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /** Above 0 the model is worse than doing nothing, unless its bits are a bound; empty where copy-last was not measured. */
    public Optional<Interval> beyondCopyLast() {
        return Optional.ofNullable(beyond.get(CopyLast.NAME));
    }

    /** Whether the whole interval says that it tells proprio worse than copy-last; of few episodes never. */
    public boolean feelsWorseThanCopyLast(int episodes) {
        return episodes >= EvaluationReport.FEWEST_EPISODES
                && felt.map(all -> all.beyond().get(CopyLast.NAME))
                        .filter(Interval::liesAboveZero)
                        .isPresent();
    }

    /**
     * Whether the whole interval says that it is worse than copy-last; a bound never does.
     *
     * @param episodes that it was measured on: few carry no claim
     */
    public boolean losesToCopyLast(int episodes) {
        return likelihood == Likelihood.EXACT
                && episodes >= EvaluationReport.FEWEST_EPISODES
                && beyondCopyLast().isPresent()
                && beyondCopyLast().get().liesAboveZero();
    }

    /**
     * How long open-loop predictions last.
     *
     * @param median steps after which half of them are lost (Kaplan and Meier, 1958); empty where fewer than half ever are
     * @param predictions how many were looked at
     * @param lost how many of them were lost before the end of their take; of the others nobody knows
     */
    public record Horizon(Optional<Integer> median, int predictions, int lost) {}

    /**
     * Means over episodes of {@link FeltScore}.
     *
     * @param error root of the mean square over steps and channels, in deviations of TRAIN; lower is better
     * @param bits a step, of what came in stored numbers: a density, which depends on their unit and may be below 0
     * @param channels root of the mean square error of each, by name and unit
     * @param beyond error − that of each other model, by its name, paired by episode: above 0 this model is worse
     * @param bitsBeyond the same of bits, which no longer depends on the unit
     * @param shuffledActions how much greater the error is when told another step's action; empty without actions
     */
    public record Felt(
            Interval error,
            Interval bits,
            Map<String, Interval> channels,
            Map<String, Interval> beyond,
            Map<String, Interval> bitsBeyond,
            Optional<Interval> shuffledActions) {
        public Felt {
            channels = ordered(channels);
            beyond = ordered(beyond);
            bitsBeyond = ordered(bitsBeyond);
        }
    }

    /**
     * Means over episodes of {@link io.cradle.training.model.Bounds}.
     *
     * @param elbo bits a step, which the truth lies below
     * @param iwae the same, closer
     * @param divergence bits of those of {@code elbo} that its stochastic state tells
     */
    public record Latent(Interval elbo, Interval iwae, Interval divergence) {}
}
