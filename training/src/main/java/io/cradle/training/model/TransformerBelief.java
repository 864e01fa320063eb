package io.cradle.training.model;

import java.util.List;

/** N worlds, each by itself. */
record TransformerBelief(List<TokenMemory> worlds) implements Belief {
    @Override
    public Prediction predict(float[][] actions) {
        float[][] ink = new float[worlds.size()][];
        for (int n = 0; n < ink.length; n++) {
            ink[n] = worlds.get(n).ink(actions[n]);
        }
        return () -> ink;
    }

    @Override
    public void observe(float[][] actions, List<Observation> next) {
        for (int n = 0; n < worlds.size(); n++) {
            worlds.get(n).observe(actions[n], next.get(n).frame());
        }
    }

    @Override
    public List<Prompt> held() {
        return worlds.stream().map(TokenMemory::held).toList();
    }
}
