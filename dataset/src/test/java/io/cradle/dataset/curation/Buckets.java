package io.cradle.dataset.curation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds near duplicates in one place, as Spark does in many. */
final class Buckets {
    private Buckets() {}

    /** Those that leave, in any order; buckets are spread over so many partitions. */
    static List<Reading> leaving(List<Reading> readings, NearDuplicates near, int partitions) {
        Set<Reading> leaving = new LinkedHashSet<>();
        IntStream.range(0, partitions).forEach(partition -> {
            NearDuplicates.Sieve sieve = near.sieve();
            readings.stream()
                    .flatMap(Buckets::members)
                    .filter(member -> Math.floorMod(member.bucket(), partitions) == partition)
                    .sorted(Comparator.comparingLong(Member::bucket)
                            .thenComparing(member -> member.reading().copy()))
                    .filter(member ->
                            sieve.leaves(member.bucket(), member.reading().sketch()))
                    .forEach(member -> leaving.add(member.reading()));
        });
        return List.copyOf(leaving);
    }

    private static Stream<Member> members(Reading reading) {
        return Arrays.stream(NearDuplicates.buckets(reading.sketch())).mapToObj(bucket -> new Member(bucket, reading));
    }

    private record Member(long bucket, Reading reading) {}
}
