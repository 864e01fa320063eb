package io.cradle.jobs.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final BuiltPart MADE = part("uniform", 40, "1");

    private static BuiltPart part(String name, long episodes, String seed) {
        return new BuiltPart(name, episodes, new TreeMap<>(Map.of("world", "Bounce", "seed", seed)));
    }

    private static void require(BuiltPart... declared) {
        Changes.requireGrowth("data/x", List.of(MADE), List.of(declared));
    }

    @Test
    void moreEpisodesAndMorePartsAreGrowth() {
        assertThatCode(() -> require(part("uniform", 40, "1"))).doesNotThrowAnyException();
        assertThatCode(() -> require(part("new", 5, "9"), part("uniform", 41, "1")))
                .doesNotThrowAnyException();
    }

    @Test
    void otherEpisodesAreRefusedWithEachValue() {
        assertThatThrownBy(() -> require(part("uniform", 40, "2")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot build 'data/x': part 'uniform' would make other episodes than the 40 that are there: seed was 1, is 2; take the change back, or build into another --out");
    }

    @Test
    void fewerEpisodesAreRefused() {
        assertThatThrownBy(() -> require(part("uniform", 39, "1")))
                .hasMessage(
                        "Cannot build 'data/x': part 'uniform' is to have 39 episodes and has 40 already, and none is ever taken away; declare as many, or build into another --out");
    }

    @Test
    void aPartThatLeftIsRefused() {
        assertThatThrownBy(() -> require(part("renamed", 40, "1")))
                .hasMessage(
                        "Cannot build 'data/x': part 'uniform' has left the pipeline, but 40 episodes of it are in the table; put it back, or build into another --out");
    }

    @Test
    void aPartOfWhichNothingWasMadeMayBecomeAnything() {
        List<BuiltPart> nothing = List.of(MADE.with(0));
        assertThatCode(() -> Changes.requireGrowth("x", nothing, List.of(part("uniform", 3, "7"))))
                .doesNotThrowAnyException();
    }

    @Test
    void settingsAreFollowedOnlyWhenAccepted() {
        List<String> changed = List.of("curate.validity.minSteps was 10, is 20");
        assertThatThrownBy(() -> Changes.requireAccepted("data/x", changed, Acceptance.NONE))
                .hasMessage(
                        "Cannot build 'data/x': its selection was decided by other settings: curate.validity.minSteps was 10, is 20; add --accept-change to decide anew, or take the change back");
        assertThatCode(() -> Changes.requireAccepted("data/x", changed, Acceptance.SETTINGS))
                .doesNotThrowAnyException();
        assertThatCode(() -> Changes.requireAccepted("data/x", List.of(), Acceptance.NONE))
                .doesNotThrowAnyException();
    }

    @Test
    void keysThatCameOrWentAreNamed() {
        SortedMap<String, String> before = new TreeMap<>(Map.of("same", "1", "gone", "2"));
        SortedMap<String, String> now = new TreeMap<>(Map.of("same", "1", "new", "x".repeat(100)));
        assertThat(Changes.between(before, now))
                .containsExactly("gone was 2, is not there", "new was not there, is " + "x".repeat(80) + "…");
    }

    @Property
    void nothingChangesAgainstItselfAndEveryOtherValueIsSaid(
            @ForAll @Size(max = 5) Map<
                                    @AlphaChars @StringLength(min = 1, max = 4) String,
                                    @AlphaChars @StringLength(min = 1, max = 4) String>
                            settings) {
        SortedMap<String, String> before = new TreeMap<>(settings);
        SortedMap<String, String> other = new TreeMap<>(settings);
        other.replaceAll((key, value) -> value + "!");
        assertThat(Changes.between(before, before)).isEmpty();
        assertThat(Changes.between(before, other)).hasSameSizeAs(settings.keySet());
    }

    @Test
    void aPartsWriterFollowsFromWhatItsEpisodesAreFunctionsOf() {
        assertThat(MADE.writer()).isEqualTo(part("uniform", 7, "1").writer()).startsWith("cradle build uniform ");
        assertThat(MADE.writer()).isNotEqualTo(part("uniform", 40, "2").writer());
        assertThat(MADE.writer()).isNotEqualTo(part("other", 40, "1").writer());
    }
}
