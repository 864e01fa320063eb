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
 * @param x of all lines, ascending
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
     * @param dashed whether it is
     * @param points whether each value is marked
     * @param spanGaps whether it runs on where there is no value
     * @param values one for each x, null where there is none
     * @param low lower edge of a band around it; empty for none
     * @param high upper edge of the band
     */
    record Line(
            String label,
            String color,
            boolean dashed,
            boolean points,
            boolean spanGaps,
            List<Double> values,
            List<Double> low,
            List<Double> high) {
        /** A line without a band. */
        static Line plain(String label, String color, List<Double> values) {
            return new Line(label, color, false, false, false, values, List.of(), List.of());
        }
    }
}
