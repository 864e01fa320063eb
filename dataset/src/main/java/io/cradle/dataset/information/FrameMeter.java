package io.cradle.dataset.information;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What binary frames cost under models that see their neighbours in space and time, and what their changes cost. */
final class FrameMeter implements Meter {
    private static final String XOR = "XOR, ";
    private static final List<FrameCode> CONTEXTS =
            List.of(FrameCode.SPATIAL, FrameCode.PREVIOUS, FrameCode.BEFORE, FrameCode.MIXED);
    private static final List<FrameCode> OF_CHANGES = List.of(FrameCode.ORDER_0, FrameCode.SPATIAL);

    private final Lengths frames;
    private final Lengths changes;
    private final StreamMeter stream = new StreamMeter();

    FrameMeter(TensorSpec spec) {
        Raster raster = Raster.of(spec);
        frames = new Lengths(raster, CONTEXTS);
        changes = new Lengths(raster, OF_CHANGES);
    }

    @Override
    public void add(Episode episode) {
        Frames all = Frames.of(episode.require(Layout.FRAME));
        frames.add(all);
        changes.add(all.changes());
        stream.add(all.changes().packed());
    }

    @Override
    public List<Cost> costs(long steps) {
        stream.close();
        return Stream.of(frames.costs("", steps), stream.costs(Layout.FRAME, XOR, steps), changes.costs(XOR, steps))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Omission> omissions() {
        return List.of();
    }

    /** Bits so far under each of several codes. */
    private static final class Lengths {
        private final Map<FrameCode, FrameCoder> coders = new EnumMap<>(FrameCode.class);
        private final Map<FrameCode, Double> bits = new EnumMap<>(FrameCode.class);

        Lengths(Raster raster, List<FrameCode> codes) {
            codes.forEach(code -> coders.put(code, code.coder(raster)));
        }

        void add(Frames more) {
            coders.forEach((code, coder) -> bits.merge(code, coder.bits(more, 0), Double::sum));
        }

        List<Cost> costs(String prefix, long steps) {
            List<Cost> costs = new ArrayList<>();
            bits.forEach((code, all) -> costs.add(new Cost(Layout.FRAME, prefix + code.text(), all / steps)));
            return costs;
        }
    }
}
