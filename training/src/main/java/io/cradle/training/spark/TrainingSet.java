package io.cradle.training.spark;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.training.model.Origin;
import java.util.List;

/**
 * What a model is trained on.
 *
 * @param windows of TRAIN, each of at least K + 1 steps
 * @param source reads them
 * @param layout of the tensors in them; frames and actions are used
 * @param origin where they came from
 */
public record TrainingSet(List<WindowAddress> windows, WindowSource source, Layout layout, Origin origin) {
    public TrainingSet {
        windows = List.copyOf(windows);
    }
}
