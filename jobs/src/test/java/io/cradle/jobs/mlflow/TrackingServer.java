package io.cradle.jobs.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As much of an MLflow tracking server as exports ask for, by the documentation of its REST API 2.0; it keeps what it is told. */
final class TrackingServer implements AutoCloseable {
    private static final String API = "/api/2.0/mlflow/";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A run. */
    record Kept(String name, long start, Map<String, String> params, Map<String, String> tags, List<Logged> metrics) {}

    /** A number of a run. */
    record Logged(String key, double value, long step, long time) {}

    final Map<String, Kept> runs = new LinkedHashMap<>();
    final Map<String, String> ended = new TreeMap<>();
    final List<String> experiments = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<String> authorizations = new ArrayList<>();
    /** How many batches are taken before the server fails. */
    int patience = Integer.MAX_VALUE;

    private final HttpServer server;

    TrackingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        String said = path.startsWith(API) ? said(path.substring(API.length()), exchange, body) : null;
        byte[] bytes = (said == null ? error("RESOURCE_DOES_NOT_EXIST") : said).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(said == null ? 404 : said.contains("error_code") ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String error(String code) {
        return "{\"error_code\": \"%s\", \"message\": \"no\"}".formatted(code);
    }

    private synchronized String said(String endpoint, HttpExchange exchange, byte[] body) throws IOException {
        authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        asked.add(exchange.getRequestMethod() + " " + endpoint);
        JsonNode told = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        return switch (endpoint) {
            case "experiments/get-by-name" ->
                experiment(exchange.getRequestURI().getQuery());
            case "experiments/create" -> {
                experiments.add(told.get("name").textValue());
                yield "{\"experiment_id\": \"%d\"}".formatted(experiments.size());
            }
            case "runs/create" -> create(told);
            case "runs/log-batch" -> log(told);
            case "runs/search" -> search(told);
            case "runs/update" -> {
                ended.put(
                        told.get("run_id").textValue(),
                        told.get("status").textValue() + " "
                                + told.get("end_time").asLong());
                yield "{}";
            }
            default -> null;
        };
    }

    private String experiment(String query) {
        int place = experiments.indexOf(query.replace("experiment_name=", ""));
        return place < 0 ? null : "{\"experiment\": {\"experiment_id\": \"%d\", \"name\": \"x\"}}".formatted(place + 1);
    }

    private String create(JsonNode told) {
        String id =
                "run-%d-of-%s".formatted(runs.size(), told.get("experiment_id").textValue());
        Kept run = new Kept(
                told.get("run_name").textValue(),
                told.get("start_time").asLong(),
                new TreeMap<>(),
                new TreeMap<>(),
                new ArrayList<>());
        told.path("tags").forEach(tag -> run.tags()
                .put(tag.get("key").textValue(), tag.get("value").textValue()));
        runs.put(id, run);
        return "{\"run\": {\"info\": {\"run_id\": \"%s\"}}}".formatted(id);
    }

    private String log(JsonNode told) {
        int entries = told.path("metrics").size()
                + told.path("params").size()
                + told.path("tags").size();
        if (told.path("metrics").size() > 1000
                || told.path("params").size() > 100
                || entries > 1000
                || patience-- <= 0) {
            return error("INVALID_PARAMETER_VALUE");
        }
        Kept run = runs.get(told.get("run_id").textValue());
        told.path("params").forEach(each -> run.params()
                .put(each.get("key").textValue(), each.get("value").textValue()));
        told.path("tags").forEach(each -> run.tags()
                .put(each.get("key").textValue(), each.get("value").textValue()));
        told.path("metrics").forEach(each -> run.metrics()
                .add(new Logged(
                        each.get("key").textValue(),
                        each.get("value").asDouble(),
                        each.get("step").asLong(),
                        each.get("timestamp").asLong())));
        return "{}";
    }

    /** Knows filters of one tag. */
    private String search(JsonNode told) {
        String filter = told.get("filter").textValue();
        List<String> found = new ArrayList<>();
        runs.forEach((id, run) -> run.tags().forEach((key, value) -> {
            if (filter.equals("tags.`%s` = '%s'".formatted(key, value))) {
                found.add("{\"info\": {\"run_id\": \"%s\"}, \"data\": {\"metrics\": [%s]}}".formatted(id, latest(run)));
            }
        }));
        return "{\"runs\": [%s]}".formatted(String.join(", ", found));
    }

    private static String latest(Kept run) {
        Map<String, String> latest = new TreeMap<>();
        run.metrics()
                .forEach(each -> latest.put(
                        each.key(),
                        "{\"key\": \"%s\", \"value\": %s, \"timestamp\": %d, \"step\": %d}"
                                .formatted(each.key(), each.value(), each.time(), each.step())));
        return String.join(", ", latest.values());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
