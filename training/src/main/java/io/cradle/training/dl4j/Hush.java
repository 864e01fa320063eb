package io.cradle.training.dl4j;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Keeps one thread from printing on stdout for a while; what others print meanwhile goes where it went. */
final class Hush {
    private Hush() {}

    /** Runs it in this thread, unheard. */
    static synchronized void during(Runnable chatter) {
        PrintStream heard = System.out;
        PrintStream filtered =
                new PrintStream(new AllBut(Thread.currentThread(), heard), true, Charset.defaultCharset());
        System.setOut(filtered);
        try {
            chatter.run();
        } finally {
            if (System.out == filtered) { // else somebody has replaced it since, and means it
                System.setOut(heard);
            }
        }
    }

    private static final class AllBut extends OutputStream {
        private final Thread silent;
        private final OutputStream heard;

        AllBut(Thread silent, OutputStream heard) {
            this.silent = silent;
            this.heard = heard;
        }

        @Override
        public void write(int value) throws IOException {
            if (Thread.currentThread() != silent) {
                heard.write(value);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (Thread.currentThread() != silent) {
                heard.write(bytes, from, length);
            }
        }

        @Override
        public void flush() throws IOException {
            heard.flush();
        }
    }
}
