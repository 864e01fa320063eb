package io.cradle.jobs;

/**
 * A table or selection at one of its versions, written {@code path@version}.
 *
 * @param path which may hold an {@code @} itself
 * @param version at least 0
 */
record Reference(String path, long version) {
    /** As it was written. */
    static Reference of(String text) {
        int at = text.lastIndexOf('@');
        return new Reference(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
    }
}
