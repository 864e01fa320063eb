package io.cradle.jobs.cli;

import io.cradle.jobs.SparkJobs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Grows world models: {@code bin/cradle COMMAND}, or this class under {@code spark-submit}. */
@Command(
        name = "cradle",
        description = "Grows world models: simulate, curate, train, measure, dream.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle quickstart",
            "  cradle generate --world Urchin --episodes 2000 --seed 7 --out data/urchin",
            "  cradle train data/urchin --out models/urchin --set train.rounds=100",
            "",
            "Exit codes: 0 done, 2 usage or configuration, 1 failure."
        })
public final class Cradle implements Runnable {
    private static final int WIDTH = 100;

    @Spec
    CommandSpec spec;

    private Cradle() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        int code = commandLine(Host.ofProcess(SparkJobs::new)).execute(arguments);
        // A clean end is left to the JVM: under spark-submit an exit would race the application's own end.
        if (code != 0) {
            System.exit(code);
        }
    }

    /** The whole command line on a host. */
    static CommandLine commandLine(Host host) {
        CommandLine line = new CommandLine(new Cradle())
                .addSubcommand(new QuickstartCommand(host))
                .addSubcommand(new GenerateCommand(host))
                .addSubcommand(new BuildCommand(host))
                .addSubcommand(new IngestCommand(host))
                .addSubcommand(new DescribeCommand(host))
                .addSubcommand(new StatisticsCommand(host))
                .addSubcommand(new CardCommand(host))
                .addSubcommand(new FilesCommand(host))
                .addSubcommand(new InformationCommand(host))
                .addSubcommand(new CompactCommand(host))
                .addSubcommand(new FidelityCommand(host))
                .addSubcommand(new VerifyCommand(host))
                .addSubcommand(new ArbiterCommand(host))
                .addSubcommand(new ShowCommand(host))
                .addSubcommand(new CurateCommand(host))
                .addSubcommand(new SurpriseCommand(host))
                .addSubcommand(new MaterialiseCommand(host))
                .addSubcommand(new ExportCommand(host))
                .addSubcommand(new TrainCommand(host))
                .addSubcommand(new SweepCommand(host))
                .addSubcommand(new EvaluateCommand(host))
                .addSubcommand(new CompareCommand(host))
                .addSubcommand(new PlanCommand(host))
                .addSubcommand(new ExportMlflowCommand(host))
                .addSubcommand(new RunCommand(host));
        line.setUsageHelpWidth(WIDTH);
        line.setAbbreviatedOptionsAllowed(false);
        line.setParameterExceptionHandler(Failures::misused);
        line.setExecutionExceptionHandler(Failures::failed);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing COMMAND");
    }
}
