/**
 * Files of HDF5 as robomimic, Minari and D4RL write them. Start at {@link io.cradle.ingest.hdf5.Hdf5Format}.
 *
 * <table>
 *   <caption>What is read of each</caption>
 *   <tr><th></th><th>robomimic</th><th>Minari</th><th>D4RL</th></tr>
 *   <tr><td>a take</td><td>{@code data/demo_i}</td><td>{@code episode_i}</td><td>rows up to a terminal or timeout</td></tr>
 *   <tr><td>PROPRIO</td><td>{@code obs/…}</td><td>{@code observations…}, T + 1 rows</td><td>{@code observations}</td></tr>
 *   <tr><td>ACTION</td><td>{@code actions}</td><td>{@code actions…}</td><td>{@code actions}</td></tr>
 *   <tr><td>OTHER</td><td>all else of T rows</td><td>rewards, ends, {@code infos/…}</td><td>all else of N rows</td></tr>
 *   <tr><td>split</td><td>{@code mask/train}, {@code valid}, {@code test}</td><td>–</td><td>–</td></tr>
 * </table>
 *
 * <p>Pictures are unsigned bytes {@code [T, H, W, 1]} or {@code [T, H, W, 3]} wherever they stand, and become films; the
 * next observations, which repeat, are not read. None of these formats stamps rows. robomimic declares a rate in
 * {@code env_args} (its {@code control_freq}); elsewhere the take's rate is 0, rows are stamped one a second, and a finding
 * says that the configuration should declare it ({@link io.cradle.ingest.take.RowClock}).
 *
 * <p>Files come from strangers. jhdf reads their heads and its failures of any kind become refusals; data are read here,
 * slab by slab, each size compared before memory is taken, chunks never inflated past what they declare. jhdf 0.10.0 reads
 * wrong data behind the end of a file and in slices of chunked arrays: see {@code WholeChannel} and {@code ChunkSlabs}
 * before using more of it. No link out of a file is followed.
 *
 * <p>Imports {@code ingest.take}, {@code ingest.source}, {@code dataset}, jhdf and Jackson; no other package knows jhdf.
 */
package io.cradle.ingest.hdf5;
