package io.cradle.jobs.decide;

import io.cradle.dataset.balance.BalanceConfig;
import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.curation.Copy;
import io.cradle.dataset.curation.CurationConfig;
import io.cradle.dataset.curation.Curator;
import io.cradle.dataset.curation.Duplicates;
import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.NearDuplicates;
import io.cradle.dataset.curation.Population;
import io.cradle.dataset.curation.Stage;
import io.cradle.dataset.curation.StageName;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Sketch;
import java.util.Collection;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Decides which of many episodes stay: by themselves, among those that are alike, and for balance, in this order. Reads
 * scores alone. Nothing that grows with the number of episodes is ever in one place.
 */
public final class Decider {
    private final CurationConfig config;
    private final BalanceConfig balance;

    /** By these settings. */
    public Decider(CurationConfig config, BalanceConfig balance) {
        this.config = config;
        this.balance = balance;
    }

    /** A verdict on each candidate, in no order. */
    public JavaRDD<Judged> decide(JavaRDD<Candidate> candidates) {
        JavaRDD<Candidate> scored = candidates.persist(StorageLevel.DISK_ONLY());
        JavaRDD<Judged> judged = alone(scored, config.judges(), population(scored));
        if (config.has(StageName.DUPLICATES)) {
            judged = withoutDuplicates(judged);
        }
        if (config.has(StageName.NEAR_DUPLICATES)) {
            judged = withoutNearDuplicates(judged.persist(StorageLevel.DISK_ONLY()), config.nearDuplicates());
        }
        return balance.balances() ? new Balance(balance).balanced(judged.persist(StorageLevel.DISK_ONLY())) : judged;
    }

    /** Of the TRAIN episodes with which nothing is wrong that can be told without the others. */
    private Population population(JavaRDD<Candidate> scored) {
        List<Score> asked = config.judges().stream()
                .flatMap(stage -> stage.compares().stream())
                .distinct()
                .toList();
        List<Stage> absolute = config.judges().stream()
                .filter(stage -> stage.compares().isEmpty())
                .toList();
        return asked.isEmpty() ? new Population() : population(sound(scored, absolute), asked);
    }

    private static JavaRDD<Candidate> sound(JavaRDD<Candidate> scored, List<Stage> stages) {
        return scored.filter(candidate -> candidate.split() == Split.TRAIN
                && Curator.judge(candidate, stages, new Population()) instanceof Verdict.Keep);
    }

    static Population population(JavaRDD<Candidate> candidates, Collection<Score> asked) {
        return candidates.aggregate(
                new Population(),
                (population, candidate) -> population.add(candidate.scores(), asked),
                (one, other) -> one.add(other));
    }

    private static JavaRDD<Judged> alone(JavaRDD<Candidate> scored, List<Stage> stages, Population population) {
        return scored.map(candidate -> Judged.of(candidate, Curator.judge(candidate, stages, population)));
    }

    private static JavaRDD<Judged> withoutDuplicates(JavaRDD<Judged> judged) {
        JavaPairRDD<Place, Judged> byDigest = judged.filter(Judged::stays)
                .mapToPair(each -> new Tuple2<>(new Place(each.candidate().digest(), 0, copy(each)), each));
        JavaRDD<Judged> sifted = Groups.sift(byDigest, Duplicates::new, (sieve, member) -> {
            Verdict verdict = sieve.judge(member._1().group());
            return verdict instanceof Verdict.Drop drop ? member._2().unless(drop) : member._2();
        });
        return judged.filter(each -> !each.stays()).union(sifted);
    }

    private static JavaRDD<Judged> withoutNearDuplicates(JavaRDD<Judged> judged, NearDuplicates near) {
        JavaPairRDD<Place, byte[]> members = judged.filter(Judged::stays)
                .flatMapToPair(each -> NearDuplicates.buckets(each.candidate().sketch()).stream()
                        .map(bucket -> new Tuple2<>(
                                new Place(bucket, 0, copy(each)),
                                each.candidate().sketch().bytes()))
                        .iterator());
        JavaPairRDD<String, Boolean> leaving = Groups.sift(
                        members, near::sieve, (sieve, member) -> new Tuple2<>(member._1(), leaves(sieve, member)))
                .filter(Tuple2::_2)
                .mapToPair(each -> new Tuple2<>(each._1().copy().episode(), true))
                .reduceByKey((one, other) -> one);
        Verdict.Drop drop = new Verdict.Drop(NearDuplicates.NEAR_DUPLICATE);
        return judged.mapToPair(each -> new Tuple2<>(each.episode(), each))
                .leftOuterJoin(leaving)
                .values()
                .map(pair -> pair._2().isPresent() ? pair._1().unless(drop) : pair._1());
    }

    private static boolean leaves(NearDuplicates.Sieve sieve, Tuple2<Place, byte[]> member) {
        return sieve.leaves(member._1().group(), Sketch.ofBytes(member._2()));
    }

    static Copy copy(Judged judged) {
        return new Copy(judged.candidate().split(), judged.episode());
    }
}
