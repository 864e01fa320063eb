package io.cradle.jobs.benchmark;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What the study knows of an episode and no curator is told: who acted, and when bodies met.
 *
 * @param id of the episode
 * @param idle whether its policy does nothing
 * @param begins {@code [T]} whether bodies have just begun to touch, as {@link Encounter#begins} has it
 * @param touching {@code [T]} whether bodies touch
 */
record Glance(String id, boolean idle, List<Boolean> begins, List<Boolean> touching) implements Serializable {
    private static final String IDLE = "zero";

    Glance {
        begins = List.copyOf(begins);
        touching = List.copyOf(touching);
    }

    static Glance of(Episode episode) {
        Tensor contacts = episode.require(Layout.CONTACTS);
        return new Glance(
                episode.id(),
                episode.provenance().policy().equals(IDLE),
                list(Encounter.begins(contacts)),
                list(Encounter.touching(contacts)));
    }

    /** Whether bodies have just begun to touch. */
    boolean meets(int t) {
        return begins.get(t);
    }

    private static List<Boolean> list(boolean[] frames) {
        List<Boolean> list = new ArrayList<>(frames.length);
        for (boolean frame : frames) {
            list.add(frame);
        }
        return list;
    }
}
