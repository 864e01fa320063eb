package io.cradle.dataset.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Split;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CurationReportTest {
    private static final List<Split> SPLITS = List.of(Split.values());

    private static final List<Verdict> VERDICTS =
            List.of(new Verdict.Keep(), new Verdict.Drop("frozen"), new Verdict.Drop(Duplicates.DUPLICATE));

    @Test
    void countsByReasonAndBySplit() {
        CurationReport report = CurationReport.of(Split.TEST, new Verdict.Keep())
                .merge(CurationReport.of(Split.TRAIN, new Verdict.Drop("frozen")))
                .merge(CurationReport.of(Split.TRAIN, new Verdict.Keep()))
                .merge(CurationReport.of(Split.VAL, new Verdict.Drop("frozen")))
                .merge(CurationReport.of(Split.TRAIN, new Verdict.Drop("duplicate")));
        assertThat(report.kept()).isEqualTo(Map.of(Split.TRAIN, 1L, Split.TEST, 1L));
        assertThat(report.dropped()).isEqualTo(Map.of("frozen", 2L, "duplicate", 1L));
        assertThat(report.episodes()).isEqualTo(5);
        assertThat(report.keptEpisodes()).isEqualTo(2);
    }

    @Property(tries = 100)
    void mergingHalvesEqualsCountingTheWhole(
            @ForAll @Size(max = 30) List<@IntRange(max = 8) Integer> picks, @ForAll @IntRange(max = 30) int cutAt) {
        int cut = Math.min(cutAt, picks.size());
        CurationReport halves = count(picks.subList(0, cut)).merge(count(picks.subList(cut, picks.size())));
        assertThat(halves).isEqualTo(count(picks));
        assertThat(halves.merge(CurationReport.NONE)).isEqualTo(halves);
        assertThat(halves.episodes()).isEqualTo(picks.size());
    }

    private static CurationReport count(List<Integer> picks) {
        return picks.stream()
                .map(pick -> CurationReport.of(SPLITS.get(pick % 3), VERDICTS.get(pick / 3)))
                .reduce(CurationReport.NONE, CurationReport::merge);
    }
}
