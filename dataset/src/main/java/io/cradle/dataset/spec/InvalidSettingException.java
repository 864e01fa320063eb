package io.cradle.dataset.spec;

/**
 * A setting that names what the data don't have: as wrong as a misspelt key, though it is found only once the data were looked at. The message
 * names the key and the value, and says what there is.
 */
public final class InvalidSettingException extends IllegalArgumentException {
    /** Says which setting, and what it may be. */
    public InvalidSettingException(String message) {
        super(message);
    }
}
