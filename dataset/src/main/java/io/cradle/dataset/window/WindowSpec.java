package io.cradle.dataset.window;

import java.io.Serializable;

/**
 * The shape of windows.
 *
 * @param prompt steps a model is given, at least 1
 * @param horizon steps it must predict, at least 1
 * @param stride steps from one window's start to the next's, at least 1
 */
public record WindowSpec(int prompt, int horizon, int stride) implements Serializable {
    public WindowSpec {
        if (prompt < 1 || horizon < 1 || stride < 1) {
            throw new IllegalArgumentException(
                    "Invalid windows prompt=%d, horizon=%d, stride=%d: each must be at least 1; see 'windows' in the configuration"
                            .formatted(prompt, horizon, stride));
        }
    }

    /** Steps in a window. */
    public int steps() {
        return prompt + horizon;
    }
}
