package io.cradle.ingest.assembly;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.align.Follower;
import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers of a take at times that only go forward: in SI, scaled, proprio first, with a bit for each. */
final class Numbers {
    private final List<Channelled> streams = new ArrayList<>();
    private final float[] row;
    private final boolean[] measured;
    private final double[] lows;
    private final double[] spans;
    private final boolean scaled;

    /**
     * Begins to follow a take.
     *
     * @param tracks its streams in order of the plan
     */
    Numbers(Take take, List<Track> tracks, TakePlan plan, TakeConfig config) {
        int from = 0;
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            Role role = plan.shape().streams().get(i).role();
            streams.add(new Channelled(
                    follower(take, track, role, config),
                    config.streams().factor(track.name()),
                    from,
                    new float[track.channels().size()]));
            from += track.channels().size();
        }
        this.row = new float[from];
        this.measured = new boolean[from];
        List<Channel> channels = channels(plan.layout());
        this.lows = channels.stream().mapToDouble(Channel::low).toArray();
        this.spans = channels.stream()
                .mapToDouble(channel -> channel.high() - channel.low())
                .toArray();
        this.scaled = config.streams().scaling() == Scaling.SIGNED_UNIT;
    }

    private static Follower follower(Take take, Track track, Role role, TakeConfig config) {
        boolean told = config.streams().interpolation().containsKey(track.name());
        return config.rate() == 0 && take.rate() > 0 && !told
                ? new Follower(track, Interpolation.NEAREST, 1e9 / take.rate() / 2)
                : new Follower(track, config.streams().interpolation(track.name(), role), config.longestGapNs());
    }

    /** Moves to a time in ns, not before the last one. */
    void at(long time) {
        for (Channelled stream : streams) {
            boolean there = stream.follower().at(time, stream.values());
            for (int c = 0; c < stream.values().length; c++) {
                int at = stream.from() + c;
                row[at] = stored(stream.factor() * stream.values()[c], at);
                measured[at] = there;
            }
        }
    }

    /** Numbers of all streams. */
    int count() {
        return row.length;
    }

    /** A number at the time it was moved to, as it is stored. */
    float value(int at) {
        return row[at];
    }

    /** Whether it was measured then. */
    boolean measured(int at) {
        return measured[at];
    }

    private float stored(double physical, int at) {
        if (!scaled) {
            return (float) physical;
        }
        return (float) (2 * (physical - lows[at]) / spans[at] - 1);
    }

    private static List<Channel> channels(Layout layout) {
        List<Channel> channels = new ArrayList<>();
        layout.find(Layout.PROPRIO).map(TensorSpec::channels).ifPresent(channels::addAll);
        Optional.of(layout.require(Layout.ACTION).channels())
                .filter(action -> !action.equals(List.of(Channel.NOTHING)))
                .ifPresent(channels::addAll);
        return channels;
    }

    /** A stream, the factor of its numbers to SI, and where the first of them stands in a row. */
    private static final class Channelled {
        private final Follower follower;
        private final double factor;
        private final int from;
        private final float[] values;

        Channelled(Follower follower, double factor, int from, float[] values) {
            this.follower = follower;
            this.factor = factor;
            this.from = from;
            this.values = values;
        }

        Follower follower() {
            return follower;
        }

        double factor() {
            return factor;
        }

        int from() {
            return from;
        }

        float[] values() {
            return values;
        }
    }
}
