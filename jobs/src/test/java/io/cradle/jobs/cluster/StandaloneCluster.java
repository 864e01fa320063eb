package io.cradle.jobs.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A standalone Spark master and its workers, each a process of its own on loopback, of one core and 1 GiB a worker unless told. Ports are
 * the operating system's choice. Every process hangs on a {@link Leash}, so nothing survives this JVM, however it ends.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern WEB = Pattern.compile("MasterWebUI to \\S+, and started at (http://\\S+)");
    private static final Duration START = Duration.ofSeconds(40);
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * What a worker offers: cores, a GiB for each, and what settings say of it.
     *
     * @param settings Spark's, such as {@code spark.worker.resource.gpu.amount}
     */
    record Worker(int cores, Map<String, String> settings) {}

    private final Path directory;
    private final SparkHome spark;
    private final Path jar;
    private final List<LeashedProcess> running = new ArrayList<>();
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();
    private int submissions;
    private String master = "spark://127.0.0.1:1";

    private StandaloneCluster(Path directory, SparkHome spark, Path jar) {
        this.directory = directory;
        this.spark = spark;
        this.jar = jar;
    }

    /**
     * Starts a master and {@code workers} workers and waits until all have registered.
     *
     * @param parent existing directory that gets a new one for logs and work files
     * @param runtime class path of Spark alone
     * @param jar the packaged application
     */
    static StandaloneCluster start(Path parent, String runtime, Path jar, int workers) throws IOException {
        return start(parent, runtime, jar, Collections.nCopies(workers, new Worker(1, Map.of())));
    }

    /**
     * As the other, with workers that differ.
     */
    static StandaloneCluster start(Path parent, String runtime, Path jar, List<Worker> workers) throws IOException {
        StandaloneCluster cluster = idle(parent, runtime, jar);
        try {
            cluster.startMaster(workers);
            return cluster;
        } catch (IOException | RuntimeException failure) {
            cluster.close();
            throw failure;
        }
    }

    /** A cluster whose master isn't there: its address is a port on which nobody listens. */
    static StandaloneCluster idle(Path parent, String runtime, Path jar) throws IOException {
        Path directory = Files.createTempDirectory(parent.toAbsolutePath(), "cluster-");
        return new StandaloneCluster(directory, SparkHome.create(directory.resolve("spark"), runtime), jar);
    }

    /** Address of the master, {@code spark://127.0.0.1:PORT}. */
    String master() {
        return master;
    }

    /** Where logs are kept and submitted programs may write. */
    Path directory() {
        return directory;
    }

    /**
     * Submits the packaged jar in client mode, on two executors of one core unless settings say otherwise, and waits for its end.
     *
     * @param mainClass in the packaged jar or in a jar named by the setting {@code spark.jars}
     * @param settings Spark settings over the cluster's own
     * @throws IllegalStateException if the program has not ended within {@code patience}; it is ended then
     */
    Submission submit(String mainClass, Map<String, String> settings, List<String> arguments, Duration patience)
            throws IOException {
        String name = "submission " + submissions++;
        List<String> words = SubmitCommand.of(master, mainClass, settings, jar, arguments);
        LeashedProcess driver = start(name, spark.process("org.apache.spark.deploy.SparkSubmit", words));
        try {
            return outcome(driver, mainClass, patience);
        } finally {
            rememberFamilies();
            driver.end();
        }
    }

    private Submission outcome(LeashedProcess driver, String mainClass, Duration patience) {
        int exitCode = Await.value(
                patience,
                () -> exitCode(driver.process()),
                () -> "Cannot run '%s' on %s: no end within %d s; last lines of '%s':%n%s"
                        .formatted(mainClass, master, patience.toSeconds(), driver.log(), driver.tail()));
        return new Submission(exitCode, LeashedProcess.read(driver.out()), LeashedProcess.read(driver.log()));
    }

    private Optional<Integer> exitCode(Process process) {
        rememberFamilies();
        return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
    }

    private void startMaster(List<Worker> workers) throws IOException {
        List<String> words = List.of("--host", LOOPBACK, "--port", "0", "--webui-port", "0");
        LeashedProcess process = start("master", spark.process("org.apache.spark.deploy.master.Master", words));
        master = process.awaitLogged(MASTER, START);
        URI web = URI.create(process.awaitLogged(WEB, START) + "/json/");
        startWorkers(workers);
        awaitWorkers(web, workers.size());
    }

    private void startWorkers(List<Worker> workers) throws IOException {
        for (int worker = 0; worker < workers.size(); worker++) {
            startWorker("worker " + worker, workers.get(worker));
        }
    }

    private void startWorker(String name, Worker worker) throws IOException {
        Path properties = directory.resolve(name.replace(' ', '-') + ".conf");
        Files.write(
                properties,
                worker.settings().entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue())
                        .toList());
        List<String> words = new ArrayList<>(List.of("--host", LOOPBACK, "--webui-port", "0"));
        words.addAll(List.of("--cores", "" + worker.cores(), "--memory", worker.cores() + "g"));
        words.addAll(List.of("--work-dir", directory.resolve("work").toString()));
        words.addAll(List.of("--properties-file", properties.toString(), master));
        start(name, spark.process("org.apache.spark.deploy.worker.Worker", words));
    }

    private void awaitWorkers(URI web, int workers) {
        Await.value(
                START,
                () -> Optional.of(registered(web)).filter(count -> count == workers),
                () ->
                        "Cannot start a cluster of %d workers: %d have registered with %s within %d s; read the logs in '%s'"
                                .formatted(workers, registered(web), master, START.toSeconds(), directory));
    }

    private int registered(URI web) {
        try {
            URL url = web.toURL();
            return new ObjectMapper().readTree(url).path("aliveworkers").asInt();
        } catch (IOException unreachable) {
            throw new IllegalStateException(
                    "Cannot ask the master for its workers at '%s'".formatted(web), unreachable);
        }
    }

    private LeashedProcess start(String name, ProcessBuilder builder) throws IOException {
        LeashedProcess process = LeashedProcess.start(name, builder, directory);
        running.add(process);
        seen.add(process.process().toHandle());
        return process;
    }

    private void rememberFamilies() {
        running.forEach(process -> seen.addAll(process.family()));
    }

    /** Kills one executor when something is so; empty if none is there by then, or it was never so. */
    Optional<ProcessHandle> killExecutor(BooleanSupplier when, Duration patience) {
        Await.value(
                patience,
                () -> when.getAsBoolean() ? Optional.of(true) : Optional.empty(),
                () -> "Cannot kill an executor: what it waits for did not come within %d s"
                        .formatted(patience.toSeconds()));
        Optional<ProcessHandle> executor = survivors().stream()
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains("org.apache.spark.executor.CoarseGrainedExecutorBackend"))
                .findFirst();
        executor.ifPresent(ProcessHandle::destroyForcibly);
        return executor;
    }

    /** Every process that this cluster started, directly or through a worker, and that is still alive. */
    List<ProcessHandle> survivors() {
        String home = spark.directory().toString();
        Stream<ProcessHandle> named = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home));
        return Stream.concat(seen.stream(), named)
                .filter(ProcessHandle::isAlive)
                .distinct()
                .toList();
    }

    /** Ends every process, the drivers first and the master last, and deletes the executors' copies of the jars. */
    @Override
    public void close() throws IOException {
        rememberFamilies();
        for (int last = running.size() - 1; last >= 0; last--) {
            running.get(last).end();
        }
        survivors().forEach(ProcessHandle::destroyForcibly);
        survivors().forEach(StandaloneCluster::awaitEnd);
        deleteJarCopies();
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> process)
                .join();
    }

    private void deleteJarCopies() throws IOException {
        Path work = directory.resolve("work");
        if (!Files.exists(work)) {
            return;
        }
        try (Stream<Path> files = Files.walk(work)) {
            for (Path copy :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.delete(copy);
            }
        }
    }
}
