package io.cradle.ingest.hdf5;

import java.util.Optional;

/** Compares how many rows arrays have with how many they should have. */
final class Lengths {
    private Lengths() {}

    /** How many rows a take's actions have, at least one. */
    static int ofActions(Hdf5Array actions) {
        if (actions.rows() == 0) {
            throw new Refusal("no rows", "%s holds no action; leave the episode out".formatted(actions.description()));
        }
        return actions.rows();
    }

    /** Refuses an array whose rows contradict those of the actions. */
    static void requireRows(int expected, Hdf5Array array, Hdf5Array actions) {
        if (array.rows() != expected) {
            throw new Refusal(
                    "lengths contradict",
                    "%s should have %d rows beside %s; collect the episode again"
                            .formatted(array.description(), expected, actions.description()));
        }
    }

    /** Refuses a take whose attribute declares another number of steps than its actions have. */
    static void requireDeclared(Branch take, String attribute, Hdf5Array actions) {
        Optional<Object> declared = take.attribute(attribute);
        if (declared.isPresent()
                && !(declared.get() instanceof Number number && number.longValue() == actions.rows())) {
            throw new Refusal(
                    "declared length contradicted",
                    "its attribute '%s' says %s, but there is %s; collect the episode again, or correct the attribute"
                            .formatted(attribute, declared.get(), actions.description()));
        }
    }
}
