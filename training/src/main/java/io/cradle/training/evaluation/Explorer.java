package io.cradle.training.evaluation;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.training.model.Recording;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes {@link Exploration}s of one model. */
final class Explorer {
    private final WorldModel model;
    private final EvaluationConfig config;
    private final int first;

    /** @param first number of the first frame that is scored one step ahead */
    Explorer(WorldModel model, EvaluationConfig config, int first) {
        this.model = model;
        this.config = config;
        this.first = first;
    }

    Exploration explore(Episode episode) {
        Recording recording = Recording.of(episode);
        Take take = new Take(recording, 0, config.prompt(), recording.steps() - config.prompt());
        OpenLoop.Path path = OpenLoop.cut(model, List.of(take)).get(0);
        Cost[] costs = OneStep.costs(model, List.of(recording), first)[0];
        double bits = Arrays.stream(costs).mapToDouble(Cost::bits).average().orElseThrow();
        Tensor truth = Recording.binary(episode);
        Film film = new Film(
                episode.id(),
                model.name(),
                model.likelihood(),
                bits,
                config.prompt(),
                truth,
                Shown.of(truth, path.ink(), config.prompt()));
        return new Exploration(
                film,
                surprise(recording, costs),
                track(episode, Layout.ACTION),
                track(episode, Layout.PROPRIO),
                predicted(recording, path));
    }

    private List<Double> surprise(Recording recording, Cost[] costs) {
        List<Double> surprise = new ArrayList<>();
        for (int t = 0; t < recording.steps(); t++) {
            surprise.add(t < first ? Double.NaN : costs[t - first].bits());
        }
        return surprise;
    }

    private static Exploration.Track track(Episode episode, String name) {
        return episode.find(name)
                .filter(tensor -> !tensor.spec().channels().equals(List.of(Channel.NOTHING)))
                .map(tensor -> new Exploration.Track(names(tensor), rows(tensor)))
                .orElse(new Exploration.Track(List.of(), List.of()));
    }

    private static List<String> names(Tensor tensor) {
        return tensor.spec().channels().stream().map(Channel::name).toList();
    }

    private static List<List<Float>> rows(Tensor tensor) {
        List<List<Float>> rows = new ArrayList<>();
        for (int t = 0; t < tensor.rows(); t++) {
            rows.add(list(tensor.floats(t)));
        }
        return rows;
    }

    private List<List<Float>> predicted(Recording recording, OpenLoop.Path path) {
        if (path.proprio(1).length == 0) {
            return List.of();
        }
        List<List<Float>> predicted = new ArrayList<>();
        for (int t = 0; t < recording.steps(); t++) {
            int h = t - config.prompt() + 1;
            predicted.add(list(h < 1 ? recording.observation(t).proprio() : path.proprio(h)));
        }
        return predicted;
    }

    private static List<Float> list(float[] values) {
        List<Float> list = new ArrayList<>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
