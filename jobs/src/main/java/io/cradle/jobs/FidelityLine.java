package io.cradle.jobs;

import io.cradle.rollout.fidelity.Agreement;
import io.cradle.rollout.fidelity.Means;
import io.cradle.rollout.fidelity.Targets;
import java.util.List;

/** The table that {@code cradle fidelity} prints, line by line; it is Markdown too. */
final class FidelityLine {
    private static final String FORM = "| %-10s | %8s | %18s | %18s | %9s | %9s | %9s | %9s | %-6s |";

    static final String HEAD = FORM.formatted(
                    "world",
                    "rollouts",
                    "steps until 1 %",
                    "frames that differ",
                    "pixels on",
                    "changed",
                    "contacts",
                    "energy",
                    "target")
            + System.lineSeparator()
            + FORM.replaceAll("%-?([0-9]+)s", "---").formatted();

    private FidelityLine() {}

    static String of(Agreement found, Targets targets, List<String> missed) {
        return FORM.formatted(
                found.world(),
                found.divergence().size(),
                steps(found, targets),
                "%d of %d".formatted(found.differingFrames(), found.frames()),
                percent(found.pixelsOn()),
                percent(found.changedPixels()),
                percent(found.contacts()),
                percent(found.energy()),
                missed.isEmpty() ? "met" : "MISSED");
    }

    private static String steps(Agreement found, Targets targets) {
        String least = targets.least(found.world()).map("≥ %.1f"::formatted).orElse("no target");
        return "%.1f of %d, %s".formatted(found.median(), found.steps(), least);
    }

    private static String percent(Means means) {
        return "%+.2f %%".formatted(100 * means.excess());
    }
}
