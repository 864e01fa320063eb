package io.cradle.jobs;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.training.model.Arbiter;
import io.cradle.training.model.ArbiterShape;
import io.cradle.training.model.Blank;
import io.cradle.training.model.Checkpoint;
import java.util.List;

/** Whether a model fits a table. */
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
                    "Cannot use checkpoint '%s' on '%s': it was trained on %s, the table is of %s; name a table of the same world"
                            .formatted(path, table, facts.origin().worlds(), worlds));
        }
        requireShapes(checkpoint, path, table, layout);
    }

    /** Refuses an arbiter that learnt frames or actions of another size. */
    static void require(Arbiter arbiter, String table, Layout layout) {
        int pixels = layout.require(Layout.FRAME).elements();
        int actions = layout.require(Layout.ACTION).elements();
        if (!arbiter.shape().equals(new ArbiterShape(pixels, actions))) {
            throw new IllegalArgumentException(
                    "Cannot ask this arbiter about '%s': it learnt %s, the table has %d pixels and %d numbers of action; train one with 'cradle arbiter %s'"
                            .formatted(table, arbiter.shape(), pixels, actions, table));
        }
    }

    /** Refuses a table of frames or actions of another shape, whatever its worlds. */
    static void requireShapes(Checkpoint checkpoint, String path, EpisodeTable table) {
        requireShapes(checkpoint, path, table.reference(), table.layout());
    }

    private static void requireShapes(Checkpoint checkpoint, String path, String table, Layout layout) {
        Layout whole = Blank.in(layout);
        for (TensorSpec seen : checkpoint.facts().layout().tensors()) {
            TensorSpec there = whole.require(seen.name());
            if (!seen.shape().equals(there.shape())) {
                throw new IllegalArgumentException(
                        "Cannot use checkpoint '%s' on '%s': it was trained on '%s' of shape %s, the table has %s; name a table of the same world"
                                .formatted(path, table, seen.name(), seen.shape(), there.shape()));
            }
        }
    }
}
