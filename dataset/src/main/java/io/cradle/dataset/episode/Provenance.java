package io.cradle.dataset.episode;

import java.io.Serializable;

/**
 * Where an episode came from.
 *
 * @param source kind of origin: {@code rollout}, {@code dream}, {@code boxlcd-npz}, {@code csv} …
 * @param world name of the world, or of the robot
 * @param worldDigest SHA-256 of the world's identity (a dream: with its checkpoint's digest); of the file for recordings
 * @param policy identity of the policy; of recordings {@code task: } and what whoever acted was told to do, or {@code unknown}
 * @param seed seed of the episode; its index in the file for recordings
 * @param generator name and version of what made it
 * @param recording identity of the recording that decides the split: the episode's own id for rollouts
 * @param split what it is for
 * @param splitBy who said so
 */
public record Provenance(
        String source,
        String world,
        String worldDigest,
        String policy,
        long seed,
        String generator,
        String recording,
        Split split,
        SplitBy splitBy)
        implements Serializable {
    /** Who assigned the split. */
    public enum SplitBy {
        /** {@link Split#of} of the recording. */
        HASH,
        /** The source declared it, and that wins. */
        SOURCE
    }
}
