/**
 * Output of boxLCD's collectors (github.com/matwilso/boxLCD): npz files {@code <World>/{train,test}/*.barrel.npz} or
 * {@code <World>-<N>.npz}, of any world.
 *
 * <p>What is mapped: boxLCD's frames are True where there is background, ours are ink = 1 inside; actions are kept as
 * float64 there, as float32 here; the split that the directory declares is kept. The time convention is the same: row t
 * holds (o_t, a_t), and a_t leads to o_{t+1}.
 *
 * <p>Imports {@code ingest.npz}, {@code ingest.source} and {@code dataset}. Start at
 * {@link io.cradle.ingest.boxlcd.BoxLcdSource}.
 */
package io.cradle.ingest.boxlcd;
