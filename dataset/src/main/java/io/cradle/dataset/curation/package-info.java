/**
 * What stays and why.
 *
 * <p>Score first, decide second: a {@link io.cradle.dataset.curation.Scorer} measures an episode once, and a
 * {@link io.cradle.dataset.curation.Curator} turns the {@link io.cradle.dataset.curation.Scores} into a
 * {@link io.cradle.dataset.curation.Verdict}, so that another threshold needs no second look at the data.
 * {@link io.cradle.dataset.curation.Duplicates} decides among equal episodes, and a
 * {@link io.cradle.dataset.curation.CurationReport} counts what was decided.
 *
 * <p>Pure functions; imports {@code dataset.spec}, {@code dataset.episode} and the JDK. Start at
 * {@link io.cradle.dataset.curation.Scorer}.
 */
package io.cradle.dataset.curation;
