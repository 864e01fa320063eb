package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs;
import io.cradle.jobs.JobsFactory.Context;
import java.util.List;

/** Writes down what it is asked for; fails if told to. */
final class RecordingJobs implements Jobs {
    private final Context context;
    private final List<Object> asked;
    private final RuntimeException failure;

    /** @param failure thrown by every method, unless null */
    RecordingJobs(Context context, List<Object> asked, RuntimeException failure) {
        this.context = context;
        this.asked = asked;
        this.failure = failure;
    }

    private void ask(Object arguments) {
        asked.add(context.configuration());
        asked.add(arguments);
        if (failure != null) {
            throw failure;
        }
        context.out().println("asked");
    }

    @Override
    public void generate(GenerateArguments arguments) {
        ask(arguments);
    }

    @Override
    public void build(BuildArguments arguments) {
        ask(arguments);
    }

    @Override
    public void verify(VerifyArguments arguments) {
        ask(arguments);
    }

    @Override
    public void fidelity(FidelityArguments arguments) {
        ask(arguments);
    }

    @Override
    public void compact(CompactArguments arguments) {
        ask(arguments);
    }

    @Override
    public void sweep(SweepArguments arguments) {
        ask(arguments);
    }

    @Override
    public void ingest(IngestArguments arguments) {
        ask(arguments);
    }

    @Override
    public void describe(DescribeArguments arguments) {
        ask(arguments);
    }

    @Override
    public void statistics(StatisticsArguments arguments) {
        ask(arguments);
    }

    @Override
    public void arbiter(ArbiterArguments arguments) {
        ask(arguments);
    }

    @Override
    public void card(CardArguments arguments) {
        ask(arguments);
    }

    @Override
    public void files(FilesArguments arguments) {
        ask(arguments);
    }

    @Override
    public void information(InformationArguments arguments) {
        ask(arguments);
    }

    @Override
    public void curate(CurateArguments arguments) {
        ask(arguments);
    }

    @Override
    public void surprise(SurpriseArguments arguments) {
        ask(arguments);
    }

    @Override
    public void materialise(MaterialiseArguments arguments) {
        ask(arguments);
    }

    @Override
    public void export(ExportTableArguments arguments) {
        ask(arguments);
    }

    @Override
    public void train(TrainArguments arguments) {
        ask(arguments);
    }

    @Override
    public void evaluate(EvaluateArguments arguments) {
        ask(arguments);
    }

    @Override
    public void plan(PlanArguments arguments) {
        ask(arguments);
    }

    @Override
    public void compare(CompareArguments arguments) {
        ask(arguments);
    }

    @Override
    public void exportMlflow(ExportArguments arguments) {
        ask(arguments);
    }

    @Override
    public void run(RunArguments arguments) {
        ask(arguments);
    }

    @Override
    public void show(ShowArguments arguments) {
        ask(arguments);
    }

    @Override
    public void close() {
        asked.add("closed");
    }
}
