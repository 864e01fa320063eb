/**
 * Foreign recordings become episodes. Start at EpisodeSource.
 */
package io.cradle.ingest;
