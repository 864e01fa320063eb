package io.cradle.planted.held;

import io.cradle.dataset.episode.Split;

class Peeking {
    Split where() {
        return Split.TEST;
    }
}
