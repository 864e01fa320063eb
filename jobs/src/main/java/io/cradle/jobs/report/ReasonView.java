package io.cradle.jobs.report;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import io.cradle.jobs.report.CurationInput.Example;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A reason and a few episodes that left for it. */
record ReasonView(String reason, List<ExampleView> examples) {
    /** What each reason is decided by; others by more than scores. */
    private static final Map<String, List<Score>> DECIDED_BY = Map.ofEntries(
            Map.entry("too short", List.of(Score.STEPS)),
            Map.entry("not a number", List.of(Score.NON_FINITE)),
            Map.entry("out of range", List.of(Score.OUT_OF_RANGE)),
            Map.entry("frozen", List.of(Score.STILL_STEPS)),
            Map.entry("too little motion", List.of(Score.MOTION, Score.TRAVEL)),
            Map.entry("too much motion", List.of(Score.MOTION)),
            Map.entry("too little contact", List.of(Score.CONTACT, Score.CONTACT_EVENTS)),
            Map.entry("idle tail", List.of(Score.IDLE_TAIL, Score.STEPS)),
            Map.entry("few poses", List.of(Score.POSES)),
            Map.entry("few speeds", List.of(Score.SPEEDS)),
            Map.entry("stuck sensor", List.of(Score.STUCK_STEPS)),
            Map.entry("saturated sensor", List.of(Score.SATURATED)),
            Map.entry("time gap", List.of(Score.LONGEST_GAP)),
            Map.entry("time goes back", List.of(Score.BACKWARDS)),
            Map.entry("outlier", List.of(Score.MOTION, Score.TRAVEL)),
            Map.entry("little surprise", List.of(Score.SURPRISE)),
            Map.entry("too much surprise", List.of(Score.SURPRISE)));

    static List<ReasonView> of(List<Example> examples) {
        Map<String, List<ExampleView>> byReason = examples.stream()
                .collect(Collectors.groupingBy(
                        Example::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(ReasonView::view, Collectors.toList())));
        return byReason.entrySet().stream()
                .map(entry -> new ReasonView(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ExampleView view(Example example) {
        return ExampleView.of(example.episode(), caption(example.episode(), example));
    }

    private static String caption(Episode episode, Example example) {
        String where = "%s \u00b7 %s"
                .formatted(episode.provenance().world(), episode.provenance().split());
        String scores = DECIDED_BY.getOrDefault(example.reason(), List.of()).stream()
                .map(score -> text(score, example.scores()))
                .collect(Collectors.joining());
        return where + scores;
    }

    private static String text(Score score, Scores scores) {
        return scores.find(score).isEmpty()
                ? ""
                : " \u00b7 " + Numbers.together(score + " " + Numbers.plain(scores.require(score)));
    }
}
