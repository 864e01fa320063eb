package io.cradle.training.dl4j;

import io.cradle.training.model.Floats;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ISchedule;

/** Adam (Kingma, Ba, 2015) on all parameters at once, with gradients clipped by their norm (Pascanu et al., 2013). */
final class FlatAdam {
    /** Moments a parameter has. */
    static final int MOMENTS = 2;

    // Not two views of one array: ND4J takes views of rank 1 for another order, and its Adam then takes longer.
    private final INDArray first;
    private final INDArray second;
    private final ISchedule rate;
    private final double longest;

    /**
     * @param parameters {@code [parameters]}
     * @param rate step size by the step's number, from 0
     * @param longest norm that a gradient is cut down to
     */
    FlatAdam(INDArray parameters, ISchedule rate, double longest) {
        this.first = parameters.like();
        this.second = parameters.like();
        this.rate = rate;
        this.longest = longest;
    }

    /** Changes the parameters; the gradient is lost. */
    void step(INDArray parameters, INDArray gradient, int number) {
        double norm = Math.sqrt(Nd4j.getBlasWrapper().dot(gradient, gradient)); // norm2 is far slower
        if (norm > longest) {
            gradient.muli(longest / norm);
        }
        Nd4j.exec(new org.nd4j.linalg.api.ops.impl.updaters.AdamUpdater(
                gradient,
                second,
                first,
                rate.valueAt(number, 0),
                Adam.DEFAULT_ADAM_BETA1_MEAN_DECAY,
                Adam.DEFAULT_ADAM_BETA2_VAR_DECAY,
                Adam.DEFAULT_ADAM_EPSILON,
                number));
        parameters.subi(gradient);
    }

    /** {@code [2 * parameters]}: first moments, then second ones. */
    Floats moments() {
        return Vectors.floats(first, second);
    }

    /** Sets what {@link #moments} gives; nothing sets them to 0. */
    void restore(Floats moments) {
        if (moments.size() == 0) {
            first.assign(0);
            second.assign(0);
        } else {
            Vectors.set(moments, first, second);
        }
    }
}
