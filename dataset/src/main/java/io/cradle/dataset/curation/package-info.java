/**
 * What stays and why: scores of an episode, and verdicts on scores. Pure functions; imports {@code dataset.spec} and {@code dataset.episode}.
 */
package io.cradle.dataset.curation;
