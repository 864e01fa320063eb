/**
 * What a build remembers and what it refuses, as plain values: {@link io.cradle.jobs.build.Manifest} is the file beside
 * its outputs, {@link io.cradle.jobs.build.Changes} tells a growth from a change. No file is written and no table read
 * here; {@code BuildJob} does both.
 *
 * <p>Imports {@code dataset.spec}, {@code dataset.episode} and Jackson.
 */
package io.cradle.jobs.build;
