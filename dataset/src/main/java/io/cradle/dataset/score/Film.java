package io.cradle.dataset.score;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.util.Arrays;
import java.util.Optional;

/** The frames of an episode as bytes: bits of ink, or levels of gray or colour. */
final class Film {
    private static final int WHITE = 255;

    private final Tensor frames;
    private final byte[] bytes;
    private final int row;

    private Film(Tensor frames) {
        this.frames = frames;
        this.bytes = frames.bytes();
        this.row = frames.spec().bytes();
    }

    static Optional<Film> of(Episode episode) {
        return episode.find(Layout.FRAME)
                .filter(frames -> frames.spec().encoding() == Encoding.BITS
                        || frames.spec().encoding().isUnsigned())
                .map(Film::new);
    }

    boolean binary() {
        return frames.spec().encoding() == Encoding.BITS;
    }

    int steps() {
        return frames.rows();
    }

    /** Bytes of a frame. */
    int row() {
        return row;
    }

    int at(int t, int index) {
        return Byte.toUnsignedInt(bytes[t * row + index]);
    }

    boolean sameAsBefore(int t) {
        return Arrays.equals(bytes, (t - 1) * row, t * row, bytes, t * row, (t + 1) * row);
    }

    /** Share of pixels that are ink; of binary frames. Bits beyond the end of a row are 0. */
    double ink() {
        long bits = 0;
        for (byte each : bytes) {
            bits += Integer.bitCount(Byte.toUnsignedInt(each));
        }
        return bits / ((double) frames.rows() * frames.spec().elements());
    }

    /** Mean share of the frame that changes in a step; 0 for a single frame. */
    double motion() {
        long changed = 0;
        for (int i = row; i < bytes.length; i++) {
            int before = Byte.toUnsignedInt(bytes[i - row]);
            int now = Byte.toUnsignedInt(bytes[i]);
            changed += binary() ? Integer.bitCount(before ^ now) : Math.abs(before - now);
        }
        double most = (double) Math.max(1, steps() - 1) * frames.spec().elements() * (binary() ? 1 : WHITE);
        return changed / most;
    }

    /** Tells of the first frame's ink (or levels) and of every later change: step, place, and what is there now. */
    void changes(int levels, Change change) {
        for (int t = 0; t < steps(); t++) {
            for (int i = 0; i < row; i++) {
                int before = t == 0 ? 0 : at(t - 1, i);
                int now = at(t, i);
                if (before != now) {
                    tell(t, i, before, now, levels, change);
                }
            }
        }
    }

    private void tell(int t, int index, int before, int now, int levels, Change change) {
        if (binary()) {
            for (int flipped = before ^ now; flipped != 0; flipped &= flipped - 1) {
                int bit = Integer.numberOfTrailingZeros(flipped);
                change.at(t, index * Byte.SIZE + bit, (now >> bit) & 1);
            }
        } else if (cell(before, levels) != cell(now, levels)) {
            change.at(t, index, cell(now, levels));
        }
    }

    private static int cell(int level, int levels) {
        return (level * levels) >> Byte.SIZE;
    }

    /** Something that changed. */
    interface Change {
        void at(int t, int place, int level);
    }
}
