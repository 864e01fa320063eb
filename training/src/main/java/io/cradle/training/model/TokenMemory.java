package io.cradle.training.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a transformer remembers of one world: keys and values of its tokens, and the frame that the next token begins with. Where all places are
 * taken, the older half is forgotten, and the newer half moves to the first places.
 */
final class TokenMemory {
    private final TransformerModel model;
    private final float[][] keys; // [layers][T * width]
    private final float[][] values;
    private final List<Observation> seen;
    private final List<float[]> actions;
    /** The action whose keys and values lie at the next place already; null if none do. */
    private float[] asked;

    TokenMemory(TransformerModel model, Observation first) {
        TransformerShape shape = model.shape();
        this.model = model;
        this.keys = new float[shape.layers()][shape.frames() * shape.width()];
        this.values = new float[shape.layers()][shape.frames() * shape.width()];
        this.seen = new ArrayList<>(List.of(first));
        this.actions = new ArrayList<>();
    }

    private TokenMemory(TokenMemory of) {
        this.model = of.model;
        this.keys = Arrays.stream(of.keys).map(float[]::clone).toArray(float[][]::new);
        this.values = Arrays.stream(of.values).map(float[]::clone).toArray(float[][]::new);
        this.seen = new ArrayList<>(of.seen);
        this.actions = new ArrayList<>(of.actions);
        this.asked = of.asked;
    }

    /** Another that goes on from the same by itself. */
    TokenMemory copy() {
        return new TokenMemory(this);
    }

    /** What o_{t+1} may be after this action. */
    Said said(float[] action) {
        makeRoom();
        float[] x = token(action);
        return model.head().said(TransformerModel.normal(x), seen.get(actions.size()));
    }

    void observe(float[] action, Observation next) {
        makeRoom();
        if (!Arrays.equals(action, asked)) {
            token(action);
        }
        actions.add(action.clone());
        seen.add(next);
        asked = null;
    }

    Prompt held() {
        return new Prompt(seen, actions);
    }

    private void makeRoom() {
        int places = model.shape().frames();
        if (actions.size() < places) {
            return;
        }
        List<Observation> newer = new ArrayList<>(seen.subList(places - places / 2, seen.size()));
        List<float[]> newerActions = new ArrayList<>(actions.subList(places - places / 2, actions.size()));
        seen.clear();
        actions.clear();
        asked = null;
        seen.add(newer.get(0));
        for (int t = 0; t < newerActions.size(); t++) {
            observe(newerActions.get(t), newer.get(t + 1));
        }
    }

    /** Puts keys and values of the newest frame with this action at the next place. The residual stream {@code [width]} after all blocks. */
    private float[] token(float[] action) {
        TransformerShape shape = model.shape();
        int place = actions.size();
        float[] x =
                model.weight(TransformerShape.EMBEDDING).product(shape.senses().joined(seen.get(place), action));
        model.weight(TransformerShape.POSITION).addScaled(1, place, x);
        for (int layer = 0; layer < shape.layers(); layer++) {
            String block = TransformerShape.block(layer);
            float[] qkv = model.weight(block + TransformerShape.QKV).product(TransformerModel.normal(x));
            System.arraycopy(qkv, shape.width(), keys[layer], place * shape.width(), shape.width());
            System.arraycopy(qkv, 2 * shape.width(), values[layer], place * shape.width(), shape.width());
            model.weight(block + TransformerShape.OUT).addProduct(attended(layer, place, qkv), x);
            float[] up = model.weight(block + TransformerShape.UP).product(TransformerModel.normal(x));
            TransformerModel.gelu(up);
            model.weight(block + TransformerShape.DOWN).addProduct(up, x);
        }
        asked = action.clone();
        return x;
    }

    /** {@code [width]}: each head's mean of the values up to this place. */
    private float[] attended(int layer, int place, float[] query) {
        TransformerShape shape = model.shape();
        float[] mean = new float[shape.width()];
        float[] weights = new float[place + 1];
        for (int head = 0; head < shape.heads(); head++) {
            int from = head * shape.headWidth();
            scores(keys[layer], from, query, weights);
            softmax(weights);
            for (int t = 0; t <= place; t++) {
                for (int i = from; i < from + shape.headWidth(); i++) {
                    mean[i] += weights[t] * values[layer][t * shape.width() + i];
                }
            }
        }
        return mean;
    }

    private void scores(float[] past, int from, float[] query, float[] scores) {
        int width = model.shape().width();
        float scale = (float) (1 / Math.sqrt(model.shape().headWidth()));
        for (int t = 0; t < scores.length; t++) {
            float product = 0;
            for (int i = from; i < from + model.shape().headWidth(); i++) {
                product += query[i] * past[t * width + i];
            }
            scores[t] = product * scale;
        }
    }

    private static void softmax(float[] scores) {
        float most = Float.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        float sum = 0;
        for (int t = 0; t < scores.length; t++) {
            scores[t] = (float) StrictMath.exp(scores[t] - most);
            sum += scores[t];
        }
        for (int t = 0; t < scores.length; t++) {
            scores[t] /= sum;
        }
    }
}
