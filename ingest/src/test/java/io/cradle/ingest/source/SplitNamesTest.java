package io.cradle.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Split;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitNamesTest {
    @ParameterizedTest
    @CsvSource({
        "train, TRAIN",
        "training, TRAIN",
        "val, VAL",
        "valid, VAL",
        "Validation, VAL",
        "eval, VAL",
        "TEST, TEST"
    })
    void whatSourcesCallTheirSplits(String name, Split split) {
        assertThat(SplitNames.of(name)).contains(split);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "trains", "data", "video"})
    void otherNamesDeclareNothing(String name) {
        assertThat(SplitNames.of(name)).isEmpty();
    }
}
