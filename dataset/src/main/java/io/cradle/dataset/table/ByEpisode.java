package io.cradle.dataset.table;

import org.apache.spark.Partitioner;

/**
 * Spreads keys over partitions in ascending order of episode id, so that partitions sorted within are sorted
 * throughout. Ids are digits of a hash, hence even: no sampling of the data is needed, as Spark's own ranges do.
 */
final class ByEpisode extends Partitioner {
    private static final int DIGITS = 8;
    private static final int HEX = 16;

    private final int partitions;

    ByEpisode(int partitions) {
        this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
        return partitions;
    }

    @Override
    public int getPartition(Object key) {
        String id = ((SegmentKey) key).episode();
        long prefix = Long.parseLong(id.substring(0, DIGITS), HEX);
        return (int) ((prefix * partitions) >>> (DIGITS * 4));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByEpisode that && partitions == that.partitions;
    }

    @Override
    public int hashCode() {
        return partitions;
    }
}
