package io.cradle.jobs.cli;

import io.cradle.dataset.table.WriteMode;
import io.cradle.jobs.Jobs.GenerateArguments;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.ConfigurationLayers;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cradle generate}. */
@Command(
        name = "generate",
        description = "Simulates rollouts of a world in parallel and stores them as a table of episodes.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle generate --world Bounce --episodes 600 --out data/bounce",
            "  cradle generate --world urchin --episodes 200 --seed 9 --out data/urchin --append",
            "  cradle generate --world Urchin --episodes 100000 --out data/large --resume",
            "  cradle generate --world learned:runs/first/checkpoint --episodes 50 --out data/dreams"
        })
final class GenerateCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Mixin
    TableTarget target;

    @Option(
            names = "--world",
            paramLabel = "W",
            description = "World of conf/worlds, in any case, or learned:CHECKPOINT (rollout.world).")
    Optional<String> world = Optional.empty();

    @Option(names = "--episodes", paramLabel = "N", description = "How many episodes (rollout.episodes).")
    Optional<String> episodes = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "Parent of all the episodes' seeds (rollout.seed).")
    Optional<String> seed = Optional.empty();

    @Option(
            names = "--partitions",
            paramLabel = "P",
            description = "Spark tasks that share the work (rollout.partitions).")
    Optional<String> partitions = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "P",
            description = "Who acts, such as uniform or smooth:time=0.5 (rollout.policy).")
    Optional<String> policy = Optional.empty();

    @Option(
            names = "--resume",
            description = "Go on with a build that was interrupted: make only the episodes that are missing.")
    boolean resume;

    GenerateCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host, this::over);
        common.requireWorld(host, configuration);
        WriteMode mode = common.usage(() -> target.mode(resume));
        target.require(mode);
        common.run(host, configuration, jobs -> jobs.generate(new GenerateArguments(target.out, mode)));
    }

    private ConfigurationLayers over(ConfigurationLayers layers) {
        world.ifPresent(name -> layers.setText("--world", "rollout.world", name));
        episodes.ifPresent(count -> layers.set("--episodes", "rollout.episodes", count));
        seed.ifPresent(parent -> layers.set("--seed", "rollout.seed", parent));
        partitions.ifPresent(count -> layers.set("--partitions", "rollout.partitions", count));
        policy.ifPresent(name -> layers.setText("--policy", "rollout.policy", name));
        return layers;
    }
}
