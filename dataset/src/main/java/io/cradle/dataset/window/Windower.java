package io.cradle.dataset.window;

import java.util.List;
import java.util.stream.IntStream;

/** Cuts stretches into windows. */
public final class Windower {
    private Windower() {}

    /** How many windows fit into a stretch. */
    public static int count(Stretch stretch, WindowSpec windows) {
        int room = stretch.steps() - windows.steps();
        return room < 0 ? 0 : room / windows.stride() + 1;
    }

    /**
     * One of them.
     *
     * @param number from 0, in order of their starts
     */
    public static WindowAddress at(Stretch stretch, WindowSpec windows, int number) {
        return new WindowAddress(stretch, Math.multiplyExact(number, windows.stride()), windows.steps());
    }

    /** All windows that fit into a stretch, in order of their starts; none crosses its end. */
    public static List<WindowAddress> cut(Stretch stretch, WindowSpec windows) {
        return IntStream.range(0, count(stretch, windows))
                .mapToObj(number -> at(stretch, windows, number))
                .toList();
    }
}
