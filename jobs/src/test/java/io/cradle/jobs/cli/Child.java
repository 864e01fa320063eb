package io.cradle.jobs.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Types a command in a process of its own, which can be killed. */
final class Child {
    private Child() {}

    /**
     * Starts it, with this checkout's configuration and this process's classes.
     *
     * @param log that its output goes to
     * @param options of its Java machine
     * @param words of the command
     */
    static Process start(Path log, List<String> options, List<Object> words) throws IOException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens") || argument.startsWith("-D"))
                .forEach(line::add);
        // A process that lives for seconds gains nothing from the second compiler.
        line.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dcradle.conf=../conf"));
        line.addAll(options);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Cradle.class.getName()));
        words.forEach(word -> line.add(word.toString()));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
