package io.cradle.jobs.report;

import io.cradle.dataset.information.Cost;
import io.cradle.dataset.information.FrameCode;
import io.cradle.dataset.information.InformationReport;
import io.cradle.dataset.spec.Layout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What steps cost in bits: one self-contained HTML file. */
public final class InformationPage {
    private InformationPage() {}

    /** The page, HTML, UTF-8. */
    public static String render(InformationInput input) {
        InformationReport cost = input.cost();
        String heading = heading(input);
        return Assets.fill(
                "information",
                new View(
                        Assets.of(List.of()),
                        heading,
                        input.table(),
                        input.selection(),
                        heading,
                        "%s episodes, %s steps. Codes start knowing nothing, learn from what they have coded, and pay for it."
                                .formatted(Numbers.count(cost.episodes()), Numbers.count(cost.steps())),
                        figures(input),
                        sections(cost),
                        input.trials().stream().map(TrialView::of).toList(),
                        !cost.omissions().isEmpty(),
                        cost.omissions().stream()
                                .map(each -> new Fact(each.tensor() + ": " + each.codes(), each.why(), false))
                                .toList()));
    }

    private static String heading(InformationInput input) {
        String worlds = String.join(", ", input.worlds());
        List<Cost> frames = input.cost().of(Layout.FRAME);
        return knowing(input.cost())
                .map(best -> "A frame of %s: %s bits raw, %s where what came before is known"
                        .formatted(
                                worlds,
                                Numbers.decimal(frames.get(0).bitsPerStep()),
                                Numbers.decimal(best.bitsPerStep())))
                .orElse("What a step of %s costs".formatted(worlds));
    }

    /** The shortest of the codes of frames that look at earlier frames. */
    private static Optional<Cost> knowing(InformationReport cost) {
        List<String> names = Stream.of(FrameCode.values()).map(FrameCode::text).toList();
        return cost.of(Layout.FRAME).stream()
                .filter(each -> names.contains(each.code()))
                .filter(each -> !each.code().equals(FrameCode.ORDER_0.text()))
                .min(Comparator.comparingDouble(Cost::bitsPerStep));
    }

    private static List<Figure> figures(InformationInput input) {
        List<Figure> figures = new ArrayList<>();
        InformationReport cost = input.cost();
        List<Cost> whole = cost.of(Cost.EPISODE);
        figures.add(figure("A step, raw", whole.get(0), "all tensors, before compression"));
        knowing(cost)
                .ifPresent(best ->
                        figures.add(figure("A frame under %s".formatted(best.code()), best, shareOfRaw(cost, best))));
        input.trials().stream()
                .limit(1)
                .forEach(trial -> figures.add(new Figure(
                        "A frame of VAL under %s".formatted(trial.label()),
                        Numbers.decimal(trial.bitsPerFrame().mean()),
                        "bits, one step ahead")));
        if (input.trials().isEmpty() && whole.size() > 1) {
            figures.add(figure(
                    "A step as %s".formatted(whole.get(1).code()),
                    whole.get(1),
                    "all that is needed to simulate it again"));
        }
        return figures;
    }

    private static Figure figure(String label, Cost cost, String detail) {
        return new Figure(label, Numbers.decimal(cost.bitsPerStep()), "bits \u00b7 " + detail);
    }

    private static String shareOfRaw(InformationReport cost, Cost best) {
        return Numbers.share(best.bitsPerStep() / cost.of(Layout.FRAME).get(0).bitsPerStep()) + " of raw";
    }

    private static List<Section> sections(InformationReport cost) {
        return cost.costs().stream()
                .map(Cost::tensor)
                .distinct()
                .map(tensor -> new Section(
                        tensor,
                        tensor.equals(Cost.EPISODE) ? "Whole episodes" : "Tensor " + tensor,
                        CostView.of(cost.of(tensor))))
                .toList();
    }

    /** One tensor's bars. */
    private record Section(String id, String name, List<CostView> costs) {}

    /** What {@code information.mustache} reads. */
    private record View(
            Assets page,
            String title,
            String table,
            String selection,
            String heading,
            String lead,
            List<Figure> figures,
            List<Section> sections,
            List<TrialView> trials,
            boolean hasOmissions,
            List<Fact> omissions) {}
}
