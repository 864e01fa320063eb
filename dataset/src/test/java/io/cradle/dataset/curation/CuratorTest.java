package io.cradle.dataset.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuratorTest {
    private static final Scores SCORES = Scores.of(
            Map.of(Score.STEPS, 50.0, Score.NON_FINITE, 0.0, Score.OUT_OF_RANGE, 0.0, Score.STILL_STEPS, 20.0));

    @Test
    void theFirstStageThatAnEpisodeFailsIsTheReason() {
        List<Stage> both = List.of(new Validity(51), new Frozen(20));
        assertThat(judge(both)).isEqualTo(new Verdict.Drop("too short"));
        assertThat(judge(List.of(both.get(1), both.get(0)))).isEqualTo(new Verdict.Drop("frozen"));
    }

    @ParameterizedTest
    @CsvSource({"50, 21, ''", "51, 21, too short", "50, 20, frozen"})
    void thresholdsChangeWithoutASecondLookAtTheData(int minSteps, int frozen, String reason) {
        Verdict verdict = judge(List.of(new Validity(minSteps), new Frozen(frozen)));
        assertThat(verdict).isEqualTo(reason.isEmpty() ? new Verdict.Keep() : new Verdict.Drop(reason));
    }

    @Test
    void anIdWithTwoContentsLeaves() {
        Candidate two = Candidates.named("a").holding("x", "y").make();
        assertThat(Curator.judge(two, List.of(), new Population()))
                .isEqualTo(new Verdict.Drop("same id, other content"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contact | generate with rollout.truth=[CONTACTS]",
                "longestGap | only tables with a tensor 'time' have it",
                "surprise | name a table that has it for every episode in curate.surprise.table",
                "stuckSteps | score the episodes again"
            })
    void aStageWithoutItsScoreSaysWhereItComesFrom(String missing, String remedy) {
        Score score = Score.named(missing).orElseThrow();
        Stage stage = List.of(new Contact(0, 0), new TimeGaps(5), new Surprise("", 0, 1), new Sensors(30, 0.5)).stream()
                .filter(each -> each.needs().contains(score))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> judge(List.of(stage)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot judge by stage %s: episodes have no score '%s' (%s); %s, or leave the stage out of curate.stages"
                                .formatted(stage, score, score.meaning(), remedy));
    }

    private static Verdict judge(List<Stage> stages) {
        return Curator.judge(SCORES, stages, new Population());
    }
}
