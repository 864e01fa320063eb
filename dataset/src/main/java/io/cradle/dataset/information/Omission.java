package io.cradle.dataset.information;

import java.io.Serializable;

/**
 * Codes that do not apply.
 *
 * @param tensor its name; {@link Cost#EPISODE} for all tensors together
 * @param codes their names, or what they have in common
 * @param why not
 */
public record Omission(String tensor, String codes, String why) implements Serializable {}
