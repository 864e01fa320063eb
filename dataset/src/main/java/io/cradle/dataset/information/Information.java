package io.cradle.dataset.information;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures what episodes cost under each code. They are coded one after another, each tensor by itself; models begin knowing nothing, learn
 * from what they have coded, and are paid for by what they cost until they know. An episode is in memory at a time.
 */
public final class Information {
    private static final String CONTEXTS = "contexts in space and time, XOR of frames";

    private final Layout layout;
    private final InformationConfig config;
    private final List<Meter> meters = new ArrayList<>();

    private Information(Layout layout, InformationConfig config) {
        this.layout = layout;
        this.config = config;
        Map<String, TensorMeter> tensors = new LinkedHashMap<>();
        layout.tensors().forEach(spec -> tensors.put(spec.name(), new TensorMeter(spec, config.levels())));
        tensors.forEach((name, meter) -> {
            meters.add(meter);
            layout.find(name).filter(Information::isFilm).map(FrameMeter::new).ifPresent(meters::add);
        });
        meters.add(new OriginMeter(layout.bytes(), Optional.ofNullable(tensors.get(Layout.ACTION))));
    }

    private static boolean isFilm(TensorSpec spec) {
        return spec.name().equals(Layout.FRAME)
                && spec.encoding() == Encoding.BITS
                && !spec.shape().isEmpty();
    }

    /**
     * The cost of episodes.
     *
     * @param episodes in the order in which they are coded, ascending by id; at least one
     * @param layout of all of them
     */
    public static InformationReport measure(Iterator<Episode> episodes, Layout layout, InformationConfig config) {
        return new Information(layout, config).measured(episodes);
    }

    private InformationReport measured(Iterator<Episode> episodes) {
        int count = 0;
        long steps = 0;
        while (episodes.hasNext()) {
            Episode episode = episodes.next();
            meters.forEach(meter -> meter.add(episode));
            count++;
            steps += episode.steps();
        }
        if (count == 0) {
            throw new IllegalArgumentException(
                    "Cannot measure information: there is no episode; name a table or a selection that holds some");
        }
        long all = steps;
        List<Omission> omissions = new ArrayList<>();
        withoutContexts().ifPresent(omissions::add);
        meters.forEach(meter -> omissions.addAll(meter.omissions()));
        return new InformationReport(
                count,
                steps,
                config.levels(),
                meters.stream().flatMap(meter -> meter.costs(all).stream()).toList(),
                omissions);
    }

    private Optional<Omission> withoutContexts() {
        Optional<TensorSpec> frames = layout.find(Layout.FRAME);
        if (frames.filter(Information::isFilm).isPresent()) {
            return Optional.empty();
        }
        String why = frames.map(spec -> "it holds %s, and they are models of binary frames".formatted(spec.encoding()))
                .orElse("the table has no frames");
        return Optional.of(new Omission(Layout.FRAME, CONTEXTS, why));
    }
}
