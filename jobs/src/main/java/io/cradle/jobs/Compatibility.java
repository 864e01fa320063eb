package io.cradle.jobs;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.training.model.Checkpoint;
import java.util.List;
import java.util.stream.Stream;

/** Whether a model can be measured on a table. */
final class Compatibility {
    private Compatibility() {}

    /**
     * Refuses a model that was trained on other worlds, or on frames or actions of another shape.
     *
     * @param path of the checkpoint, for the message
     * @param table reference of the table, for the message
     * @param layout of the table
     * @param worlds of the table
     */
    static void require(Checkpoint checkpoint, String path, String table, Layout layout, List<String> worlds) {
        Checkpoint.Facts facts = checkpoint.facts();
        if (worlds.stream().noneMatch(facts.origin().worlds()::contains)) {
            throw new IllegalArgumentException(
                    "Cannot evaluate checkpoint '%s' on '%s': it was trained on %s, the table is of %s; name a table of the same world"
                            .formatted(path, table, facts.origin().worlds(), worlds));
        }
        Stream.of(Layout.FRAME, Layout.ACTION).forEach(name -> {
            TensorSpec seen = facts.layout().require(name);
            TensorSpec there = layout.require(name);
            if (!seen.shape().equals(there.shape())) {
                throw new IllegalArgumentException(
                        "Cannot evaluate checkpoint '%s' on '%s': it was trained on '%s' of shape %s, the table has %s; name a table of the same world"
                                .formatted(path, table, name, seen.shape(), there.shape()));
            }
        });
    }
}
