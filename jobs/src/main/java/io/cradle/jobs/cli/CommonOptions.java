package io.cradle.jobs.cli;

import io.cradle.jobs.Jobs;
import io.cradle.jobs.Worlds;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.configuration.ConfigurationLayers;
import io.cradle.rollout.RolloutConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that every command has, and what they amount to. */
final class CommonOptions {
    /** Name of the option that {@link Failures} looks for. */
    static final String VERBOSE = "--verbose";

    @Option(names = "--profile", paramLabel = "NAME", description = "Settings from conf/profiles/NAME.yaml.")
    Optional<String> profile = Optional.empty();

    @Option(
            names = "--conf",
            paramLabel = "FILE",
            description = "Settings from a YAML file, or from one below conf/ such as models/wide.yaml; repeatable.")
    List<String> files = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, such as train.rounds=50; repeatable, over all files.")
    List<String> settings = new ArrayList<>();

    @Option(names = "--master", paramLabel = "URL", description = "Spark master; short for --set spark.master=URL.")
    Optional<String> master = Optional.empty();

    @Option(
            names = {"-v", VERBOSE},
            description = "Log more, and show the stack trace of an error.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    boolean help;

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    /** The resolved configuration of a command that has no settings of its own. */
    Configuration configuration(Host host) {
        return configuration(host, UnaryOperator.identity());
    }

    /** The resolved configuration, with a command's own options laid over it; a fault is one of usage. */
    Configuration configuration(Host host, UnaryOperator<ConfigurationLayers> own) {
        return configuration(host, UnaryOperator.identity(), own);
    }

    /** The resolved configuration, with layers of a command's own below and above what these options say. */
    Configuration configuration(
            Host host, UnaryOperator<ConfigurationLayers> below, UnaryOperator<ConfigurationLayers> above) {
        if (verbose) {
            Host.logMore();
        }
        return usage(() -> above.apply(
                        layers(below.apply(new ConfigurationLayers(host.conf().get())), host))
                .load());
    }

    private ConfigurationLayers layers(ConfigurationLayers layers, Host host) {
        profile.ifPresent(layers::profile);
        files.forEach(layers::file);
        host.submittedMaster().ifPresent(url -> layers.setText("spark-submit", "spark.master", url));
        settings.forEach(layers::set);
        master.ifPresent(url -> layers.setText("--master", "spark.master", url));
        return layers;
    }

    /** Makes something of what was typed; its complaint is one of usage, exit code 2. */
    <T> T usage(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException rejected) {
            throw new ParameterException(command.commandLine(), rejected.getMessage(), rejected);
        }
    }

    /** Refuses a world, policy or variant that cannot be had, and one in which nothing can begin or act. */
    void requireWorld(Host host, Configuration configuration) {
        RolloutConfig rollout = configuration.values().rollout();
        usage(() -> WorldCheck.require(rollout.world(), host.worlds()));
        usage(() -> {
            Worlds.tried(rollout, host.worlds());
            return rollout;
        });
    }

    /** Has the jobs do the work. */
    void run(Host host, Configuration configuration, Consumer<Jobs> work) {
        host.run(configuration, command.commandLine().getOut(), work);
    }
}
