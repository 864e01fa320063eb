/**
 * Which episodes stay, and why not: stages that decide by scores alone ({@link io.cradle.dataset.curation.Stage}), and
 * what is decided by what others hold ({@link io.cradle.dataset.curation.Duplicates},
 * {@link io.cradle.dataset.curation.NearDuplicates}). Score first, decide second: a threshold changes without a new scan.
 *
 * <p>Start at {@link io.cradle.dataset.curation.Curator}. Imports {@code dataset.spec}, {@code dataset.episode},
 * {@code dataset.score}, DDSketch, commons-math and the JDK.
 */
package io.cradle.dataset.curation;
