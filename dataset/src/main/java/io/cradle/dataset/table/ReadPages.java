package io.cradle.dataset.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** The pages of a column, as Parquet's decoders ask for them. */
final class ReadPages implements PageReader {
    private final List<StoredPage> pages;
    private final long values;
    private final CompressionCodecName codec;
    private final CompressionCodecFactory codecs;
    private final Iterator<StoredPage> next;

    ReadPages(List<StoredPage> pages, long values, CompressionCodecName codec, CompressionCodecFactory codecs) {
        this.pages = pages;
        this.values = values;
        this.codec = codec;
        this.codecs = codecs;
        next = pages.stream().filter(page -> !page.isDictionary()).iterator();
    }

    @Override
    public DictionaryPage readDictionaryPage() {
        return pages.stream()
                .filter(StoredPage::isDictionary)
                .findFirst()
                .map(page -> new DictionaryPage(
                        body(page),
                        page.header().getDictionary_page_header().getNum_values(),
                        encoding(page.header().getDictionary_page_header().getEncoding())))
                .orElse(null);
    }

    @Override
    public long getTotalValueCount() {
        return values;
    }

    @Override
    public DataPage readPage() {
        if (!next.hasNext()) {
            return null;
        }
        StoredPage page = next.next();
        if (!page.isData()) {
            throw new UncheckedIOException(new IOException(
                    "a page is of type %s".formatted(page.header().getType())));
        }
        DataPageHeader header = page.header().getData_page_header();
        return new DataPageV1(
                body(page),
                header.getNum_values(),
                page.header().getUncompressed_page_size(),
                null,
                encoding(header.getRepetition_level_encoding()),
                encoding(header.getDefinition_level_encoding()),
                encoding(header.getEncoding()));
    }

    private BytesInput body(StoredPage page) {
        try {
            return BytesInput.from(page.body(codec, codecs));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
        return Encoding.valueOf(encoding.name());
    }
}
