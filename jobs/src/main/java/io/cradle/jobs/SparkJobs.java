package io.cradle.jobs;

import io.cradle.jobs.JobsFactory.Context;

/** The jobs on Spark. */
public final class SparkJobs implements Jobs {
    private final Context context;

    /** Keeps the context; starts nothing. */
    public SparkJobs(Context context) {
        this.context = context;
    }

    @Override
    public void generate(GenerateArguments arguments) {
        throw unwired();
    }

    @Override
    public void ingest(IngestArguments arguments) {
        throw unwired();
    }

    @Override
    public void describe(DescribeArguments arguments) {
        throw unwired();
    }

    @Override
    public void files(FilesArguments arguments) {
        throw unwired();
    }

    @Override
    public void curate(CurateArguments arguments) {
        throw unwired();
    }

    @Override
    public void train(TrainArguments arguments) {
        throw unwired();
    }

    @Override
    public void evaluate(EvaluateArguments arguments) {
        throw unwired();
    }

    @Override
    public void run(RunArguments arguments) {
        throw unwired();
    }

    @Override
    public void show(ShowArguments arguments) {
        throw unwired();
    }

    @Override
    public void close() {}

    private UnsupportedOperationException unwired() {
        return new UnsupportedOperationException("Cannot run on '%s': this command is not wired yet"
                .formatted(context.configuration().values().spark().master()));
    }
}
