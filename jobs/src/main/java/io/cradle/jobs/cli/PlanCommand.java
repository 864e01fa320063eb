package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs.PlanArguments;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.ConfigurationLayers;
import io.cradle.rollout.RolloutConfig;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cradle plan}. */
@Command(
        name = "plan",
        description =
                "Plans ways to a goal, in the true simulator and in learned ones, and tries them in the true one.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cradle plan --world Luxo --out plans/luxo",
            "  cradle plan models/urchin --world Urchin --episodes 400 --out plans/urchin --set plan.planners=[CEM]"
        })
final class PlanCommand implements Runnable {
    private final Host host;

    @Mixin
    CommonOptions common;

    @Parameters(
            paramLabel = "CHECKPOINT",
            arity = "0..*",
            description = "Paths of trained models that are planned in; none plans in the true simulator alone.")
    List<String> checkpoints = List.of();

    @Option(
            names = "--world",
            paramLabel = "W",
            description = "World of conf/worlds, in any case, in which all act (rollout.world).")
    Optional<String> world = Optional.empty();

    @Option(names = "--episodes", paramLabel = "N", description = "How many attempts of each (plan.episodes).")
    Optional<String> episodes = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "Parent of all seeds (plan.seed).")
    Optional<String> seed = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Directory of planning.json.")
    String out;

    PlanCommand(Host host) {
        this.host = host;
    }

    @Override
    public void run() {
        Configuration configuration = common.configuration(host, this::over);
        common.usage(() -> simulated(configuration.values().rollout()));
        common.requireWorld(host, configuration);
        checkpoints.forEach(checkpoint -> Places.requireThere("checkpoint", checkpoint));
        Places.requireFree("results", out);
        common.run(host, configuration, jobs -> jobs.plan(new PlanArguments(checkpoints, out)));
    }

    private static RolloutConfig simulated(RolloutConfig rollout) {
        if (rollout.world().startsWith(WorldCheck.LEARNED)) {
            throw new IllegalArgumentException(
                    "Cannot act in '%s': success is measured in a simulated world; name one of conf/worlds with --world, and give the checkpoint as an argument"
                            .formatted(rollout.world()));
        }
        return rollout;
    }

    private ConfigurationLayers over(ConfigurationLayers layers) {
        world.ifPresent(name -> layers.setText("--world", "rollout.world", name));
        episodes.ifPresent(count -> layers.set("--episodes", "plan.episodes", count));
        seed.ifPresent(parent -> layers.set("--seed", "plan.seed", parent));
        return layers;
    }
}
