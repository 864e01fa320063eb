package io.cradle.dataset.episode;

import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Hash of what episodes hold, whatever files, segments, partitions and times they were written in.
 *
 * <p>An episode's digest is SHA-256 over, for each step in order, the step's number (int32, little-endian) and the
 * canonical bytes of each tensor in the order of the layout. A table's hash is SHA-256 over the lines
 * {@code "<episode id> <episode digest>\n"} in ascending order; a duplicate makes a line of its own.
 */
public final class ContentHash {
    private final MessageDigest digest = Digests.sha256();

    /** Digest of a whole episode's content, in hex. */
    public static String of(List<Tensor> tensors) {
        return new ContentHash().segment(0, tensors).hex();
    }

    /**
     * Adds the next segment of an episode.
     *
     * @param firstStep number of its first step
     * @param tensors each {@code [T, shape]}, in the order of the layout
     */
    public ContentHash segment(int firstStep, List<Tensor> tensors) {
        for (int t = 0; t < tensors.get(0).rows(); t++) {
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0, firstStep + t));
            for (Tensor tensor : tensors) {
                tensor.digest(t, digest);
            }
        }
        return this;
    }

    /** Adds an episode to a table's hash; call in ascending order of id, then digest. */
    public ContentHash line(String episodeId, String episodeDigest) {
        digest.update((episodeId + " " + episodeDigest + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The hash so far, in hex; nothing can be added afterwards. */
    public String hex() {
        return Digests.hex(digest.digest());
    }
}
