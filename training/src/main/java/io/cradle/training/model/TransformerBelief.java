package io.cradle.training.model;

import java.util.ArrayList;
import java.util.List;

/** N worlds, each by itself. */
record TransformerBelief(Head head, List<TokenMemory> worlds) implements Belief {
    @Override
    public Prediction predict(float[][] actions) {
        return HeadPrediction.of(head, said(actions));
    }

    /** What is said of each world. */
    List<Said> said(float[][] actions) {
        List<Said> said = new ArrayList<>(worlds.size());
        for (int n = 0; n < worlds.size(); n++) {
            said.add(worlds.get(n).said(actions[n]));
        }
        return said;
    }

    @Override
    public void observe(float[][] actions, List<Observation> next) {
        for (int n = 0; n < worlds.size(); n++) {
            worlds.get(n).observe(actions[n], next.get(n));
        }
    }

    @Override
    public List<Prompt> held() {
        return worlds.stream().map(TokenMemory::held).toList();
    }
}
