package io.cradle.training.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({"1, transformer", "2, transformer-groups"})
    void aTransformerIsCalledByHowItSaysPixels(int grid, String name) {
        TransformerShape shape = new TransformerShape(
                3, new Senses(4, 4, 0, 1), new TransformerConfig(8, 2, 2), new HeadConfig(grid, 8, false));
        assertThat(shape.model(Floats.of(new float[shape.parameters()])).name()).isEqualTo(name);
    }
}
