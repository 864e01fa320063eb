package io.cradle.dataset.information;

/** Code lengths of frames under one model, which learns as it goes: pixel by pixel, row by row, frame by frame. */
final class FrameCoder {
    private final Raster raster;
    private final PixelModel model;

    FrameCoder(Raster raster, PixelModel model) {
        this.raster = raster;
        this.model = model;
    }

    /**
     * Ideal length in bits of an episode's frames from number {@code first} on; all of them are learnt.
     *
     * @param frames of this raster
     */
    double bits(Frames frames, int first) {
        CodeLength length = new CodeLength();
        CodeLength given = new CodeLength();
        Scene scene = new Scene(raster);
        for (int t = 0; t < frames.count(); t++) {
            frames.draw(t, scene);
            code(scene, t < first ? given : length);
        }
        return length.bits();
    }

    private void code(Scene scene, CodeLength length) {
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                int at = raster.at(y, x);
                double p = model.ink(scene, at);
                boolean ink = scene.ink(at);
                length.add(ink ? p : 1 - p);
                model.learn(ink);
            }
        }
    }
}
