package io.cradle.jobs;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.SelectionRows;
import io.cradle.training.evaluation.OneStep;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.Recording;
import io.cradle.training.model.WorldModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Asks a model how much each episode surprises it. In: a version of a table. Out: a Delta table that {@link SurpriseColumn} reads. */
final class SurpriseJob {
    private static final int AT_ONCE = 64;
    private static final StructType ROWS = new StructType()
            .add(SelectionRows.EPISODE, DataTypes.StringType, false)
            .add(SurpriseColumn.SURPRISE, DataTypes.DoubleType, false);

    private final Session session;
    private final EpisodeTable table;

    SurpriseJob(Session session, EpisodeTable table) {
        this.session = session;
        this.table = table;
    }

    /**
     * Writes a row for each episode that is long enough.
     *
     * @param lineage of what comes from these parents
     * @return what was written, in words
     */
    String run(Jobs.SurpriseArguments arguments, Function<List<String>, Lineage> lineage) {
        Checkpoint checkpoint = Checkpoint.load(Path.of(arguments.checkpoint()));
        Compatibility.require(checkpoint, arguments.checkpoint(), table.reference(), table.layout(), table.worlds());
        List<String> parents = List.of(table.reference(), "checkpoint " + checkpoint.digest());
        session.stage("Ask the model", () -> surprise(checkpoint)
                .write()
                .format("delta")
                .option("userMetadata", lineage.apply(parents).toJson())
                .save(arguments.out()));
        long asked =
                session.spark().read().format("delta").load(arguments.out()).count();
        return "Surprise: %s, of %d of %d episodes".formatted(arguments.out(), asked, Segments.episodes(table));
    }

    private Dataset<Row> surprise(Checkpoint checkpoint) {
        Broadcast<Checkpoint> model = session.context().broadcast(checkpoint);
        JavaRDD<Row> rows = table.episodes()
                .mapPartitions(episodes -> rows(episodes, model.value().model()));
        return session.spark().createDataFrame(rows, ROWS);
    }

    /** Mean bits a frame (without frames, of proprio), one step ahead, from the first frame on that the model may be judged by; none of what is too short. */
    static Iterator<Row> rows(Iterator<Episode> episodes, WorldModel model) {
        List<Row> rows = new ArrayList<>();
        List<Recording> batch = new ArrayList<>();
        while (episodes.hasNext()) {
            Episode episode = episodes.next();
            if (episode.steps() > model.needs()) {
                batch.add(Recording.of(episode));
            }
            if (batch.size() == AT_ONCE || !episodes.hasNext()) {
                rows.addAll(rows(batch, model));
                batch.clear();
            }
        }
        return rows.iterator();
    }

    private static List<Row> rows(List<Recording> recordings, WorldModel model) {
        List<Row> rows = new ArrayList<>();
        double[][] bits = OneStep.bits(model, recordings, model.needs());
        for (int n = 0; n < bits.length; n++) {
            Recording recording = recordings.get(n);
            double mean = recording.isFramed()
                    ? Arrays.stream(bits[n]).average().orElseThrow()
                    : OneStep.proprioBits(model, List.of(recording), model.needs());
            rows.add(RowFactory.create(recording.episode().id(), mean));
        }
        return rows;
    }
}
