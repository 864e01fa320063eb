package io.cradle.dataset.statistics;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.score.Measured;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is remembered of one tensor. A monoid, added to in place. */
final class TensorStatistics implements Serializable {
    private static final double NANOS = 1e9;

    private final TensorSpec spec;
    private final View view;
    private final List<Channel> named;
    private final List<ChannelStatistics> channels;

    TensorStatistics(TensorSpec spec) {
        this.spec = spec;
        this.view = View.of(spec);
        this.named = view.channels(spec);
        this.channels =
                Stream.generate(ChannelStatistics::new).limit(named.size()).toList();
    }

    /** Takes the tensor of one more episode in. */
    void add(Episode episode) {
        Tensor tensor = episode.require(spec.name());
        switch (view) {
            case ELEMENTS -> addElements(tensor, Measured.of(episode, spec));
            case MEAN -> addMeans(tensor);
            case INTERVALS -> addIntervals(tensor);
        }
    }

    private void addElements(Tensor tensor, Measured measured) {
        for (int t = 0; t < tensor.rows(); t++) {
            for (int element = 0; element < channels.size(); element++) {
                if (measured.at(t, element)) {
                    channels.get(element).add(number(tensor, t, element));
                } else {
                    channels.get(element).miss();
                }
            }
        }
    }

    private static double number(Tensor tensor, int t, int element) {
        return tensor.spec().encoding() == Encoding.I64
                ? (double) tensor.integer(t, element)
                : tensor.value(t, element);
    }

    private void addMeans(Tensor tensor) {
        if (spec.encoding() == Encoding.BITS || spec.encoding().isUnsigned()) {
            addMeansOfBytes(tensor.bytes());
            return;
        }
        for (int t = 0; t < tensor.rows(); t++) {
            double sum = 0;
            for (int element = 0; element < spec.elements(); element++) {
                sum += number(tensor, t, element);
            }
            channels.get(0).add(sum / spec.elements());
        }
    }

    /** Bits beyond the end of a row are 0. */
    private void addMeansOfBytes(byte[] bytes) {
        boolean bits = spec.encoding() == Encoding.BITS;
        for (int from = 0; from < bytes.length; from += spec.bytes()) {
            long sum = 0;
            for (int i = from; i < from + spec.bytes(); i++) {
                int each = Byte.toUnsignedInt(bytes[i]);
                sum += bits ? Integer.bitCount(each) : each;
            }
            channels.get(0).add((double) sum / spec.elements());
        }
    }

    private void addIntervals(Tensor stamps) {
        for (int t = 1; t < stamps.rows(); t++) {
            channels.get(0).add((double) (stamps.integer(t, 0) - stamps.integer(t - 1, 0)) / NANOS);
        }
    }

    /** Takes all that another one of this specification remembers in. */
    void add(TensorStatistics that) {
        for (int i = 0; i < channels.size(); i++) {
            channels.get(i).add(that.channels.get(i));
        }
    }

    TensorSummary summary() {
        return new TensorSummary(
                spec.name(),
                view,
                IntStream.range(0, named.size())
                        .mapToObj(i -> channels.get(i).summary(named.get(i)))
                        .toList());
    }
}
