package io.cradle.ingest.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops at a record that is longer than any log's: an unclosed quote or a binary file must not fill the memory. */
final class BoundedReader extends FilterReader {
    private static final int MOST_LETTERS = 1 << 20;

    private int letters;

    BoundedReader(Reader in) {
        super(in);
    }

    /** To be called after each record. */
    void recordEnds() {
        letters = 0;
    }

    @Override
    public int read() throws IOException {
        int letter = super.read();
        count(letter < 0 ? 0 : 1);
        return letter;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int more) throws IOException {
        letters += more;
        if (letters > MOST_LETTERS) {
            throw new IOException("a record is longer than %d letters".formatted(MOST_LETTERS));
        }
    }
}
