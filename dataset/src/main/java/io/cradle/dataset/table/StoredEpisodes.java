package io.cradle.dataset.table;

import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Rows of a table as episodes, and as digests of episodes, in ascending order of id. */
final class StoredEpisodes {
    private static final String WHOLE = SegmentColumns.SEGMENTS + " = 1";
    private static final String CUT = SegmentColumns.SEGMENTS + " > 1";
    /** Digests are small: more partitions than this would only cost time. */
    private static final int MOST_PARTITIONS_OF_DIGESTS = 64;

    private StoredEpisodes() {}

    /**
     * Each episode once.
     *
     * @param path the table, for messages
     */
    static JavaRDD<Episode> episodes(Dataset<Row> rows, Layout layout, String path) {
        JavaPairRDD<SegmentKey, StoredSegment> segments = segments(rows, layout, path)
                .mapToPair(
                        segment -> new Tuple2<>(new SegmentKey(segment.episode(), segment.firstStep(), ""), segment));
        return byEpisode(segments, path).map(EpisodeCopies::episode);
    }

    /**
     * Every copy of every episode, in no order. Only episodes of several rows are shuffled.
     *
     * @param path the table, for messages
     */
    static JavaRDD<Episode> copies(Dataset<Row> rows, Layout layout, String path) {
        JavaRDD<Episode> whole = segments(rows.where(WHOLE), layout, path)
                .map(segment -> EpisodeCopies.of(List.of(segment), path).episode());
        JavaPairRDD<SegmentKey, StoredSegment> cut = segments(rows.where(CUT), layout, path)
                .mapToPair(segment -> new Tuple2<>(
                        new SegmentKey(segment.episode(), segment.firstStep(), contentOf(segment)), segment));
        return whole.union(
                byEpisode(cut, path).flatMap(copies -> copies.episodes().iterator()));
    }

    /**
     * Each episode once, in no order. Tensors are shuffled only if some episode stands twice.
     *
     * @param path the table, for messages
     */
    static JavaRDD<Episode> once(Dataset<Row> rows, Layout layout, String path) {
        Dataset<Row> twice = rows.where(SegmentColumns.SEGMENT + " = 0")
                .groupBy(SegmentColumns.EPISODE)
                .count()
                .where("count > 1");
        return twice.isEmpty() ? copies(rows, layout, path) : episodes(rows, layout, path);
    }

    /**
     * A digest for each content of each episode. Episodes of one row are hashed where they are read; only those of
     * several rows are shuffled.
     */
    static JavaRDD<EpisodeDigest> digests(Dataset<Row> rows, Layout layout, String path) {
        JavaRDD<EpisodeDigest> whole = segments(rows.where(WHOLE), layout, path)
                .map(segment -> EpisodeCopies.of(List.of(segment), path))
                .flatMap(copies -> copies.digests().iterator());
        JavaPairRDD<SegmentKey, StoredSegment> cut = segments(rows.where(CUT), layout, path)
                .mapToPair(segment -> new Tuple2<>(
                        new SegmentKey(segment.episode(), segment.firstStep(), contentOf(segment)), segment));
        return counted(whole.union(
                byEpisode(cut, path).flatMap(copies -> copies.digests().iterator())));
    }

    private static JavaRDD<StoredSegment> segments(Dataset<Row> rows, Layout layout, String path) {
        SegmentDecoder decoder = new SegmentDecoder(rows.schema(), layout, path);
        return rows.queryExecution()
                .toRdd()
                .toJavaRDD()
                .mapPartitions(BlamedRows::new)
                .map(decoder::segment);
    }

    private static String contentOf(StoredSegment segment) {
        return new ContentHash().segment(segment.firstStep(), segment.tensors()).hex();
    }

    private static JavaRDD<EpisodeCopies> byEpisode(JavaPairRDD<SegmentKey, StoredSegment> segments, String path) {
        return sorted(segments, segments.getNumPartitions())
                .mapPartitions(partition -> map(new Groups<>(partition, StoredSegment::episode))
                        .map(group -> EpisodeCopies.of(group, path))
                        .iterator());
    }

    private static JavaRDD<EpisodeDigest> counted(JavaRDD<EpisodeDigest> digests) {
        int partitions = Math.min(MOST_PARTITIONS_OF_DIGESTS, digests.getNumPartitions());
        return sorted(digests.mapToPair(StoredEpisodes::keyed), partitions).mapPartitions(partition -> map(new Groups<>(
                        partition, digest -> keyed(digest)._1()))
                .map(group -> group.get(0).withCopies(group.size()))
                .iterator());
    }

    private static Tuple2<SegmentKey, EpisodeDigest> keyed(EpisodeDigest digest) {
        return new Tuple2<>(new SegmentKey(digest.episode(), 0, digest.digest()), digest);
    }

    private static <T> JavaRDD<T> sorted(JavaPairRDD<SegmentKey, T> keyed, int partitions) {
        return keyed.repartitionAndSortWithinPartitions(new ByEpisode(Math.max(1, partitions)))
                .values();
    }

    private static <T> Stream<T> map(Iterator<T> items) {
        Iterable<T> once = () -> items;
        return StreamSupport.stream(once.spliterator(), false);
    }
}
