package io.cradle.dataset.information;

import io.cradle.dataset.episode.Episode;
import java.util.List;

/** Measures episodes one after another in bounded memory. */
interface Meter {
    /** Codes an episode after those that came before. */
    void add(Episode episode);

    /**
     * What all of them cost; nothing may be added afterwards.
     *
     * @param steps of all of them, at least 1
     */
    List<Cost> costs(long steps);

    /** What does not apply to them. */
    List<Omission> omissions();
}
