/**
 * Networks of DL4J layers behind the contract of {@code training.model}.
 */
package io.cradle.training.dl4j;
