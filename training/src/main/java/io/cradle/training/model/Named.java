package io.cradle.training.model;

import java.util.List;

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
    public Likelihood likelihood() {
        return model.likelihood();
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        return model.begin(prompts);
    }
}
