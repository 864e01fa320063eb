package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.BuildArguments;
import io.cradle.jobs.build.Acceptance;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.PartConfig;
import io.cradle.rollout.policy.Policies;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle build}. */
@Command(
        name = "build",
        description =
                "Brings a dataset up to what a pipeline declares: makes and judges what is missing, else does nothing.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle build bounce-nightly --out data/bounce-nightly",
            "  cradle build conf/pipelines/urchin-mix.yaml --out data/urchin-mix",
            "  cradle build bounce-nightly --out data/bounce-nightly --set curate.motion.leastMotion=0.01 --accept-change"
        })
final class BuildCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(paramLabel = "PIPELINE", description = "YAML file, or the name of one below conf/pipelines.")
    String pipeline;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Directory of the table, the selection and build.json.")
    String out;

    @Option(
            names = "--accept-change",
            description = "Follow changed settings of curation and balance: decide on all episodes anew.")
    boolean acceptChange;

    BuildCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration =
                common.configuration(host, layers -> layers.pipeline(pipeline), UnaryOperator.identity());
        common.usage(() -> requireParts(configuration.values().pipeline().parts()));
        Places.requireBuildTarget(out);
        Acceptance acceptance = acceptChange ? Acceptance.SETTINGS : Acceptance.NONE;
        common.run(host, configuration, jobs -> jobs.build(new BuildArguments(out, acceptance)));
    }

    private List<PartConfig> requireParts(List<PartConfig> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot build '%s': it has no pipeline.parts; name at least one".formatted(pipeline));
        }
        parts.forEach(part -> {
            WorldCheck.require(part.world(), host.worlds());
            Policies.named(part.policy());
        });
        return parts;
    }
}
