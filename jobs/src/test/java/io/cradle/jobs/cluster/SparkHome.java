package io.cradle.jobs.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The smallest directory that Spark's scripts would call a Spark distribution: {@code jars/} with links to the jars Maven
 * resolved, and the command lines that Spark's own launcher makes for it.
 *
 * @param directory the distribution; every process started from it names this path in its command line
 */
record SparkHome(Path directory) {
    private static final String LAUNCHER = "org.apache.spark.launcher.Main";

    /**
     * Fills {@code directory/jars} with links.
     *
     * @param runtime class path of Spark alone, as {@code mvn dependency:build-classpath} writes it
     */
    static SparkHome create(Path directory, String runtime) throws IOException {
        Path jars = Files.createDirectories(directory.resolve("jars"));
        for (String jar : runtime.trim().split(Pattern.quote(File.pathSeparator), -1)) {
            Path target = Path.of(jar);
            Files.createSymbolicLink(jars.resolve(target.getFileName()), target);
        }
        return new SparkHome(directory);
    }

    /** A builder of the process that runs {@code mainClass} of Spark on {@link Leash}, with the environment of this home. */
    ProcessBuilder process(String mainClass, List<String> arguments) throws IOException {
        List<String> command = leashed(command(mainClass, arguments), mainClass);
        return withEnvironment(new ProcessBuilder(command));
    }

    /** Asks Spark's launcher for the command line: words ended by NUL behind a leading NUL and line feed. */
    private List<String> command(String mainClass, List<String> arguments) throws IOException {
        ProcessBuilder launcher = withEnvironment(new ProcessBuilder(
                java(), "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", directory + "/jars/*", LAUNCHER, mainClass));
        launcher.command().addAll(arguments);
        Process process =
                launcher.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!words.startsWith("\0\n")) {
            throw new IllegalStateException(
                    "Cannot launch '%s': the launcher printed '%s'".formatted(mainClass, words));
        }
        return List.of(words.substring(2, words.length() - 1).split("\0", -1));
    }

    private List<String> leashed(List<String> command, String mainClass) throws IOException {
        Path leash = directory.resolve("leash.jar");
        if (!Files.exists(leash)) {
            ClassJar.write(leash, Leash.class);
        }
        List<String> words = new ArrayList<>(command);
        int classPath = words.indexOf("-cp") + 1;
        words.set(classPath, words.get(classPath) + File.pathSeparator + leash);
        words.add(words.indexOf(mainClass), Leash.class.getName());
        return words;
    }

    private ProcessBuilder withEnvironment(ProcessBuilder builder) {
        Map<String, String> environment = builder.environment();
        new HashMap<>(environment)
                .keySet().stream()
                        .filter(name -> name.startsWith("SPARK_") || name.startsWith("HADOOP_"))
                        .forEach(environment::remove);
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("SPARK_HOME", directory.toString());
        environment.put("SPARK_SCALA_VERSION", "2.12");
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("SPARK_DAEMON_MEMORY", "256m");
        environment.put("OMP_NUM_THREADS", "1");
        return builder.directory(directory.toFile());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
