package io.cradle.jobs.report;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An episode at a glance: a sheet of its frames in reading order, or its numbers over time where it has none. */
record ExampleView(String episode, String caption, boolean hasFrames, String sheet, List<TraceView> traces) {
    private static final int ROOM = 400;
    private static final int FRAMES_IN_A_ROW = 8;
    private static final int MOST_TRACES = 3;

    static ExampleView of(Episode episode, String caption) {
        Optional<Tensor> frames = episode.find(Layout.FRAME).filter(Scene::canDraw);
        return frames.map(tensor -> seen(episode, caption, tensor)).orElseGet(() -> felt(episode, caption));
    }

    private static ExampleView seen(Episode episode, String caption, Tensor frames) {
        List<Integer> shape = frames.spec().shape();
        int width = shape.get(shape.size() - 1);
        OptionalInt scale = OptionalInt.of(Math.max(1, ROOM / (FRAMES_IN_A_ROW * (width + Picture.GAP))));
        byte[] png = Sheet.of(List.of(episode), OptionalInt.empty(), scale).png();
        return new ExampleView(episode.id(), caption, true, Picture.uri("image/png", png), List.of());
    }

    private static ExampleView felt(Episode episode, String caption) {
        List<TraceView> traces = new Channels(episode)
                .charts().stream().limit(MOST_TRACES).map(TraceView::of).toList();
        return new ExampleView(episode.id(), caption, false, "", traces);
    }
}
