package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.ExportArguments;
import io.cradle.jobs.configuration.Configuration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle export-mlflow}. */
@Command(
        name = "export-mlflow",
        description =
                "Sends trainings, finished or not, to an MLflow tracking server: settings, and the numbers of every round. Of those that are there already it sends what is new.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle export-mlflow models/urchin --tracking-uri http://localhost:5000",
            "  cradle export-mlflow sweeps/rates --tracking-uri http://localhost:5000 --experiment rates"
        })
final class ExportMlflowCommand implements Runnable {
    private static final String SERVERS = "https?://.+|databricks(://.+)?";

    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(
            paramLabel = "RUN",
            arity = "1..*",
            description =
                    "Paths of checkpoints whose training has begun, or directories: all trainings that have their log in them.")
    List<String> runs;

    @Option(
            names = "--tracking-uri",
            required = true,
            paramLabel = "URI",
            defaultValue = "${env:MLFLOW_TRACKING_URI}",
            description = "The server (default: the environment's MLFLOW_TRACKING_URI).")
    String server;

    @Option(
            names = "--experiment",
            paramLabel = "NAME",
            defaultValue = "${env:MLFLOW_EXPERIMENT_NAME:-cradle}",
            description =
                    "The experiment, made if there is none (default: the environment's MLFLOW_EXPERIMENT_NAME, or cradle).")
    String experiment;

    ExportMlflowCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        common.usage(() -> requireServer(server));
        common.run(host, configuration, jobs -> jobs.exportMlflow(new ExportArguments(runs, server, experiment)));
    }

    private static String requireServer(String server) {
        if (!server.matches(SERVERS)) {
            throw new IllegalArgumentException(
                    "Cannot export to MLflow at '%s': it is no tracking server; give --tracking-uri http://HOST:PORT, https://HOST or databricks"
                            .formatted(server));
        }
        return server;
    }
}
