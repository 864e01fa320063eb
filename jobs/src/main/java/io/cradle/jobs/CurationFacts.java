package io.cradle.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.cradle.dataset.curation.Histograms;
import io.cradle.dataset.curation.Population;
import io.cradle.dataset.curation.Quantiles;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionRows;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.jobs.decide.Decider;
import io.cradle.jobs.report.CurationInput;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What a selection comes to, summed up on the executors. In: a selection and the table that it judges. Out: what its page shows. */
final class CurationFacts {
    private static final int MOST_STRATA = 10_000;
    private static final List<Score> ALL = List.of(Score.values());

    private final EpisodeTable table;
    private final SelectionTable selection;
    private final Dataset<Row> decided;
    private final Dataset<Row> train;

    private CurationFacts(EpisodeTable table, SelectionTable selection) {
        this.table = table;
        this.selection = selection;
        this.decided = selection.decided();
        this.train = decided.where(col(SelectionRows.SPLIT).equalTo(Split.TRAIN.name()));
    }

    /** Reads every row of the selection a few times, and the episodes that are shown. */
    static CurationInput of(Session session, EpisodeTable table, SelectionTable selection) {
        return session.stage("Sum up", () -> new CurationFacts(table, selection).input());
    }

    private CurationInput input() {
        Population population = Decider.population(train, ALL);
        Row weights = train.where(SelectionRows.KEEP)
                .agg(
                        count(lit(1)),
                        sum(SelectionRows.WEIGHT),
                        sum(col(SelectionRows.WEIGHT).multiply(col(SelectionRows.WEIGHT))))
                .first();
        return new CurationInput(
                table.reference(),
                selection.reference(),
                Report.verdicts(Optional.of(selection)),
                examples(),
                histograms(population).asMap(),
                constants(population),
                strata(),
                weights.getLong(0) == 0 ? 0 : weights.getDouble(1) * weights.getDouble(1) / weights.getDouble(2),
                weights.getLong(0),
                Report.lineage(table, selection));
    }

    private Histograms histograms(Population population) {
        return train.select(SelectionRows.SCORES, SelectionRows.WEIGHT)
                .javaRDD()
                .aggregate(
                        Histograms.over(population),
                        (histograms, row) -> histograms.add(SelectionRows.scores(row.getStruct(0)), row.getDouble(1)),
                        (one, other) -> one.add(other));
    }

    private static Map<Score, Double> constants(Population population) {
        Map<Score, Double> constants = new EnumMap<>(Score.class);
        for (Score score : ALL) {
            Quantiles quantiles = population.of(score);
            if (quantiles.least() == quantiles.greatest()) {
                constants.put(score, quantiles.least());
            }
        }
        return constants;
    }

    /** Of episodes with which nothing is wrong. */
    private List<CurationInput.Stratum> strata() {
        Dataset<Row> sound =
                train.where(col(SelectionRows.KEEP).or(col(SelectionRows.REASON).equalTo(Decider.ENOUGH)));
        return sound
                .where(col(SelectionRows.STRATUM).notEqual(""))
                .groupBy(SelectionRows.STRATUM)
                .agg(
                        count(lit(1)),
                        sum(when(col(SelectionRows.KEEP), lit(1L)).otherwise(lit(0L))),
                        max(SelectionRows.WEIGHT))
                .limit(MOST_STRATA)
                .collectAsList()
                .stream()
                .map(row ->
                        new CurationInput.Stratum(row.getString(0), row.getLong(1), row.getLong(2), row.getDouble(3)))
                .toList();
    }

    /** Of each reason a few episodes of the smallest ids. */
    private List<CurationInput.Example> examples() {
        String place = "place";
        List<Row> rows = decided.where(col(SelectionRows.KEEP).equalTo(false))
                .select(SelectionRows.REASON, SelectionRows.EPISODE, SelectionRows.SCORES)
                .withColumn(
                        place,
                        row_number()
                                .over(Window.partitionBy(SelectionRows.REASON).orderBy(SelectionRows.EPISODE)))
                .where(col(place).leq(CurationInput.MOST_EXAMPLES))
                .orderBy(SelectionRows.REASON, place)
                .collectAsList();
        List<String> ids = rows.stream().map(row -> row.getString(1)).toList();
        Map<String, Episode> episodes = new HashMap<>();
        table.episodes(ids).collect().forEach(episode -> episodes.put(episode.id(), episode));
        List<CurationInput.Example> examples = new ArrayList<>();
        for (Row row : rows) {
            Scores scores = SelectionRows.scores(row.getStruct(2));
            examples.add(new CurationInput.Example(row.getString(0), episodes.get(row.getString(1)), scores));
        }
        return examples;
    }
}
