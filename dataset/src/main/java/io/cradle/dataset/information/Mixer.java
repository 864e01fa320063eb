package io.cradle.dataset.information;

import java.util.Arrays;
import java.util.List;

/**
 * Mixes the opinions of several models in the logistic domain and learns whom to trust: p = squash(Σ w_i stretch(p_i)), and
 * after each pixel w_i grows by rate · error · stretch(p_i) (Mahoney, "Adaptive weighing of context models for lossless data
 * compression", 2005, section 3.2: gradient descent on code length). Weights are kept apart by what stood in the same place in the
 * two frames before.
 */
final class Mixer implements PixelModel {
    private static final double RATE = 0.002;
    private static final double LEAST = 1e-7;
    private static final Template PLACE = Template.NONE.with(1, 0, 0, 0).with(2, 0, 0, 0);

    private final List<PixelModel> models;
    private final Context place;
    private final double[][] weights; // [context of the place][model]
    private final double[] opinions;
    private double[] chosen;
    private double mixed;

    /** A mixer that trusts all models alike. */
    Mixer(List<? extends PixelModel> models, Raster raster) {
        this.models = List.copyOf(models);
        this.place = new Context(PLACE, raster);
        this.weights = new double[PLACE.contexts()][models.size()];
        this.opinions = new double[models.size()];
        for (double[] each : weights) {
            Arrays.fill(each, 1.0 / models.size());
        }
    }

    private Mixer(Mixer shared) {
        models = shared.models.stream().map(PixelModel::view).toList();
        place = shared.place;
        weights = shared.weights;
        opinions = new double[models.size()];
    }

    @Override
    public PixelModel view() {
        return new Mixer(this);
    }

    @Override
    public double ink(Scene scene, int at) {
        chosen = weights[place.of(scene, at)];
        double sum = 0;
        for (int i = 0; i < opinions.length; i++) {
            double p = models.get(i).ink(scene, at);
            opinions[i] = StrictMath.log(p / (1 - p));
            sum += chosen[i] * opinions[i];
        }
        double p = 1 / (1 + StrictMath.exp(-sum));
        mixed = Math.min(1 - LEAST, Math.max(LEAST, p));
        return mixed;
    }

    @Override
    public void learn(boolean ink) {
        double error = (ink ? 1 : 0) - mixed;
        for (int i = 0; i < opinions.length; i++) {
            chosen[i] += RATE * error * opinions[i];
            models.get(i).learn(ink);
        }
    }
}
