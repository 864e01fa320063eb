package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.FidelityArguments;
import io.cradle.jobs.configuration.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle fidelity}. */
@Command(
        name = "fidelity",
        description = "Compares worlds with rollouts that boxLCD made of them; fails where a target is missed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle fidelity --reference rollouts/boxlcd",
            "  cradle fidelity --reference rollouts/boxlcd --set rollout.solver=LIGHT"
        })
final class FidelityCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Option(
            names = "--reference",
            required = true,
            paramLabel = "DIR",
            description = "Directory of files WORLD.npz, laid out as docs/fidelity.md says.")
    String reference;

    FidelityCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host);
        Places.requireThere("directory", reference);
        common.run(host, configuration, jobs -> jobs.fidelity(new FidelityArguments(reference)));
    }
}
