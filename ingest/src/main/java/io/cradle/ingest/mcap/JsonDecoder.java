package io.cradle.ingest.mcap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Numbers of JSON texts; true and false are 1 and 0, null is NaN where other messages have a number. */
final class JsonDecoder implements MessageDecoder {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    @Override
    public void decode(ByteBuffer data, Numbers numbers) {
        int start = data.arrayOffset() + data.position();
        try (JsonParser parser = FACTORY.createParser(data.array(), start, data.remaining())) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new IllegalArgumentException("it is empty; publish JSON");
            }
            value(parser, first, numbers);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more follows after its JSON; publish one value a message");
            }
        } catch (IOException malformed) {
            throw new IllegalArgumentException(
                    "it is no JSON (%s); publish JSON".formatted(firstLine(malformed)), malformed);
        }
    }

    private static void value(JsonParser parser, JsonToken token, Numbers numbers) throws IOException {
        switch (token) {
            case START_OBJECT -> object(parser, numbers);
            case START_ARRAY -> array(parser, numbers);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> numbers.add(parser.getDoubleValue());
            case VALUE_TRUE -> numbers.add(1);
            case VALUE_FALSE -> numbers.add(0);
            case VALUE_NULL -> numbers.addNone();
            default -> {}
        }
    }

    private static void object(JsonParser parser, Numbers numbers) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (RosTypes.isClock(name)) {
                parser.skipChildren();
            } else {
                int mark = numbers.enter(name);
                value(parser, token, numbers);
                numbers.leave(mark);
            }
        }
    }

    private static void array(JsonParser parser, Numbers numbers) throws IOException {
        int index = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            int mark = numbers.enter(index++);
            value(parser, token, numbers);
            numbers.leave(mark);
        }
    }

    private static String firstLine(IOException malformed) {
        String message =
                String.valueOf(malformed.getMessage()).lines().findFirst().orElse("");
        return message.length() > 200 ? message.substring(0, 200) + "…" : message;
    }
}
