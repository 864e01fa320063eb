package io.cradle.ingest.mcap;

import io.cradle.ingest.take.Role;
import java.io.Serializable;
import java.util.List;

/**
 * Which topics' numbers somebody is to read. Of the others a row is kept, which says that they are there.
 *
 * @param all whether all of them are
 * @param proprio names of those that make up proprio; none for those whose names say so
 * @param action names of those that make up the action; none for those whose names say so
 */
record Taken(boolean all, List<String> proprio, List<String> action) implements Serializable {
    static final Taken ALL = new Taken(true, List.of(), List.of());

    Taken {
        proprio = List.copyOf(proprio);
        action = List.copyOf(action);
    }

    boolean has(String topic) {
        return all || proprio.contains(topic) || action.contains(topic) || isToldByName(topic);
    }

    private boolean isToldByName(String topic) {
        Role role = TopicRoles.of(topic);
        return role == Role.PROPRIO ? proprio.isEmpty() : role == Role.ACTION && action.isEmpty();
    }
}
