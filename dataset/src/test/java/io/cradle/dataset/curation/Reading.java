package io.cradle.dataset.curation;

import io.cradle.dataset.score.Sketch;

/** An episode as those see it that look for copies. */
record Reading(Copy copy, String digest, Sketch sketch) {
    /** Whether a test has planted it. */
    boolean planted() {
        return copy.episode().startsWith("f");
    }
}
