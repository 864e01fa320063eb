package io.cradle.ingest.take;

/**
 * How many numbers a mean is of. It multiplies where a division would cost as much as the sum of a small box.
 *
 * <p>With {@code m = floor(2^54 / n) + 1}, {@code floor(s m / 2^54)} is {@code floor(s / n)} while {@code s n < 2^54} (Granlund and Montgomery, Division
 * by Invariant Integers using Multiplication, 1994, theorem 4.2). Sums of bytes are below {@code 256 n}, so that means of up to 2^23 numbers are exact; of
 * more, one that lies within a millionth of a half may be rounded to the other side.
 */
public final class Count {
    private static final int SHIFT = 54;

    private final int half;
    private final long inverse;

    /** @param numbers at least 1 */
    public Count(int numbers) {
        this.half = numbers / 2;
        this.inverse = (1L << SHIFT) / numbers + 1;
    }

    /** The rounded mean of numbers from 0 to 255. */
    public int mean(long sum) {
        return (int) (((sum + half) * inverse) >>> SHIFT);
    }
}
