package io.cradle.jobs.report;

import java.util.List;

/**
 * A chart, as {@code charts.js} reads it.
 *
 * @param id of the element that it is drawn into
 * @param xLabel what x is, with its unit
 * @param yLabel what y is, with its unit
 * @param wholeX whether x is a count
 * @param yRange low and high; empty to fit the lines
 * @param digits behind the decimal point in the legend
 * @param x of all lines, ascending; empty where each has its own: then the line nearest to the pointer is named, a box is zoomed into, and
 *     a double click shows what lies outside of {@code yRange}
 * @param lines at least one
 */
record Chart(
        String id,
        String xLabel,
        String yLabel,
        boolean wholeX,
        List<Double> yRange,
        int digits,
        List<Double> x,
        List<Line> lines) {
    /**
     * A line.
     *
     * @param label in the legend
     * @param color name of a CSS variable
     * @param dash which pattern of dashes, as {@code charts.js} lists them; 0 is none
     * @param points whether each value is marked
     * @param spanGaps whether it runs on where there is no value
     * @param x of this line, ascending, where the chart has none
     * @param values one for each x, null where there is none
     * @param low lower edge of a band around it; empty for none
     * @param high upper edge of the band
     */
    record Line(
            String label,
            String color,
            int dash,
            boolean points,
            boolean spanGaps,
            List<Double> x,
            List<Double> values,
            List<Double> low,
            List<Double> high) {
        /** A line without a band. */
        static Line plain(String label, String color, List<Double> values) {
            return new Line(label, color, 0, false, false, List.of(), values, List.of(), List.of());
        }
    }
}
