package io.cradle.ingest.arrays;

import java.util.Map;

/** What an array is for, by its name. */
enum ArrayUse {
    /** What the robot feels. */
    PROPRIO,
    /** What it was told. */
    ACTION,
    /** What was seen. */
    PICTURES,
    /** Stamps. */
    TIME,
    /** The row behind the last one of each episode, ascending. */
    ENDS,
    /** The number of the episode that each row belongs to. */
    INDEX,
    /** Not known by its name. */
    OTHER;

    private static final Map<String, ArrayUse> NAMES = Map.ofEntries(
            Map.entry("observations", PROPRIO),
            Map.entry("obs", PROPRIO),
            Map.entry("state", PROPRIO),
            Map.entry("proprio", PROPRIO),
            Map.entry("observation.state", PROPRIO),
            Map.entry("actions", ACTION),
            Map.entry("action", ACTION),
            Map.entry("frames", PICTURES),
            Map.entry("images", PICTURES),
            Map.entry("lcd", PICTURES),
            Map.entry("time", TIME),
            Map.entry("timestamps", TIME),
            Map.entry("t", TIME),
            Map.entry("episode_ends", ENDS),
            Map.entry("episode_index", INDEX));

    /** For people. */
    static final String UNDERSTOOD =
            "what is understood: observations, obs, state, proprio or observation.state; actions or action; frames, images or lcd; time, timestamps or t; episode_ends or episode_index";

    /** The use of an array of this name. */
    static ArrayUse of(String name) {
        return NAMES.getOrDefault(name, OTHER);
    }

    /** Whether an array of this use says how many rows there are. */
    boolean isMain() {
        return this == PROPRIO || this == ACTION || this == PICTURES;
    }
}
