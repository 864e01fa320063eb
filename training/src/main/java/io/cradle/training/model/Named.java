package io.cradle.training.model;

import java.util.List;
import java.util.Optional;

/**
 * A model under another name.
 *
 * @param name in tables and charts
 * @param model that answers
 */
public record Named(String name, WorldModel model) implements WorldModel {
    @Override
    public int memory() {
        return model.memory();
    }

    @Override
    public int needs() {
        return model.needs();
    }

    @Override
    public long worldBytes() {
        return model.worldBytes();
    }

    @Override
    public Likelihood likelihood() {
        return model.likelihood();
    }

    @Override
    public Optional<Bounds> bounds(Recording recording, int first) {
        return model.bounds(recording, first);
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        return model.begin(prompts);
    }
}
