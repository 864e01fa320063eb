package io.cradle.training.model;

import java.util.ArrayList;
import java.util.List;

/** What a flat binary transformer holds of N worlds: codes, and what was seen last. */
final class FbtBelief implements Belief {
    private final FbtModel model;
    private final TransformerBelief codes;
    private final List<Observation> last;

    FbtBelief(FbtModel model, TransformerBelief codes, List<Observation> last) {
        this.model = model;
        this.codes = codes;
        this.last = last;
    }

    @Override
    public Prediction predict(float[][] actions) {
        return new FbtPrediction(model.codec(), codes.said(actions));
    }

    @Override
    public void observe(float[][] actions, List<Observation> next) {
        go(actions, next.stream().map(model.codec()::code).toList(), next);
    }

    /** Goes on with the codes that were drawn; other frames than those drawn are encoded. */
    @Override
    public void imagine(float[][] actions, Prediction prediction, List<Observation> next) {
        if (prediction instanceof FbtPrediction mine) {
            go(actions, next.stream().map(mine::code).toList(), next);
        } else {
            observe(actions, next);
        }
    }

    private void go(float[][] actions, List<Observation> coded, List<Observation> next) {
        codes.observe(actions, coded);
        last.clear();
        last.addAll(next);
    }

    /** The last observation, which is only shown, and all codes. */
    @Override
    public List<Prompt> held() {
        List<Prompt> remembered = codes.held();
        List<Prompt> held = new ArrayList<>(last.size());
        for (int n = 0; n < last.size(); n++) {
            held.add(new Prompt(List.of(last.get(n)), List.of(), model.latent(remembered.get(n))));
        }
        return held;
    }
}
