package io.cradle.training.baseline;

import io.cradle.training.model.Observation;
import io.cradle.training.model.Recording;
import java.util.List;

/** Remembers moments of TRAIN, and fits how far to trust them: by what each of some of them says of another episode's. */
final class Nearby {
    private static final int MOST = 20_000;
    private static final int ASKED = 2_000;

    private final List<Recording> train;
    private final Memory memory = new Memory();

    Nearby(List<Recording> train) {
        this.train = train;
        for (int n = 0; n < train.size(); n++) {
            Recording recording = train.get(n);
            for (int t = 1; t < recording.steps() && memory.size() < MOST; t++) {
                memory.add(
                        n,
                        before(recording, t),
                        recording.observation(t - 1),
                        recording.action(t - 1),
                        recording.observation(t));
            }
        }
    }

    /**
     * What is left to choose.
     *
     * @param neighbours k
     * @param weight pixels that a whole unit of action's squared difference is worth
     */
    record Choice(int neighbours, double weight) {}

    List<Fitted> all(List<Choice> choices) {
        return choices.stream().map(this::fitted).toList();
    }

    private Fitted fitted(Choice choice) {
        ShareTable table = new ShareTable();
        Residuals residuals = new Residuals(train.get(0).observation(0).proprio().length);
        long moments =
                train.stream().mapToLong(recording -> recording.steps() - 1).sum();
        long every = Math.max(1, moments / ASKED);
        long asked = 0;
        for (int n = 0; n < train.size(); n++) {
            for (int t = 1; t < train.get(n).steps(); t++) {
                if (asked++ % every == 0) {
                    ask(choice, n, t, table, residuals);
                }
            }
        }
        Nearest nearest = new Nearest(memory, choice.neighbours(), choice.weight(), table, residuals.deviation());
        return new Fitted(
                nearest,
                "%d of %,d moments, actions × %s".formatted(choice.neighbours(), memory.size(), choice.weight()));
    }

    private void ask(Choice choice, int episode, int t, ShareTable table, Residuals residuals) {
        Recording recording = train.get(episode);
        long[] past = Memory.packed(before(recording, t).frame(), recording.frame(t - 1));
        int[] found = memory.nearest(past, recording.action(t - 1), choice.neighbours(), choice.weight(), episode);
        if (found.length == 0) {
            return; // a memory of one episode has nothing to say of it
        }
        float[] shares = Nearest.shares(memory, found);
        float[] came = recording.frame(t);
        for (int pixel = 0; pixel < came.length; pixel++) {
            table.count(shares[pixel], came[pixel] > 0.5f);
        }
        residuals.add(
                Nearest.changed(memory, found, recording.observation(t - 1).proprio()),
                recording.observation(t).proprio());
    }

    private static Observation before(Recording recording, int t) {
        return recording.observation(Math.max(0, t - 2));
    }
}
