package io.cradle.dataset.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the stated lengths are real: an arithmetic coder reaches them, and a decoder that has nothing else gives the frames back. */
class DecoderTest {
    private static final List<Tensor> FILMS = Stream.of(
                    Films.squares(60, 40, 1), Films.noise(3, 20, 0.1, 2), Films.places(3, 20, 1, 3))
            .flatMap(List::stream)
            .toList();

    @ParameterizedTest
    @EnumSource
    void theStatedLengthIsReachedAndDecodesToTheSameFrames(FrameCode code) {
        byte[] coded = encode(code, FILMS);
        double ideal = 0;
        FrameCoder coder = code.coder(Films.RASTER);
        for (Tensor film : FILMS) {
            ideal += coder.bits(Frames.of(film), 0);
        }
        // 40 bits end the stream; 24 bits of probability and 32 of range round a little.
        assertThat(8.0 * coded.length).isCloseTo(ideal, within(64 + ideal / 1000));
        assertThat(decode(code, coded, FILMS.stream().map(Tensor::rows).toList()))
                .isEqualTo(FILMS);
    }

    private static byte[] encode(FrameCode code, List<Tensor> films) {
        PixelModel model = code.model(Films.RASTER);
        ArithmeticEncoder encoder = new ArithmeticEncoder();
        for (Tensor film : films) {
            Scene scene = new Scene(Films.RASTER);
            for (int t = 0; t < film.rows(); t++) {
                Frames.of(film).draw(t, scene);
                for (int pixel = 0; pixel < Films.PIXELS; pixel++) {
                    int at = Films.RASTER.at(pixel / Films.WIDTH, pixel % Films.WIDTH);
                    encoder.encode(scene.ink(at), model.ink(scene, at));
                    model.learn(scene.ink(at));
                }
            }
        }
        return encoder.finish();
    }

    /** Knows the sizes and the bytes, and sees a pixel only when it has decoded it. */
    private static List<Tensor> decode(FrameCode code, byte[] coded, List<Integer> steps) {
        PixelModel model = code.model(Films.RASTER);
        ArithmeticDecoder decoder = new ArithmeticDecoder(coded);
        List<Tensor> films = new ArrayList<>();
        for (int count : steps) {
            Scene scene = new Scene(Films.RASTER);
            films.add(Films.film(count, t -> frame(scene, model, decoder)));
        }
        assertThat(decoder.left()).isZero();
        return films;
    }

    private static boolean[] frame(Scene scene, PixelModel model, ArithmeticDecoder decoder) {
        scene.next();
        boolean[] pixels = new boolean[Films.PIXELS];
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            int at = Films.RASTER.at(pixel / Films.WIDTH, pixel % Films.WIDTH);
            pixels[pixel] = decoder.decode(model.ink(scene, at));
            scene.set(at, pixels[pixel]);
            model.learn(pixels[pixel]);
        }
        return pixels;
    }
}
