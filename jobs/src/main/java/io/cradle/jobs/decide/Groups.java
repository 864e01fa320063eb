package io.cradle.jobs.decide;

import java.io.Serializable;
import java.util.Iterator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/** Shows the members of each group, sorted, to something that remembers a little: no group is ever in memory. */
final class Groups {
    private Groups() {}

    /** Made anew for each partition. */
    interface Sieves<S> extends Supplier<S>, Serializable {}

    /**
     * What a sieve makes of each member, in order.
     *
     * @param sieves makes one that was shown nothing
     * @param show shows it a member
     */
    static <T, S, R> JavaRDD<R> sift(
            JavaPairRDD<Place, T> members, Sieves<S> sieves, Function2<S, Tuple2<Place, T>, R> show) {
        ByGroup groups = new ByGroup(members.getNumPartitions());
        return members.repartitionAndSortWithinPartitions(groups)
                .mapPartitions(sorted -> sift(sorted, sieves.get(), show));
    }

    private static <T, S, R> Iterator<R> sift(
            Iterator<Tuple2<Place, T>> sorted, S sieve, Function2<S, Tuple2<Place, T>, R> show) {
        Iterable<Tuple2<Place, T>> once = () -> sorted;
        Stream<Tuple2<Place, T>> members = StreamSupport.stream(once.spliterator(), false);
        return members.map(member -> shown(sieve, member, show)).iterator();
    }

    private static <T, S, R> R shown(S sieve, Tuple2<Place, T> member, Function2<S, Tuple2<Place, T>, R> show) {
        try {
            return show.call(sieve, member);
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception undeclared) { // Spark's functions declare what none of ours throws
            throw new IllegalStateException(undeclared);
        }
    }

    /** All of a group in one partition. */
    private static final class ByGroup extends Partitioner {
        private final int partitions;

        ByGroup(int partitions) {
            this.partitions = Math.max(1, partitions);
        }

        @Override
        public int numPartitions() {
            return partitions;
        }

        @Override
        public int getPartition(Object key) {
            return Math.floorMod(((Place) key).group().hashCode(), partitions);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ByGroup that && partitions == that.partitions;
        }

        @Override
        public int hashCode() {
            return partitions;
        }
    }
}
