package io.cradle.dataset.window;

import java.util.List;
import java.util.stream.IntStream;

/** Cuts segments into windows. */
public final class Windower {
    private Windower() {}

    /** The windows that fit into a segment; none crosses its end. */
    public static List<WindowAddress> cut(SegmentAddress segment, WindowSpec windows) {
        return IntStream.iterate(
                        0, start -> start + windows.steps() <= segment.steps(), start -> start + windows.stride())
                .mapToObj(start -> new WindowAddress(segment, start, windows.steps()))
                .toList();
    }
}
