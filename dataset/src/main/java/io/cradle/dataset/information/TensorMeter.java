package io.cradle.dataset.information;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What any tensor costs: raw, under zstd, and by how often each level occurs. */
final class TensorMeter implements Meter {
    /** As stored before compression. */
    static final String RAW = "raw";

    private final TensorSpec spec;
    private final int cells;
    private final StreamMeter stream = new StreamMeter();
    private final Optional<LevelCode> levels;

    /**
     * A meter of one tensor.
     *
     * @param cells of a float's range
     */
    TensorMeter(TensorSpec spec, int cells) {
        this.spec = spec;
        this.cells = cells;
        this.levels = spec.encoding() == Encoding.I64 ? Optional.empty() : Optional.of(new LevelCode(spec, cells));
    }

    @Override
    public void add(Episode episode) {
        Tensor tensor = episode.require(spec.name());
        stream.add(tensor.bytes());
        levels.ifPresent(code -> code.add(tensor));
    }

    @Override
    public List<Cost> costs(long steps) {
        stream.close();
        List<Cost> costs = new ArrayList<>();
        costs.add(new Cost(spec.name(), RAW, StreamMeter.bits(stream.bytes(), steps)));
        costs.addAll(stream.costs(spec.name(), "", steps));
        levels.ifPresent(code -> costs.add(new Cost(spec.name(), name(), code.bits() / steps)));
        return costs;
    }

    /** Bytes of the shortest way to keep all of it that loses nothing. */
    long least() {
        stream.close();
        return stream.least();
    }

    private String name() {
        String order = FrameCode.ORDER_0.text();
        return spec.encoding() == Encoding.F32 ? "%s of %d levels".formatted(order, cells) : order;
    }

    @Override
    public List<Omission> omissions() {
        return levels.isPresent()
                ? List.of()
                : List.of(new Omission(
                        spec.name(),
                        FrameCode.ORDER_0.text(),
                        "it holds I64, whole numbers without a range to cut into levels"));
    }
}
