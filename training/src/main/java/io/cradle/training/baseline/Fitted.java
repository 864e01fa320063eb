package io.cradle.training.baseline;

import io.cradle.training.model.WorldModel;
import java.io.Serializable;

/**
 * A baseline that was fitted.
 *
 * @param model itself; it can be shipped
 * @param note what was fitted to what, such as {@code 4 neighbours of 20,000 moments}: shown beside its results
 */
public record Fitted(WorldModel model, String note) implements Serializable {}
