package io.cradle.dataset.information;

import java.io.Serializable;

/** A template on a raster: gives the number of a pixel's context. */
final class Context implements Serializable {
    private final int[] age;
    private final int[] offset;
    private final int memory;

    Context(Template template, Raster raster) {
        age = template.taps().stream().mapToInt(Tap::age).toArray();
        offset = template.taps().stream().mapToInt(raster::offset).toArray();
        memory = template.memory();
    }

    /** How many frames back it looks. */
    int memory() {
        return memory;
    }

    /** One bit a tap, the first the highest. */
    int of(Scene scene, int at) {
        int number = 0;
        for (int i = 0; i < offset.length; i++) {
            number = (number << 1) | scene.plane(age[i])[at + offset[i]];
        }
        return number;
    }
}
