package io.cradle.ingest.rlds;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.cradle.ingest.rlds.TfFeature.Kind;
import java.io.IOException;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Parses a {@code tf.train.Example}: field 1 holds entries in its field 1, each a key 1 and a feature 2, which is one of a
 * list of bytes 1, floats 2 and int64 3 (tensorflow/core/example/feature.proto). Each list stands in the field 1 of its own
 * message, packed or not. What is unknown is skipped, as protobuf asks for.
 */
final class TfExample {
    private static final int BYTES = WireFormat.WIRETYPE_LENGTH_DELIMITED;
    private static final int FIRST = tag(1, BYTES);
    private static final int SECOND = tag(2, BYTES);
    private static final int THIRD = tag(3, BYTES);
    private static final int ONE_FLOAT = tag(1, WireFormat.WIRETYPE_FIXED32);
    private static final int ONE_INTEGER = tag(1, WireFormat.WIRETYPE_VARINT);

    private final byte[] record;
    private final CodedInputStream in;
    private final NavigableMap<String, TfFeature> features = new TreeMap<>();
    private String key = "";
    private TfFeature feature;

    private TfExample(byte[] record) {
        this.record = record;
        this.in = CodedInputStream.newInstance(record);
        this.feature = new TfFeature(record);
    }

    /** The lists of a record, by name. */
    static NavigableMap<String, TfFeature> parse(byte[] record) throws IOException {
        TfExample example = new TfExample(record);
        example.fields(example::features);
        return Collections.unmodifiableNavigableMap(example.features);
    }

    /** Takes a field, or says that it is none that is known. */
    private interface Field {
        boolean take(int tag) throws IOException;
    }

    private void fields(Field field) throws IOException {
        while (!in.isAtEnd()) {
            int tag = in.readTag();
            if (!field.take(tag) && !in.skipField(tag)) {
                throw new IOException("a group ends that did not begin");
            }
        }
    }

    /** Takes all fields of a message that is one itself. */
    private boolean message(Field field) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        fields(field);
        in.popLimit(outer);
        return true;
    }

    private boolean features(int tag) throws IOException {
        return tag == FIRST && message(this::entries);
    }

    private boolean entries(int tag) throws IOException {
        if (tag != FIRST) {
            return false;
        }
        key = "";
        feature = new TfFeature(record);
        message(this::entry);
        features.put(key, feature);
        return true;
    }

    private boolean entry(int tag) throws IOException {
        if (tag == FIRST) {
            key = in.readStringRequireUtf8();
            return true;
        }
        return tag == SECOND && message(this::lists);
    }

    private boolean lists(int tag) throws IOException {
        if (tag == FIRST) {
            feature.begin(Kind.BYTES);
            return message(this::pieces);
        }
        if (tag == SECOND) {
            feature.begin(Kind.FLOATS);
            return message(this::floats);
        }
        if (tag == THIRD) {
            feature.begin(Kind.INTEGERS);
            return message(this::integers);
        }
        return false;
    }

    private boolean pieces(int tag) throws IOException {
        if (tag != FIRST) {
            return false;
        }
        int length = in.readRawVarint32();
        feature.addPiece(in.getTotalBytesRead(), length);
        in.skipRawBytes(length);
        return true;
    }

    private boolean floats(int tag) throws IOException {
        if (tag == ONE_FLOAT) {
            feature.add(in.readFloat());
            return true;
        }
        return tag == FIRST && packed(() -> feature.add(in.readFloat()));
    }

    private boolean integers(int tag) throws IOException {
        if (tag == ONE_INTEGER) {
            feature.add(in.readInt64());
            return true;
        }
        return tag == FIRST && packed(() -> feature.add(in.readInt64()));
    }

    /** Takes one number. */
    private interface Value {
        void take() throws IOException;
    }

    private boolean packed(Value value) throws IOException {
        int outer = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
            value.take();
        }
        in.popLimit(outer);
        return true;
    }

    private static int tag(int field, int type) {
        return (field << 3) | type;
    }
}
