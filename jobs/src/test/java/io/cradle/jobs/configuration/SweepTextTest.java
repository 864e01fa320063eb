package io.cradle.jobs.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.jobs.sweep.Range;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTextTest {
    @Test
    void listsAreGridsOfWhateverTheyHold() {
        assertThat(SweepText.grid(List.of("model.hidden=[[64], [256, 256]]", "train.learningRate=[0.001, 1e-2]")))
                .containsEntry("model.hidden", List.of("[64]", "[256,256]"))
                .containsEntry("train.learningRate", List.of("0.001", "0.01"));
    }

    @Test
    void mapsAreRanges() {
        assertThat(SweepText.random(List.of("train.learningRate={from: 0.001, to: 0.1, log: true}")))
                .containsEntry("train.learningRate", new Range(0.001, 0.1, true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"train.rounds", "train.rounds=3", "=[1, 2]", "train.rounds={from: 1, to: 2}", "a=[1"})
    void whatIsNoGridIsNamed(String typed) {
        assertThatThrownBy(() -> SweepText.grid(List.of(typed))).hasMessageContaining("Invalid --grid '" + typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=[1, 2]",
                "a={from: 1}",
                "a={from: x, to: 2}",
                "a={from: 1, to: 2, step: 3}",
                "a={from: 3, to: 2}"
            })
    void whatIsNoRangeIsNamed(String typed) {
        assertThatThrownBy(() -> SweepText.random(List.of(typed))).hasMessageContaining("Invalid --random '" + typed);
    }

    @Test
    void aKeyGivenTwiceIsRefused() {
        assertThatThrownBy(() -> SweepText.grid(List.of("a=[1]", "a=[2]"))).hasMessageContaining("given before");
    }
}
