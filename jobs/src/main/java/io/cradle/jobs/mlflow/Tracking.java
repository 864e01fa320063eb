package io.cradle.jobs.mlflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowClientException;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;
import org.mlflow.tracking.creds.MlflowHostCredsProvider;

/** An experiment on a tracking server. */
final class Tracking implements AutoCloseable {
    /** Tells a training from others. */
    private static final String IDENTITY = "cradle.training";

    private final String server;
    private final MlflowClient client;
    private final String experiment;

    private Tracking(String server, MlflowClient client, String experiment) {
        this.server = server;
        this.client = client;
        this.experiment = experiment;
    }

    /** @param environment variables by which MLflow's other clients authenticate, which its Java client leaves to the caller */
    static Tracking open(String server, String experiment, Map<String, String> environment) {
        MlflowClient client = server.startsWith("http")
                ? new MlflowClient(credentials(server, environment))
                : new MlflowClient(server);
        String id = asking(server, () -> client.getExperimentByName(experiment)
                .map(there -> there.getExperimentId())
                .orElseGet(() -> client.createExperiment(experiment)));
        return new Tracking(server, client, id);
    }

    private static MlflowHostCredsProvider credentials(String server, Map<String, String> environment) {
        return new BasicMlflowHostCreds(
                server,
                environment.get("MLFLOW_TRACKING_USERNAME"),
                environment.get("MLFLOW_TRACKING_PASSWORD"),
                environment.get("MLFLOW_TRACKING_TOKEN"),
                "true".equals(environment.get("MLFLOW_TRACKING_INSECURE_TLS")));
    }

    /** Sends what the server doesn't have of a training; says what that was. */
    String send(LoggedRun run) {
        if (run.run().rounds().isEmpty()) {
            return "%s: no round is over yet".formatted(run.run().name());
        }
        return asking(server, () -> {
            Optional<Run> there = find(run);
            String id = there.map(each -> each.getInfo().getRunId()).orElseGet(() -> begin(run));
            List<Metric> metrics =
                    RunMetrics.after(run, there.map(RunMetrics::last).orElse(-1L));
            Batches.of(metrics, Batches.MOST_METRICS).forEach(part -> client.logBatch(id, part, List.of(), List.of()));
            run.ended().ifPresent(end -> client.setTerminated(id, RunStatus.FINISHED, end.toEpochMilli()));
            return "%s: run %s, %d new numbers".formatted(run.run().name(), id, metrics.size());
        });
    }

    private Optional<Run> find(LoggedRun run) {
        String filter = "tags.`%s` = '%s'".formatted(IDENTITY, run.identity());
        return client.searchRuns(List.of(experiment), filter, ViewType.ACTIVE_ONLY, 1).getItems().stream()
                .findFirst();
    }

    private String begin(LoggedRun run) {
        String id = client.createRun(CreateRun.newBuilder()
                        .setExperimentId(experiment)
                        .setRunName(run.run().name())
                        .setStartTime(run.begun().toEpochMilli())
                        .addTags(tag("mlflow.runName", run.run().name()))
                        .build())
                .getRunId();
        List<Param> params = run.run().settings().entrySet().stream()
                .map(each -> Param.newBuilder()
                        .setKey(each.getKey())
                        .setValue(each.getValue())
                        .build())
                .toList();
        Batches.of(params, Batches.MOST_PARAMS).forEach(part -> client.logBatch(id, List.of(), part, List.of()));
        // Last, so that a run which an error left without settings is not gone on with.
        client.logBatch(id, List.of(), List.of(), List.of(tag(IDENTITY, run.identity())));
        return id;
    }

    private static RunTag tag(String key, String value) {
        return RunTag.newBuilder().setKey(key).setValue(value).build();
    }

    private static <T> T asking(String server, Supplier<T> question) {
        try {
            return question.get();
        } catch (MlflowClientException refused) {
            throw new IllegalStateException(
                    "Cannot export to MLflow at '%s': %s; check --tracking-uri, and that a tracking server answers there"
                            .formatted(server, cause(refused)),
                    refused);
        }
    }

    /** The client wraps what the network says. */
    private static String cause(Throwable failure) {
        return failure.getCause() == null
                ? failure.getMessage()
                : String.valueOf(failure.getCause().getMessage());
    }

    @Override
    public void close() {
        client.close();
    }
}
