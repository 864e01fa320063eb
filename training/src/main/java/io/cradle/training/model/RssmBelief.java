package io.cradle.training.model;

import java.util.ArrayList;
import java.util.List;

/** N worlds, each by itself. */
final class RssmBelief implements Belief {
    private final Head head;
    private List<RssmWorld> worlds;

    RssmBelief(Head head, List<RssmWorld> worlds) {
        this.head = head;
        this.worlds = worlds;
    }

    @Override
    public Prediction predict(float[][] actions) {
        List<Ahead> ahead = new ArrayList<>(worlds.size());
        for (int n = 0; n < worlds.size(); n++) {
            ahead.add(worlds.get(n).ahead(actions[n]));
        }
        return new RssmPrediction(head, ahead);
    }

    @Override
    public void observe(float[][] actions, List<Observation> next) {
        List<RssmWorld> later = new ArrayList<>(worlds.size());
        for (int n = 0; n < worlds.size(); n++) {
            later.add(worlds.get(n).observed(actions[n], next.get(n)));
        }
        worlds = later;
    }

    /** Goes on with the stochastic state that was drawn: no posterior is asked. */
    @Override
    public void imagine(float[][] actions, Prediction prediction, List<Observation> next) {
        if (!(prediction instanceof RssmPrediction own)) {
            observe(actions, next);
            return;
        }
        List<RssmWorld> later = new ArrayList<>(worlds.size());
        for (int n = 0; n < worlds.size(); n++) {
            later.add(own.worlds().get(n).imagined(next.get(n)));
        }
        worlds = later;
    }

    @Override
    public List<Prompt> held() {
        return worlds.stream().map(RssmWorld::held).toList();
    }
}
