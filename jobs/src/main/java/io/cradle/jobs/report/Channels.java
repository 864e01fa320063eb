package io.cradle.jobs.report;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The named channels of one episode over time, in physical units. */
final class Channels {
    private static final int MOST_POINTS = 10_000;
    private static final int MOST_LINES = 8;
    private static final int COLORS = 8;
    private static final double NANOS = 1e9;
    private static final MathContext DIGITS = new MathContext(6);

    private final Episode episode;

    Channels(Episode episode) {
        this.episode = episode;
    }

    /** Every how many-th step is shown. */
    int every() {
        return (episode.steps() + MOST_POINTS - 1) / MOST_POINTS;
    }

    /** One chart for each tensor and unit, at most {@value #MOST_LINES} lines in each. */
    List<Named> charts() {
        List<Named> charts = new ArrayList<>();
        for (Tensor tensor : episode.tensors()) {
            byUnit(tensor).forEach((unit, elements) -> {
                for (int from = 0; from < elements.size(); from += MOST_LINES) {
                    List<Integer> part = elements.subList(from, Math.min(elements.size(), from + MOST_LINES));
                    charts.add(named(tensor, unit, part, charts.size()));
                }
            });
        }
        return charts;
    }

    /**
     * A chart and what stands above it.
     *
     * @param name of the tensor
     * @param unit of all its lines
     * @param chart to draw
     */
    record Named(String name, String unit, Chart chart) {}

    private static Map<String, List<Integer>> byUnit(Tensor tensor) {
        Map<String, List<Integer>> units = new LinkedHashMap<>();
        if (tensor.spec().encoding() == Encoding.F32) {
            List<Channel> channels = tensor.spec().channels();
            for (int i = 0; i < channels.size(); i++) {
                units.computeIfAbsent(channels.get(i).unit(), unit -> new ArrayList<>())
                        .add(i);
            }
        }
        return units;
    }

    private Named named(Tensor tensor, String unit, List<Integer> elements, int number) {
        String name = tensor.spec().name();
        return new Named(
                name,
                unit,
                new Chart(
                        "chart-channels-" + number,
                        timed(tensor) ? "Time (s)" : "Step",
                        unit.equals("1") ? name + " (dimensionless)" : "%s (%s)".formatted(name, unit),
                        false,
                        List.of(),
                        3,
                        steps().mapToObj(t -> time(tensor, t)).toList(),
                        IntStream.range(0, elements.size())
                                .mapToObj(i -> line(tensor, elements.get(i), i))
                                .toList()));
    }

    private IntStream steps() {
        return IntStream.iterate(0, t -> t < episode.steps(), t -> t + every());
    }

    private boolean timed(Tensor tensor) {
        return tensor.spec().rate() > 0 || episode.find(Layout.TIME).isPresent();
    }

    private double time(Tensor tensor, int t) {
        if (tensor.spec().rate() > 0) {
            return rounded(t / tensor.spec().rate());
        }
        return episode.find(Layout.TIME)
                .map(time -> rounded((time.integer(t, 0) - time.integer(0, 0)) / NANOS))
                .orElse((double) t);
    }

    private Chart.Line line(Tensor tensor, int element, int place) {
        OptionalInt mask = mask(tensor.spec().channels().get(element).name());
        List<Double> values = new ArrayList<>(); // holds nulls: not measured at that step
        steps().forEach(t -> values.add(measured(mask, t) ? physical(tensor, t, element) : null));
        return Chart.Line.plain(tensor.spec().channels().get(element).name(), "--c" + place % COLORS, values);
    }

    /** The bit of the mask that speaks for a channel. */
    private OptionalInt mask(String channel) {
        List<Channel> streams =
                episode.find(Layout.VALID).map(valid -> valid.spec().channels()).orElse(List.of());
        return IntStream.range(0, streams.size())
                .filter(i -> streams.get(i).name().equals(channel))
                .findFirst();
    }

    private boolean measured(OptionalInt mask, int t) {
        return mask.isEmpty() || episode.require(Layout.VALID).bit(t, mask.getAsInt());
    }

    private static Double physical(Tensor tensor, int t, int element) {
        float stored = tensor.value(t, element);
        if (!Float.isFinite(stored)) {
            return null;
        }
        Channel channel = tensor.spec().channels().get(element);
        return rounded(
                tensor.spec().scaling() == Scaling.SIGNED_UNIT
                        ? channel.low() + (stored + 1) / 2 * (channel.high() - channel.low())
                        : stored);
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
