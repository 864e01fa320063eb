package io.cradle.rollout.policy;

import io.cradle.dataset.spec.Policy;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The policies that a configuration can name: {@code NAME} or {@code NAME:key=value,key=value}. */
public final class Policies {
    private static final Map<String, Function<Parameters, Policy>> OWN = Map.of(
            "uniform", parameters -> plain(parameters, new UniformPolicy()),
            "zero", parameters -> plain(parameters, new ZeroPolicy()),
            "smooth", SmoothPolicy::of,
            "sinusoids", SinusoidsPolicy::of,
            "sticky", StickyPolicy::of,
            "replay", ReplayPolicy::of);

    private Policies() {}

    /**
     * The policy of this name with these parameters; what isn't given has its default.
     *
     * @throws IllegalArgumentException if there is none, or a parameter is none of its; the message lists what there is
     */
    public static Policy named(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        SortedMap<String, Function<Parameters, Policy>> known = known();
        Function<Parameters, Policy> maker = Optional.ofNullable(known.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown policy '%s': there are %s".formatted(name, String.join(", ", known.keySet()))));
        return maker.apply(Parameters.parse(name, colon < 0 ? "" : text.substring(colon + 1)));
    }

    /** Cradle's own and those that lie on the class path. */
    private static SortedMap<String, Function<Parameters, Policy>> known() {
        SortedMap<String, Function<Parameters, Policy>> known = new TreeMap<>(OWN);
        for (PolicyProvider provider : ServiceLoader.load(PolicyProvider.class)) {
            if (known.put(provider.name(), provider::policy) != null) {
                throw new IllegalArgumentException(
                        "Cannot use policy '%s' of %s: another policy has this name; take one of them off the class path"
                                .formatted(provider.name(), provider.getClass().getName()));
            }
        }
        return known;
    }

    private static Policy plain(Parameters parameters, Policy policy) {
        parameters.only();
        return policy;
    }
}
