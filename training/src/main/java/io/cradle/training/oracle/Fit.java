package io.cradle.training.oracle;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;

/**
 * How well what particles show fits what came, up to pixels that are flipped with probability {@value #FLIP}.
 *
 * @param frame which of the observations it is
 */
record Fit(int frame) {
    private static final double FLIP = 1e-3;

    /** Of an environment that shows frames. */
    static Fit of(List<TensorSpec> observations) {
        for (int i = 0; i < observations.size(); i++) {
            if (observations.get(i).name().equals(Layout.FRAME)) {
                return new Fit(i);
            }
        }
        throw new IllegalArgumentException("Cannot ask this world for an oracle: it shows no frames");
    }

    /**
     * {@code [N]} log-probability of a frame given each particle's, base e.
     *
     * @param came packed as a frame of the observations
     */
    double[] likelihoods(List<Tensor> observed, byte[] came) {
        Tensor frames = observed.get(frame);
        byte[] bytes = frames.bytes();
        int pixels = frames.spec().elements();
        double[] likelihoods = new double[frames.rows()];
        for (int n = 0; n < likelihoods.length; n++) {
            int wrong = 0;
            for (int i = 0; i < came.length; i++) {
                wrong += Integer.bitCount((bytes[n * came.length + i] ^ came[i]) & 0xff);
            }
            likelihoods[n] = wrong * Math.log(FLIP) + (pixels - wrong) * Math.log1p(-FLIP);
        }
        return likelihoods;
    }
}
