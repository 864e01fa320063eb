package io.cradle.dataset.spec;

/** Seeds that follow from seeds: a child depends on its parent and its number, never on who asks or when. */
public final class Seeds {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private Seeds() {}

    /**
     * The seed of child {@code index} of {@code parent}: the finaliser of SplitMix64 (Steele, Lea, Flood, "Fast
     * splittable pseudorandom number generators", 2014) applied twice.
     */
    public static long child(long parent, long index) {
        return mix(mix(parent + GOLDEN_GAMMA) + GOLDEN_GAMMA * (index + 1));
    }

    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long second = (first ^ (first >>> 27)) * 0x94d049bb133111ebL;
        return second ^ (second >>> 31);
    }
}
