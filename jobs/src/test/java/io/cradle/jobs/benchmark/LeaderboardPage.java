package io.cradle.jobs.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/**
 * What one world's evaluation says of every model, as Markdown. Arguments: the world, its evaluation.json, and another name for
 * the model that it is of, if it shall have one.
 *
 * <p>Published numbers are those of boxLCD's final paper (August 2021), prompted.
 */
final class LeaderboardPage {
    /** SSIM and PSNR in dB, each of its RSSM and of its best transformer, by world. */
    private static final Map<String, List<String>> PUBLISHED = Map.of(
            "Dropbox", List.of(".878 / .953", "44.3 / 69.3"),
            "Bounce", List.of(".906 / .980", "59.2 / 88.4"),
            "Bounce2", List.of(".762 / .856", "25.9 / 51.6"),
            "Object2", List.of(".645 / .710", "14.3 / 21.2"),
            "Urchin", List.of(".715 / .741", "13.3 / 14.0"),
            "Luxo", List.of(".647 / .675", "11.7 / 12.3"));

    private LeaderboardPage() {}

    public static void main(String[] arguments) throws IOException {
        JsonNode report =
                JsonMapper.builder().build().readTree(Path.of(arguments[1]).toFile());
        System.out.printf(
                "## %s%n%n%,d episodes of %s, %,d frames one step ahead, %,d takes of %d + %d frames open loop.%n%n",
                arguments[0],
                report.path("episodes").asInt(),
                report.path("config").path("split").asText(),
                report.path("frames").asInt(),
                report.path("takes").asInt(),
                report.path("config").path("prompt").asInt(),
                report.path("config").path("horizon").asInt());
        System.out.println(
                "| model | bits/frame | over copy-last | over constant velocity | FEB | IoU@10 | lost after | SSIM (boxLCD's) | PSNR, dB (boxLCD's) | proprio, m | frames/s alone | in 64 |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        UnaryOperator<String> called = arguments.length > 2
                ? name -> name.equals(report.path("model").asText()) ? arguments[2] : name
                : UnaryOperator.identity();
        report.path("models").forEach(model -> System.out.println(row(model, report, called)));
        List<String> published = PUBLISHED.getOrDefault(arguments[0], List.of("–", "–"));
        System.out.printf(
                "| *published: RSSM / best transformer* | | | | | | | *%s* | *%s* | | | |%n",
                published.get(0), published.get(1));
        System.out.println();
        System.out.println(oracle(report.path("oracle")));
        System.out.println(fitted(report.path("subject").path("models")));
        report.path("models").forEach(model -> latent(model, called));
        report.path("panels").forEach(panel -> panel(panel, called));
    }

    private static String row(JsonNode model, JsonNode report, UnaryOperator<String> called) {
        String name = model.path("model").asText();
        JsonNode pace = report.path("paces").path(name);
        return "| %s | %s%s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        called.apply(name),
                        sign(model),
                        interval(model.path("bitsPerFrame"), 2),
                        interval(model.path("beyond").path("copy-last"), 2),
                        interval(model.path("beyond").path("constant-velocity"), 2),
                        interval(report.path("oracle").path("explained").path(name), 2),
                        interval(
                                model.path("iou")
                                        .path(Math.min(9, model.path("iou").size() - 1)),
                                2),
                        horizon(model.path("horizon")),
                        interval(model.path("means").path("BOXLCD_SSIM"), 3),
                        interval(model.path("means").path("BOXLCD_PSNR"), 1),
                        interval(model.path("means").path("PROPRIO_METRES"), 3),
                        count(pace.path("alone")),
                        count(pace.path("together")));
    }

    private static String sign(JsonNode model) {
        return model.path("likelihood").asText().equals("UPPER") ? "≤ " : "";
    }

    private static String horizon(JsonNode horizon) {
        String median =
                horizon.path("median").isNumber() ? horizon.path("median").asText() : "beyond";
        return "%s (%d of %d)"
                .formatted(
                        median,
                        horizon.path("lost").asInt(),
                        horizon.path("predictions").asInt());
    }

    private static String oracle(JsonNode oracle) {
        JsonNode verdict = oracle.path("verdict");
        if (verdict.isMissingNode()) {
            return "The true simulator was not asked.\n";
        }
        return "%s: %.2f bits/frame over %d episodes, %d particles; a quarter of them changes it by %.1f %%, the least effective sample is %.0f.%n"
                .formatted(
                        oracle.path("oracle").asBoolean() ? "Oracle" : "No oracle",
                        verdict.path("bits").asDouble(),
                        verdict.path("episodes").asInt(),
                        oracle.path("particles").asInt(),
                        100 * verdict.path("change").asDouble(),
                        verdict.path("effective").asDouble());
    }

    /** What baselines were fitted to; checkpoints have digests there. */
    private static String fitted(JsonNode models) {
        List<String> facts = models.properties().stream()
                .filter(model -> !model.getValue().asText().matches("[0-9a-f]{64}"))
                .map(model -> model.getKey() + " " + model.getValue().asText())
                .toList();
        return "Fitted to: %s.%n".formatted(String.join("; ", facts));
    }

    /** Only of models with latent variables. */
    private static void latent(JsonNode model, UnaryOperator<String> called) {
        JsonNode latent = model.path("latent");
        if (latent.path("elbo").path("mean").isNumber()) {
            System.out.printf(
                    "%s, bits a step of frame and proprio: ELBO %s, IWAE %s, of which its state is told %s.%n%n",
                    called.apply(model.path("model").asText()),
                    interval(latent.path("elbo"), 2),
                    interval(latent.path("iwae"), 2),
                    interval(latent.path("divergence"), 2));
        }
    }

    private static void panel(JsonNode panel, UnaryOperator<String> called) {
        String worlds = String.join(
                ", ",
                StreamSupport.stream(panel.path("worlds").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
        System.out.printf(
                "Out of distribution, %s `%s` (%d episodes):%n%n",
                worlds,
                folder(panel.path("table").asText()),
                panel.path("episodes").asInt());
        System.out.println("| model | bits/frame | over copy-last | IoU@10 | lost after |");
        System.out.println("|---|---|---|---|---|");
        panel.path("models")
                .forEach(model -> System.out.printf(
                        "| %s | %s%s | %s | %s | %s |%n",
                        called.apply(model.path("model").asText()),
                        sign(model),
                        interval(model.path("bitsPerFrame"), 2),
                        interval(model.path("beyond").path("copy-last"), 2),
                        interval(
                                model.path("iou")
                                        .path(Math.min(9, model.path("iou").size() - 1)),
                                2),
                        horizon(model.path("horizon"))));
        System.out.println();
    }

    /** The directory that leaderboard.sh made for that kind of episodes. */
    private static String folder(String table) {
        return Path.of(table).toAbsolutePath().getParent().getFileName().toString();
    }

    private static String interval(JsonNode interval, int digits) {
        if (!interval.path("mean").isNumber()) {
            return "–";
        }
        String form = "%." + digits + "f [%." + digits + "f, %." + digits + "f]";
        return form.formatted(
                interval.path("mean").asDouble(),
                interval.path("low").asDouble(),
                interval.path("high").asDouble());
    }

    private static String count(JsonNode number) {
        return number.isNumber() ? String.format(Locale.ROOT, "%,.0f", number.asDouble()) : "–";
    }
}
