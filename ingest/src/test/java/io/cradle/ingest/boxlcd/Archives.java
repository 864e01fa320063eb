package io.cradle.ingest.boxlcd;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes npz archives whose arrays are a head and zeros. */
final class Archives {
    private Archives() {}

    /**
     * Writes an archive.
     *
     * @param heads what each array starts with
     * @param zeros bytes of zeros that follow
     */
    static Path write(Path file, Map<String, byte[]> heads, Map<String, Long> zeros) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> head : new TreeMap<>(heads).entrySet()) {
                zip.putNextEntry(new ZipEntry(head.getKey() + ".npy"));
                zip.write(head.getValue());
                zeros(zip, zeros.get(head.getKey()));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static void zeros(OutputStream out, long count) throws IOException {
        byte[] chunk = new byte[1 << 16];
        for (long left = count; left > 0; left -= chunk.length) {
            out.write(chunk, 0, (int) Math.min(left, chunk.length));
        }
    }
}
