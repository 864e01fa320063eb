/**
 * NumPy's archives of arrays, read as streams: a two-gigabyte file takes no more heap than what is asked for at once.
 *
 * <p>An {@link io.cradle.ingest.npz.NpzFile} is a zip of {@code .npy} entries, each a short header and raw data (format:
 * numpy.lib.format, NEP 1). Files come from strangers: only plain numbers in C order are read, never pickled objects;
 * headers are bounded, sizes are compared before memory is taken, and check sums are verified at the end of an array.
 *
 * <p>Imports {@code dataset.episode} for its exception, and the JDK. Start at {@link io.cradle.ingest.npz.NpzFile}.
 */
package io.cradle.ingest.npz;
