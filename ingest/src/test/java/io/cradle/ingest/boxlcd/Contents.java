package io.cradle.ingest.boxlcd;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Tensor;
import java.security.MessageDigest;
import java.util.List;

/** A digest that numpy can compute too: of each episode in order, the bytes of each tensor in order. */
public final class Contents {
    private Contents() {}

    /** SHA-256 in hex. */
    public static String digest(List<Episode> episodes) {
        MessageDigest digest = Digests.sha256();
        for (Episode episode : episodes) {
            for (Tensor tensor : episode.tensors()) {
                digest.update(tensor.bytes());
            }
        }
        return Digests.hex(digest.digest());
    }
}
