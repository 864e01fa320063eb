package io.cradle.planted.order;

import java.util.Map;

/** Goes through its units in another order in every process, which is forbidden. */
record Shuffled(Map<String, String> units) {
    Shuffled {
        units = Map.copyOf(units);
    }
}
