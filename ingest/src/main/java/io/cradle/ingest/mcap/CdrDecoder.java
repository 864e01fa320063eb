package io.cradle.ingest.mcap;

import io.cradle.ingest.mcap.RosType.Arity;
import io.cradle.ingest.mcap.RosType.Field;
import io.cradle.ingest.mcap.RosType.Primitive;
import io.cradle.ingest.mcap.RosType.Struct;
import java.nio.ByteBuffer;

/** Numbers of ROS 2's messages in CDR, whatever their schema. Headers, stamps and counters of messages are passed over. */
final class CdrDecoder implements MessageDecoder {
    private final Struct schema;

    CdrDecoder(Struct schema) {
        this.schema = schema;
    }

    @Override
    public void decode(ByteBuffer data, Numbers numbers) {
        struct(schema, new CdrInput(data), numbers);
    }

    private static void struct(Struct struct, CdrInput in, Numbers numbers) {
        for (Field field : struct.fields()) {
            boolean quiet = isQuiet(field);
            int mark = numbers.enter(field.name());
            if (quiet) {
                numbers.hush();
            }
            field(field, in, numbers);
            if (quiet) {
                numbers.speak();
            }
            numbers.leave(mark);
        }
    }

    private static boolean isQuiet(Field field) {
        return field.name().isEmpty()
                || RosTypes.isClock(field.name())
                || (field.type() instanceof Struct struct
                        && (struct.name().equals("std_msgs/Header")
                                || struct.name().equals("builtin_interfaces/Time")));
    }

    private static void field(Field field, CdrInput in, Numbers numbers) {
        if (field.arity() == Arity.ONE) {
            value(field.type(), in, numbers);
            return;
        }
        int count = field.arity() == Arity.FIXED ? field.count() : in.count();
        for (int i = 0; i < count; i++) {
            int mark = numbers.enter(i);
            value(field.type(), in, numbers);
            numbers.leave(mark);
        }
    }

    private static void value(RosType type, CdrInput in, Numbers numbers) {
        if (type instanceof Struct struct) {
            struct(struct, in, numbers);
        } else if (type == Primitive.STRING) {
            numbers.text(in.text());
        } else {
            numbers.add(in.number((Primitive) type));
        }
    }
}
