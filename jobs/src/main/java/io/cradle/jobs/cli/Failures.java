package io.cradle.jobs.cli;

import io.cradle.dataset.spec.InvalidSettingException;
import io.cradle.jobs.Interruption;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is printed when a command doesn't do what was asked, and its exit code. */
final class Failures {
    /** As a shell has it for a process that Ctrl-C ended. */
    private static final int INTERRUPTED = 130;

    private Failures() {}

    /** Bad usage or configuration: says it, shows no help text, 2. */
    static int misused(ParameterException misuse, String[] arguments) {
        CommandLine command = misuse.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(misuse.getMessage() + hint(misuse, command));
        if (List.of(arguments).contains(CommonOptions.VERBOSE)) {
            misuse.printStackTrace(err);
        }
        err.flush();
        return ExitCode.USAGE;
    }

    /** A rejected value says itself what to do; what the parser didn't understand, help explains. */
    private static String hint(ParameterException misuse, CommandLine command) {
        if (misuse.getCause() instanceof IllegalArgumentException) {
            return "";
        }
        String help = "see '%s --help'".formatted(command.getCommandSpec().qualifiedName());
        if (misuse instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean '%s'? %s"
                    .formatted(unmatched.getSuggestions().get(0), help);
        }
        return "; " + help;
    }

    /** Anything else: one line that names value and remedy, 1; or 2 where a setting names what the data don't have. */
    static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        if (Interruption.happened()) {
            return INTERRUPTED;
        }
        PrintWriter err = command.getErr();
        err.println(FailureMessage.of(failure));
        if (verbose(parsed)) {
            failure.printStackTrace(err);
        }
        err.flush();
        return misnamed(failure) ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    /** Whether it is the configuration that is wrong, though that was found only in the data. */
    private static boolean misnamed(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(InvalidSettingException.class::isInstance);
    }

    private static boolean verbose(ParseResult parsed) {
        return parsed.asCommandLineList().stream()
                .anyMatch(line -> line.getParseResult().hasMatchedOption(CommonOptions.VERBOSE));
    }
}
