package io.cradle.training.evaluation;

import io.cradle.dataset.spec.Ordered;
import io.cradle.training.metric.Survival;
import io.cradle.training.model.Bounds;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What else is known of one model on one episode.
 *
 * @param curves open loop at horizons 1 … H, each a mean over the episode's takes; NaN where none of them says anything
 * @param shuffledActions bits/frame more, one step ahead, when each step is told the action of another step; 0 where a model doesn't
 *     listen, NaN where there are no actions
 * @param lives how long each take's open-loop prediction lasted
 * @param bounds on the bits of what was scored one step ahead; {@link Bounds#NONE} of models that have none
 * @param felt how well it said proprio, one step ahead
 */
public record Details(
        Map<Metric, List<Double>> curves,
        double shuffledActions,
        List<Survival.Life> lives,
        Bounds bounds,
        FeltScore felt)
        implements Serializable {
    /** Of a model of which nothing else is known. */
    public static final Details NONE = new Details(Map.of(), Double.NaN, List.of(), Bounds.NONE, FeltScore.NONE);

    public Details {
        curves = Ordered.copyOf(curves);
        lives = List.copyOf(lives);
    }
}
