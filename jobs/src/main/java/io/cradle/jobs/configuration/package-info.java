/**
 * What a run is told, as one checked value: {@link io.cradle.jobs.configuration.Configuration}, made by
 * {@link io.cradle.jobs.configuration.ConfigurationLayers} from layers of YAML and {@code key=value} settings.
 *
 * <p>Layers are merged left to right, map by map; a later layer wins. Keys are the names of record components, the
 * records are those of the modules. Every fault is reported at once, with the file or option it came from, before
 * anything is started. Worlds are read from the same directory by {@link io.cradle.jobs.configuration.WorldFiles}.
 *
 * <p>Imports the sections' records, Jackson and the JDK; neither Spark nor the command line. Nothing here reads the
 * process's environment: the caller says where the directory is.
 */
package io.cradle.jobs.configuration;
