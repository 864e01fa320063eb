package io.cradle.ingest.hdf5;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.filter.ByteShuffleFilter;
import io.jhdf.filter.DeflatePipelineFilter;
import io.jhdf.filter.Filter;
import io.jhdf.filter.FletcherChecksumFilter;
import io.jhdf.filter.Lz4Filter;
import io.jhdf.filter.LzfFilter;
import io.jhdf.filter.PipelineFilterWithData;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Undoes what a chunk went through when it was written, never into more bytes than the chunk declares. */
final class ChunkFilters {
    /** Bytes that a check sum adds. */
    private static final int SPARE = 64;

    private static final Filter DEFLATE = new DeflatePipelineFilter();
    private static final Filter LZF = new LzfFilter();
    private static final Filter LZ4 = new Lz4Filter();
    private static final Map<Integer, Filter> KNOWN = Stream.of(
                    DEFLATE, LZF, LZ4, new ByteShuffleFilter(), new FletcherChecksumFilter())
            .collect(Collectors.toUnmodifiableMap(Filter::getId, Function.identity()));

    private final List<PipelineFilterWithData> filters;
    private final int chunkBytes;

    private ChunkFilters(List<PipelineFilterWithData> filters, int chunkBytes) {
        this.filters = filters;
        this.chunkBytes = chunkBytes;
    }

    /**
     * Checks that all filters are known.
     *
     * @param chunkBytes bytes of a chunk before it was written
     */
    static ChunkFilters of(ChunkedDataset dataset, int chunkBytes) {
        List<PipelineFilterWithData> filters = filters(dataset);
        for (PipelineFilterWithData filter : filters) {
            if (!KNOWN.containsKey(filter.getId())) {
                throw unknown(dataset, "its filter is '%s'".formatted(filter.getName()), null);
            }
        }
        return new ChunkFilters(filters, chunkBytes);
    }

    private static List<PipelineFilterWithData> filters(ChunkedDataset dataset) {
        try {
            return dataset.getFilters();
        } catch (HdfFilterException unknown) {
            throw unknown(dataset, unknown.getMessage(), unknown);
        }
    }

    private static Refusal unknown(ChunkedDataset dataset, String problem, Throwable cause) {
        return new Refusal(
                "unknown filter",
                "'%s' went through a filter that is not read here (%s); rewrite the file with 'h5repack -f GZIP=4'"
                        .formatted(dataset.getPath(), problem),
                cause);
    }

    /** The bytes of a chunk as they were before. */
    byte[] decoded(byte[] stored) {
        byte[] bytes = stored;
        for (int i = filters.size() - 1; i >= 0; i--) {
            bytes = decoded(filters.get(i), bytes);
        }
        if (bytes.length != chunkBytes) {
            throw damaged("%d bytes come out of it where its head declares %d".formatted(bytes.length, chunkBytes));
        }
        return bytes;
    }

    private byte[] decoded(PipelineFilterWithData applied, byte[] bytes) {
        Filter filter = KNOWN.get(applied.getId());
        if (filter == DEFLATE) {
            return inflated(bytes);
        }
        int[] settings = applied.getFilterData();
        if (filter == LZF) {
            requireFits(settings[2]);
        }
        if (filter == LZ4) {
            requireFits(ByteBuffer.wrap(bytes).getLong());
        }
        return filter.decode(bytes, settings);
    }

    private void requireFits(long declared) {
        if (declared < 0 || declared > chunkBytes + SPARE) {
            throw damaged("it claims to hold %d bytes where its head declares %d".formatted(declared, chunkBytes));
        }
    }

    private byte[] inflated(byte[] bytes) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes);
            byte[] whole = new byte[chunkBytes + SPARE];
            int length = 0;
            while (!inflater.finished()) {
                int read = inflater.inflate(whole, length, whole.length - length);
                if (read == 0 && !inflater.finished()) {
                    throw damaged("it inflates to more than it declares, or ends early");
                }
                length += read;
            }
            return length == whole.length ? whole : Arrays.copyOf(whole, length);
        } catch (DataFormatException broken) {
            throw damaged(String.valueOf(broken.getMessage()));
        } finally {
            inflater.end();
        }
    }

    private static Refusal damaged(String problem) {
        return new Refusal("unreadable", "a chunk is damaged: %s; copy the file again".formatted(problem));
    }
}
