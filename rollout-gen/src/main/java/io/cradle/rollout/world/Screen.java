package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * Size of the frames. Their left edge is x = 0, their bottom y = 0, and a pixel is {@code world width / width} m in both
 * directions.
 *
 * @param height pixels, 8 to 128
 * @param width pixels, 8 to 256
 */
public record Screen(int height, int width) implements Serializable {
    public Screen {
        Checks.within("height of lcd", height, 8, 128);
        Checks.within("width of lcd", width, 8, 256);
    }
}
