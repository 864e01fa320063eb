package io.cradle.jobs;

import io.cradle.dataset.table.WriteMode;
import io.cradle.ingest.export.ExportFormat;
import io.cradle.jobs.build.Acceptance;
import io.cradle.jobs.sweep.SweepPlan;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What can be asked of Cradle, one method a command. Paths are as the user wrote them: relative to the working
 * directory, or with a scheme such as {@code s3a://}. Sections of the configuration are given when the jobs are opened.
 *
 * <p>Methods throw {@link IllegalArgumentException} for bad input and
 * {@link io.cradle.dataset.episode.CorruptDataException} for bad files; their messages are shown to the user as they are.
 */
public interface Jobs extends AutoCloseable {
    /** Simulates rollouts ({@code rollout}) and commits them to a table. */
    void generate(GenerateArguments arguments);

    /** Brings a table and a selection of it up to what a pipeline declares ({@code pipeline}). */
    void build(BuildArguments arguments);

    /** Compares worlds with rollouts that boxLCD itself made; fails where a target is missed. */
    void fidelity(FidelityArguments arguments);

    /** Looks for contents in two splits, and makes a table's episodes anew from their seeds and compares every bit. */
    void verify(VerifyArguments arguments);

    /** Packs a table's small data files into few large ones. */
    void compact(CompactArguments arguments);

    /** Reads foreign recordings and commits them to a table of the same form. */
    void ingest(IngestArguments arguments);

    /** Prints what a table, or a selection, holds. */
    void describe(DescribeArguments arguments);

    /** Prints what the numbers of a table's TRAIN episodes are like. */
    void statistics(StatisticsArguments arguments);

    /** Writes the card of a table: what it holds, in pictures, figures and words. */
    void card(CardArguments arguments);

    /** Prints the live data files of a table, one a line. */
    void files(FilesArguments arguments);

    /** Measures what a table's steps cost in bits ({@code information}), and a model beside that. */
    void information(InformationArguments arguments);

    /** Judges a table's episodes ({@code curate}, {@code balance}) and writes which are kept. */
    void curate(CurateArguments arguments);

    /** Writes how much each episode surprises a model, for curation to judge by. */
    void surprise(SurpriseArguments arguments);

    /** Copies the episodes that a selection keeps to a table of their own. */
    void materialise(MaterialiseArguments arguments);

    /** Writes a table's episodes so that others can read them. */
    void export(ExportTableArguments arguments);

    /** Trains a model ({@code model}, {@code train}) on a table's TRAIN episodes. */
    void train(TrainArguments arguments);

    /** Trains many models over settings, and says which is best on VAL. */
    void sweep(SweepArguments arguments);

    /** Trains who says what samples look like ({@code arbiter}). */
    void arbiter(ArbiterArguments arguments);

    /** Measures checkpoints ({@code evaluate}) on a table's TEST episodes and writes the report. */
    void evaluate(EvaluateArguments arguments);

    /** Has planners reach goals in a simulated world ({@code plan}), planning in it and in checkpoints, and writes how it went. */
    void plan(PlanArguments arguments);

    /** Puts many trainings on one page, and prints their table. */
    void compare(CompareArguments arguments);

    /** Sends trainings to an MLflow tracking server. */
    void exportMlflow(ExportArguments arguments);

    /** Generates (unless a table is given), curates, trains, evaluates; all outputs in one directory. */
    void run(RunArguments arguments);

    /** Shows episodes of a table, or what else lies at a path, as pictures. */
    void show(ShowArguments arguments);

    /** Stops Spark if it was started. */
    @Override
    void close();

    /**
     * What {@link Jobs#generate} is told.
     *
     * @param out the table's path
     */
    record GenerateArguments(String out, WriteMode mode) {}

    /**
     * What {@link Jobs#build} is told.
     *
     * @param out directory of everything that is made, on a disk that has locks
     * @param acceptance which changes of the pipeline are followed
     */
    record BuildArguments(String out, Acceptance acceptance) {}

    /**
     * What {@link Jobs#fidelity} is told.
     *
     * @param reference directory of files {@code WORLD.npz}
     */
    record FidelityArguments(String reference) {}

    /**
     * What {@link Jobs#verify} is told.
     *
     * @param table the table's path
     * @param episodes how many; all if empty
     */
    record VerifyArguments(String table, OptionalInt episodes) {}

    /**
     * What {@link Jobs#compact} is told.
     *
     * @param table the table's path
     */
    record CompactArguments(String table) {}

    /**
     * What {@link Jobs#ingest} is told.
     *
     * @param source a file or a directory of recordings
     * @param out the table's path
     */
    record IngestArguments(String source, String out, WriteMode mode) {}

    /** How {@code describe} prints. */
    enum Form {
        /** For people. */
        TEXT,
        /** One JSON object. */
        JSON
    }

    /**
     * What {@link Jobs#describe} is told.
     *
     * @param table path of a table or of a selection
     */
    record DescribeArguments(String table, Form form) {}

    /**
     * What {@link Jobs#statistics} is told.
     *
     * @param table the table's path
     * @param selection path of a selection of that table; all episodes if empty
     */
    record StatisticsArguments(String table, Optional<String> selection, Form form) {}

    /**
     * What {@link Jobs#card} is told.
     *
     * @param table the table's path
     * @param selection path of a selection of that table; all episodes if empty
     * @param out directory that is written
     */
    record CardArguments(String table, Optional<String> selection, String out) {}

    /**
     * What {@link Jobs#files} is told.
     *
     * @param table the table's path
     */
    record FilesArguments(String table) {}

    /**
     * What {@link Jobs#information} is told.
     *
     * @param table the table's path
     * @param selection path of a selection of that table; all episodes if empty
     * @param model path of a checkpoint that is measured too; none if empty
     * @param out page that is written too; none if empty
     */
    record InformationArguments(
            String table, Optional<String> selection, Optional<String> model, Optional<String> out, Form form) {}

    /**
     * What {@link Jobs#curate} is told.
     *
     * @param table path of what is judged
     * @param from path of a selection of that table whose scores are taken over; all is scored if empty
     * @param out path of the selection
     * @param report file of the page that is written about it; none if empty
     */
    record CurateArguments(String table, Optional<String> from, String out, WriteMode mode, Optional<String> report) {}

    /**
     * What {@link Jobs#surprise} is told.
     *
     * @param checkpoint path of the model that is asked
     * @param table path of the table whose episodes it is asked about
     * @param out path of the table of what it says
     */
    record SurpriseArguments(String checkpoint, String table, String out) {}

    /**
     * What {@link Jobs#materialise} is told.
     *
     * @param table path of what was judged
     * @param selection path of a selection of that table
     * @param out path of the new table
     */
    record MaterialiseArguments(String table, String selection, String out, WriteMode mode) {}

    /**
     * What {@link Jobs#export} is told.
     *
     * @param table the table's path
     * @param selection path of a selection of that table; all episodes if empty
     * @param format what they are written as
     * @param out directory that is written, on a local disk
     */
    record ExportTableArguments(String table, Optional<String> selection, ExportFormat format, String out) {}

    /**
     * What {@link Jobs#train} is told.
     *
     * @param table path of what is learned from
     * @param selection path of a selection of that table; all valid episodes if empty
     * @param out path of the checkpoint
     * @param start whether to begin, or what to go on from
     */
    record TrainArguments(String table, Optional<String> selection, String out, Start start) {
        /**
         * Where a training begins.
         *
         * @param resume whether to go on with a training of it that was interrupted
         * @param fork path of a checkpoint or of a training's state to go on from with other settings; not with {@code resume}
         */
        public record Start(boolean resume, Optional<String> fork) {
            /** At nothing. */
            public static final Start ANEW = new Start(false, Optional.empty());
        }
    }

    /**
     * What {@link Jobs#sweep} is told.
     *
     * @param table path of what is learned from
     * @param selection path of a selection of that table; all valid episodes if empty
     * @param out directory of the sweep
     * @param plan which trainings
     * @param atOnce how many run side by side, at least 1
     */
    record SweepArguments(String table, Optional<String> selection, String out, SweepPlan plan, int atOnce) {}

    /**
     * What {@link Jobs#evaluate} is told.
     *
     * @param checkpoints paths of the models; the first is the one that is judged
     * @param table path of what it is measured on
     * @param selection path of a selection of that table; all episodes if empty
     * @param others paths of tables of other kinds of episodes, for panels beside
     * @param arbiter file of an arbiter that is asked what samples look like
     * @param out directory of the report
     */
    record EvaluateArguments(
            List<String> checkpoints,
            String table,
            Optional<String> selection,
            List<String> others,
            Optional<String> arbiter,
            String out) {}

    /**
     * What {@link Jobs#plan} is told.
     *
     * @param checkpoints paths of models that are planned in
     * @param out directory that is written
     */
    record PlanArguments(List<String> checkpoints, String out) {}

    /**
     * What {@link Jobs#arbiter} is told.
     *
     * @param table path of what it learns from
     * @param steps minibatches, at least 1
     * @param seed of its weights and of what it is shown
     * @param out file
     */
    record ArbiterArguments(String table, int steps, long seed, String out) {}

    /**
     * What {@link Jobs#compare} is told.
     *
     * @param runs paths of checkpoints, or of directories that hold logs of trainings
     * @param out page that is written, over one that is there
     */
    record CompareArguments(List<String> runs, String out) {}

    /**
     * What {@link Jobs#exportMlflow} is told.
     *
     * @param runs as {@link CompareArguments#runs}
     * @param server the tracking server's URI
     * @param experiment its name
     */
    record ExportArguments(List<String> runs, String server, String experiment) {}

    /**
     * What {@link Jobs#run} is told.
     *
     * @param out directory of everything that is made
     * @param table path of a table to use in place of generated episodes
     */
    record RunArguments(String out, Optional<String> table) {}

    /**
     * What {@link Jobs#show} is told.
     *
     * @param path of a table, or of what else is to be seen
     * @param out file that is written, by whose ending the form follows; a page in the working directory if empty
     * @param view what is drawn
     * @param dream path of a checkpoint, whose dreams are drawn beside the truth
     */
    record ShowArguments(String path, Optional<String> out, View view, Optional<String> dream) {}

    /** How {@code show} shows. */
    enum Look {
        /** A page of facts and samples. */
        HTML,
        /** What moves. */
        GIF,
        /** A still. */
        PNG,
        /** Characters. */
        TEXT
    }

    /**
     * What {@link Jobs#show} draws; of a page only the form counts.
     *
     * @param episode id of an episode, or its number among the ids in ascending order, from 0; the first ones if empty
     * @param episodes how many are drawn side by side
     * @param columns how many of them in a row; as many as make it about square if empty
     * @param scale pixels of the picture that a pixel of a frame is wide; what makes it of a usual size if empty
     */
    record View(Look look, Optional<String> episode, int episodes, OptionalInt columns, OptionalInt scale) {}
}
