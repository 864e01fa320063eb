package io.cradle.jobs.cli;

import io.cradle.jobs.configuration.WorldFiles;

/** Whether a world can be made, as far as its name tells. */
final class WorldCheck {
    /** Opening of the name of a world that is a trained model; its checkpoint's path follows. */
    static final String LEARNED = "learned:";

    private WorldCheck() {}

    /** The name, spelt as its file; refuses what is neither a file's nor that of a checkpoint which is there. */
    static String require(String world, WorldFiles worlds) {
        if (world.startsWith(LEARNED)) {
            String checkpoint = world.substring(LEARNED.length());
            if (checkpoint.isEmpty()) {
                throw new IllegalArgumentException(
                        "Cannot dream of 'learned:': it names no checkpoint; write learned:PATH");
            }
            Places.requireThere("checkpoint", checkpoint);
            return world;
        }
        return worlds.spelling(world);
    }
}
