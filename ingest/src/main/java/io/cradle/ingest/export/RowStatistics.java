package io.cradle.ingest.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Statistics of all columns of a dataset of LeRobot. */
final class RowStatistics {
    private final List<Feature> features;
    private final List<FeatureStatistics> tensors = new ArrayList<>();
    private final Map<String, FeatureStatistics> keys = new LinkedHashMap<>();

    RowStatistics(List<Feature> features) {
        this.features = features;
        features.forEach(
                feature -> tensors.add(new FeatureStatistics(feature.spec().elements())));
        List.of("timestamp", "frame_index", "episode_index", "index", "task_index")
                .forEach(key -> keys.put(key, new FeatureStatistics(1)));
    }

    /**
     * Adds an episode.
     *
     * @param index its number
     * @param first number of its first row in the dataset
     * @param task number of its task
     */
    void add(Episode episode, long index, long first, long task) {
        for (int i = 0; i < tensors.size(); i++) {
            add(episode.tensors().get(i), tensors.get(i));
        }
        for (int t = 0; t < episode.steps(); t++) {
            key("timestamp", (float) (t / features.get(0).spec().rate()));
            key("frame_index", t);
            key("episode_index", (double) index);
            key("index", (double) (first + t));
            key("task_index", (double) task);
        }
    }

    private void key(String key, double value) {
        keys.get(key).row();
        keys.get(key).add(0, value);
    }

    private static void add(Tensor tensor, FeatureStatistics statistics) {
        boolean whole = tensor.spec().encoding() == Encoding.I64;
        for (int t = 0; t < tensor.rows(); t++) {
            statistics.row();
            for (int i = 0; i < tensor.spec().elements(); i++) {
                statistics.add(i, whole ? (double) tensor.integer(t, i) : (double) tensor.value(t, i));
            }
        }
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < tensors.size(); i++) {
            node.set(features.get(i).key(), tensors.get(i).json());
        }
        keys.forEach((key, statistics) -> node.set(key, statistics.json()));
        return node;
    }
}
