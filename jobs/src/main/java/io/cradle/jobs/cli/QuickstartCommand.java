package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.RunArguments;
import io.cradle.jobs.configuration.Configuration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle quickstart}. */
@Command(
        name = "quickstart",
        description = "Runs everything on the world Bounce in a few minutes: cradle run --profile quickstart.",
        footerHeading = "%nExamples:%n",
        footer = {"  cradle quickstart", "  cradle quickstart --out runs/mine --set rollout.seed=7"})
final class QuickstartCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Directory of all results; a new one in runs/ if not given.")
    Optional<String> out = Optional.empty();

    QuickstartCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        common.profile = common.profile.or(() -> Optional.of("quickstart"));
        Configuration configuration = common.configuration(host);
        common.requireWorld(host, configuration);
        String directory = out.orElseGet(QuickstartCommand::fresh);
        Places.requireFree("run", directory);
        common.run(host, configuration, jobs -> jobs.run(new RunArguments(directory, Optional.empty())));
    }

    private static String fresh() {
        return "runs/quickstart-"
                + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now(ZoneId.systemDefault()));
    }
}
