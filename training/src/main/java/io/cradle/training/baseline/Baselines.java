package io.cradle.training.baseline;

import io.cradle.dataset.information.ContextMixer;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.evaluation.OneStep;
import io.cradle.training.model.Floats;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Recording;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Fits all baselines on TRAIN. What is left to choose (how strong a ridge, how many neighbours) is chosen by bits/frame on VAL, or by bits of proprio
 * where there are no frames; where a
 * table has no VAL the middle choice is taken, and the note says so.
 */
public final class Baselines {
    private static final List<Double> RIDGES = List.of(1e-3, 1e-2, 1e-4, 1e-1);
    private static final List<Nearby.Choice> CHOICES = List.of(
            new Nearby.Choice(4, 1), new Nearby.Choice(1, 1), new Nearby.Choice(16, 1), new Nearby.Choice(4, 16));

    /** What they are called, in the order of {@link #fit}. */
    public static final List<String> NAMES = List.of(
            "marginal", "copy-last", "constant-velocity", "ballistic", "linear", "nearest-neighbours", "context-mixer");

    private final List<Recording> train;
    private final List<Recording> held;
    private final TensorSpec frame;
    private final Proprioception proprioception;

    private Baselines(List<Recording> train, List<Recording> held) {
        this.train = train;
        this.held = held;
        this.frame = Recording.binary(train.get(0).episode()).spec();
        this.proprioception = new Proprioception(train);
    }

    /**
     * Fits them, from the one that knows least to the one that knows most.
     *
     * @param train episodes of TRAIN, at least one
     * @param held episodes of VAL, or none
     * @param counts of TRAIN, of which marginal and copy-last are made; may be of more episodes than {@code train}
     */
    public static List<Fitted> fit(List<Recording> train, List<Recording> held, PixelCounts counts) {
        if (train.isEmpty()) {
            throw new IllegalArgumentException("Cannot fit baselines: the TRAIN split of the table is empty");
        }
        return new Baselines(train, held).fitted(counts);
    }

    /** Deviation of each number of proprio from its mean over TRAIN, above 0: the unit of its errors. */
    public static Floats spread(List<Recording> train) {
        return Floats.of(new Proprioception(train).spread());
    }

    private List<Fitted> fitted(PixelCounts counts) {
        return train.get(0).isFramed() ? framed(counts) : felt(counts);
    }

    /** Those that look at proprio: without frames nothing falls, and no moments are alike. */
    private List<Fitted> felt(PixelCounts counts) {
        return List.of(
                marginal(counts),
                copyLast(counts),
                new Projectiles(train, frame, proprioception.continued()).constantVelocity(),
                chosen(new LinearFit(train).all(RIDGES)));
    }

    private Fitted marginal(PixelCounts counts) {
        return new Fitted(
                Simple.atMean(counts.marginal(), proprioception.mean(), proprioception.spread()), counted(counts));
    }

    private Fitted copyLast(PixelCounts counts) {
        return new Fitted(Simple.atLast(counts.copyLast(), proprioception.step()), counted(counts));
    }

    private String counted(PixelCounts counts) {
        return "%,d %s".formatted(counts.frames(), train.get(0).isFramed() ? "frames" : "steps");
    }

    private List<Fitted> framed(PixelCounts counts) {
        List<Fitted> fitted = new ArrayList<>();
        fitted.add(marginal(counts));
        fitted.add(copyLast(counts));
        Projectiles projectiles = new Projectiles(train, frame, proprioception.continued());
        fitted.add(projectiles.constantVelocity());
        fitted.add(chosen(projectiles.ballistic()));
        fitted.add(chosen(new LinearFit(train).all(RIDGES)));
        fitted.add(chosen(new Nearby(train).all(CHOICES)));
        fitted.add(mixer());
        return List.copyOf(fitted);
    }

    private Fitted mixer() {
        ContextMixer mixer = new ContextMixer(frame);
        train.forEach(recording -> mixer.learn(recording.episode().require(Layout.FRAME)));
        return new Fitted(new Context(mixer, proprioception.step()), "%,d episodes".formatted(train.size()));
    }

    private Fitted chosen(List<Fitted> candidates) {
        if (held.isEmpty()) {
            Fitted first = candidates.get(0);
            return new Fitted(first.model(), first.note() + ", not chosen: no VAL");
        }
        ToDoubleFunction<WorldModel> bits = train.get(0).isFramed()
                ? model -> OneStep.bitsPerFrame(model, held, 1)
                : model -> OneStep.proprioBits(model, held, 1);
        double least = Double.POSITIVE_INFINITY;
        Fitted best = null;
        for (Fitted candidate : candidates) {
            double each = bits.applyAsDouble(candidate.model());
            if (best == null || each < least) {
                least = each;
                best = candidate;
            }
        }
        return new Fitted(best.model(), "%s, best of %d on VAL".formatted(best.note(), candidates.size()));
    }
}
