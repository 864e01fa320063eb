package io.cradle.jobs.report;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Frames of an episode for a terminal: two rows of pixels a line, every so many-th frame, several side by side. */
public final class TextFrames {
    private static final int WIDTH = 100; // characters
    private static final int ROWS = 4;
    private static final String BETWEEN = "  ";
    private static final String[] BLOCKS = {" ", "▀", "▄", "█"}; // none, upper, lower, both
    private static final int DARK = 128;

    private final Tensor frames;
    private final int height;
    private final int width;

    private TextFrames(Tensor frames) {
        List<Integer> shape = frames.spec().shape();
        this.frames = frames;
        this.height = shape.get(shape.size() - 2);
        this.width = shape.get(shape.size() - 1);
    }

    /**
     * The text, which ends with a line break.
     *
     * @throws IllegalArgumentException if the episode has no frames that can be drawn
     */
    public static String of(Episode episode) {
        Tensor frames = episode.find(Layout.FRAME)
                .filter(Scene::canDraw)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot draw episode '%s': it has no frames 'lcd' of shape [H, W] or [3, H, W], but %s; show the table as a page"
                                .formatted(episode.id(), episode.tensors())));
        return new TextFrames(frames).text();
    }

    private String text() {
        int across = Math.max(1, (WIDTH + BETWEEN.length()) / (cell() + BETWEEN.length()));
        int every = Math.max(1, (frames.rows() + across * ROWS - 1) / (across * ROWS));
        List<Integer> steps = IntStream.iterate(0, t -> t < frames.rows(), t -> t + every)
                .boxed()
                .toList();
        return IntStream.iterate(0, i -> i < steps.size(), i -> i + across)
                .mapToObj(i -> row(steps.subList(i, Math.min(i + across, steps.size()))))
                .collect(Collectors.joining());
    }

    /** Characters that a frame is wide with its bars, or its title if that is wider. */
    private int cell() {
        return Math.max(width + 2, title(frames.rows() - 1).length());
    }

    private static String title(int step) {
        return "step " + step;
    }

    private String padded(String text) {
        return text + " ".repeat(cell() - text.length());
    }

    private String row(List<Integer> steps) {
        String titles = steps.stream().map(t -> padded(title(t))).collect(Collectors.joining(BETWEEN));
        String lines = IntStream.iterate(0, y -> y < height, y -> y + 2)
                .mapToObj(y -> steps.stream()
                        .map(t -> padded(line(t, y)))
                        .collect(Collectors.joining(BETWEEN))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
        return titles.stripTrailing() + "\n" + lines + "\n";
    }

    private String line(int t, int y) {
        return IntStream.range(0, width)
                .mapToObj(x -> BLOCKS[(ink(t, y, x) ? 1 : 0) + (y + 1 < height && ink(t, y + 1, x) ? 2 : 0)])
                .collect(Collectors.joining("", "│", "│"));
    }

    private boolean ink(int t, int y, int x) {
        int pixel = y * width + x;
        if (frames.spec().encoding().isUnsigned()) {
            int plane = frames.spec().shape().size() == 3 ? height * width : 0;
            double green = frames.value(t, pixel + plane);
            return (frames.value(t, pixel) + green + frames.value(t, pixel + 2 * plane)) / 3 < DARK;
        }
        return frames.value(t, pixel) > 0.5f;
    }
}
