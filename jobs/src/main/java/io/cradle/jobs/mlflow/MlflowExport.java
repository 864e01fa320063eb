package io.cradle.jobs.mlflow;

import java.util.ArrayList;
import java.util.List;

/** Sends trainings to an MLflow tracking server; those that it has already, only what is new of them. */
public final class MlflowExport {
    private static final String CLIENT = "org.mlflow.tracking.MlflowClient";

    private MlflowExport() {}

    /**
     * Sends them.
     *
     * @param server {@code http://}, {@code https://} or {@code databricks}; user, password and token are MLflow's environment variables
     * @param experiment by name; made if there is none
     * @return a line for each run
     */
    public static List<String> send(String server, String experiment, List<LoggedRun> runs) {
        requireClient();
        List<String> said = new ArrayList<>();
        try (Tracking tracking = Tracking.open(server, experiment, System.getenv())) {
            runs.forEach(run -> said.add(tracking.send(run)));
        }
        return said;
    }

    private static void requireClient() {
        try {
            Class.forName(CLIENT, false, MlflowExport.class.getClassLoader());
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(
                    "Cannot export to MLflow: its client is not on the class path; add the jar mlflow-client-2.17.2.jar, as by spark-submit --packages org.mlflow:mlflow-client:2.17.2",
                    absent);
        }
    }
}
