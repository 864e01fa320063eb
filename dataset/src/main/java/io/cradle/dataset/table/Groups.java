package io.cradle.dataset.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Neighbours that share a key, as lists: one list is in memory at a time. */
final class Groups<T> implements Iterator<List<T>> {
    private final Iterator<T> items;
    private final Function<T, ?> key;
    private T next;

    Groups(Iterator<T> items, Function<T, ?> key) {
        this.items = items;
        this.key = key;
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public List<T> next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        List<T> group = new ArrayList<>();
        Object shared = key.apply(next);
        while (next != null && key.apply(next).equals(shared)) {
            group.add(next);
            advance();
        }
        return group;
    }

    private void advance() {
        next = items.hasNext() ? items.next() : null;
    }
}
