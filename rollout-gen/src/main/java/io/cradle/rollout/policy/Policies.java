package io.cradle.rollout.policy;

import io.cradle.dataset.spec.Policy;
import java.util.List;
import java.util.stream.Collectors;

/** The policies that a configuration can name. */
public final class Policies {
    private static final List<Policy> KNOWN = List.of(new UniformPolicy(), new ZeroPolicy());

    private Policies() {}

    /**
     * The policy of this name.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Policy named(String name) {
        return KNOWN.stream()
                .filter(policy -> policy.identity().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown policy '%s': there are %s"
                        .formatted(name, KNOWN.stream().map(Policy::identity).collect(Collectors.joining(", ")))));
    }
}
