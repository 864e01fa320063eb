package io.cradle.dataset.information;

import java.util.List;

/**
 * Counts by context, under several templates. The longest that has been seen often enough speaks: a long context knows more, but only
 * once it has come before. Frames before an episode's first are not looked at.
 */
final class ContextModel implements PixelModel {
    private static final int OFTEN = 4;

    private final Context[] contexts;
    private final Counts[] counts;
    private final int[] last; // [template] context of the pixel that was last asked for
    private int known;

    /**
     * A model that has seen nothing.
     *
     * @param templates from the shortest, which must look at its own frame alone, to the longest
     */
    ContextModel(List<Template> templates, Raster raster) {
        contexts = templates.stream()
                .map(template -> new Context(template, raster))
                .toArray(Context[]::new);
        counts = templates.stream()
                .map(template -> new Counts(template.contexts()))
                .toArray(Counts[]::new);
        last = new int[contexts.length];
    }

    private ContextModel(ContextModel shared) {
        contexts = shared.contexts;
        counts = shared.counts;
        last = new int[contexts.length];
    }

    @Override
    public PixelModel view() {
        return new ContextModel(this);
    }

    @Override
    public double ink(Scene scene, int at) {
        known = 0;
        int chosen = 0;
        while (known < contexts.length && contexts[known].memory() <= scene.earlier()) {
            last[known] = contexts[known].of(scene, at);
            chosen = counts[known].seen(last[known]) >= OFTEN ? known : chosen;
            known++;
        }
        return counts[chosen].ink(last[chosen]);
    }

    @Override
    public void learn(boolean ink) {
        for (int i = 0; i < known; i++) {
            counts[i].learn(last[i], ink);
        }
    }
}
