package io.cradle.dataset.spec;

import java.io.Serializable;

/** Where one world of an {@link Environment} was; opaque to all but the kind of environment that made it. */
public interface Snapshot extends Serializable {}
