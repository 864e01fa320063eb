/**
 * Delta tables of episodes: the one room of this module that knows Spark, Delta and Parquet.
 */
package io.cradle.dataset.table;
