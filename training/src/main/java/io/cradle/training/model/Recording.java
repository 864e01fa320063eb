package io.cradle.training.model;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Frames, proprio and actions of one episode as numbers: {@code [T, F]}, each 0 or 1, {@code [T, P]} and {@code [T, A]}. */
public final class Recording {
    private final Episode episode;
    private final float[][] frames;
    private final float[][] proprio;
    private final float[][] actions;

    private Recording(Episode episode, float[][] frames, float[][] proprio, float[][] actions) {
        this.episode = episode;
        this.frames = frames;
        this.proprio = proprio;
        this.actions = actions;
    }

    /** Reads an episode; where it has no actions, A is 0, and P where it has no proprio. */
    public static Recording of(Episode episode) {
        Tensor frames = binary(episode);
        return new Recording(episode, rows(frames), rows(episode, Layout.PROPRIO), rows(episode, Layout.ACTION));
    }

    private static float[][] rows(Episode episode, String name) {
        return episode.find(name).map(Recording::rows).orElseGet(() -> new float[episode.steps()][0]);
    }

    /**
     * The binary frames of an episode, or {@link Blank} ones: {@code [T, H, W]}.
     *
     * @throws IllegalArgumentException where frames are gray or in colour
     */
    public static Tensor binary(Episode episode) {
        Tensor frames = Blank.frames(episode);
        if (frames.spec().encoding() != Encoding.BITS) {
            throw new IllegalArgumentException(
                    "Cannot score frames '%s' of episode '%s': they hold %s, not BITS; ingest with ingest.frames.kind=BINARY"
                            .formatted(Layout.FRAME, episode.id(), frames.spec().encoding()));
        }
        return frames;
    }

    private static float[][] rows(Tensor tensor) {
        float[][] rows = new float[tensor.rows()][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = tensor.floats(t);
        }
        return rows;
    }

    /** What was read. */
    public Episode episode() {
        return episode;
    }

    /** T. */
    public int steps() {
        return frames.length;
    }

    /** F. */
    public int pixels() {
        return frames[0].length;
    }

    /** Whether it has frames, or {@link Blank} ones stand for them. */
    public boolean isFramed() {
        return episode.find(Layout.FRAME).isPresent();
    }

    /** The same in other numbers. */
    Recording in(Standard standard) {
        return new Recording(
                episode,
                frames,
                new Motion(standard).told(proprio),
                Arrays.stream(actions).map(standard.action()::in).toArray(float[][]::new));
    }

    /** o_t, {@code [F]}; not to be written to. */
    public float[] frame(int t) {
        return frames[t];
    }

    /** a_t, {@code [A]}, which leads to o_{t+1}; not to be written to. */
    public float[] action(int t) {
        return actions[t];
    }

    /** o_t. */
    public Observation observation(int t) {
        return new Observation(frames[t], proprio[t]);
    }

    /** o_from … o_{to-1}, and the actions between them. */
    public Prompt prompt(int from, int to) {
        List<Observation> seen = new ArrayList<>();
        IntStream.range(from, to).forEach(t -> seen.add(observation(t)));
        return new Prompt(seen, List.of(actions).subList(from, to - 1));
    }
}
