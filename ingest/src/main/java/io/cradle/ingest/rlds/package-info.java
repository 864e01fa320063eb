/**
 * Robot episodes as TensorFlow Datasets keeps them (RLDS, Open X-Embodiment): {@code dataset_info.json}, {@code
 * features.json} and files of records, each record one episode. Start at {@link io.cradle.ingest.rlds.RldsFormat}.
 *
 * <p>A file is a row of records with checksums ({@code TfrecordReader}); a record is a {@code tf.train.Example}, flat lists
 * by name ({@code TfExample}); lists become tracks and films by what {@code features.json} says of them, and by the number of
 * steps ({@code RldsEpisode}). Step t holds (o_t, a_t) as here; the last step of an episode that was cut off has no action.
 *
 * <p>Files come from strangers: each length is compared with what the file still holds before memory is taken. Imports {@code
 * ingest.take}, {@code ingest.source}, {@code dataset}, protobuf's {@code CodedInputStream}, Jackson and the JDK.
 */
package io.cradle.ingest.rlds;
