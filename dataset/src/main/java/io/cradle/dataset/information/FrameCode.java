package io.cradle.dataset.information;

import java.util.List;

/** Models of binary frames, from one that knows nothing to the one that knows the most. */
public enum FrameCode {
    /** How much ink there is. */
    ORDER_0("order-0"),
    /** Neighbours that were coded already. */
    SPATIAL("spatial"),
    /** These and the frame before. */
    PREVIOUS("+ previous"),
    /** These and the frame before that. */
    BEFORE("+ one before"),
    /** These three and two more, weighed. */
    MIXED("context mixer");

    private final String text;

    FrameCode(String text) {
        this.text = text;
    }

    /** Its name in reports. */
    public String text() {
        return text;
    }

    /** A coder with a model that has seen nothing. */
    FrameCoder coder(Raster raster) {
        return new FrameCoder(raster, model(raster));
    }

    /** A model that has seen nothing. */
    PixelModel model(Raster raster) {
        return switch (this) {
            case ORDER_0 -> counting(raster, Template.NONE);
            case SPATIAL -> counting(raster, Template.SPATIAL);
            case PREVIOUS -> counting(raster, Template.SPATIAL, Template.PREVIOUS);
            case BEFORE -> counting(raster, Template.SPATIAL, Template.PREVIOUS, Template.BEFORE);
            case MIXED ->
                new Mixer(
                        List.of(
                                SPATIAL.model(raster),
                                PREVIOUS.model(raster),
                                BEFORE.model(raster),
                                counting(raster, Template.SPATIAL, Template.FEW),
                                counting(raster, Template.SPATIAL, Template.WIDE)),
                        raster);
        };
    }

    private static PixelModel counting(Raster raster, Template... templates) {
        return new ContextModel(List.of(templates), raster);
    }
}
