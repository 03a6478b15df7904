package org.doorlight.protocol;

/** Whether counts in a table are independent of their row. */
public final class ChiSquare {
    /** Of a normal distribution, one throw in ten thousand lies above this. */
    private static final double ONE_IN_TEN_THOUSAND = 3.719;

    private ChiSquare() {}

    /** Pearson's statistic for independence of rows and columns. */
    public static double independence(long[][] counts) {
        int columns = counts[0].length;
        double[] ofRow = new double[counts.length];
        double[] ofColumn = new double[columns];
        double all = 0;
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < columns; column++) {
                ofRow[row] += counts[row][column];
                ofColumn[column] += counts[row][column];
                all += counts[row][column];
            }
        }
        double statistic = 0;
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < columns; column++) {
                double expected = ofRow[row] * ofColumn[column] / all;
                double off = counts[row][column] - expected;
                statistic += expected > 0 ? off * off / expected : 0;
            }
        }
        return statistic;
    }

    /** What such a statistic exceeds once in ten thousand times if rows and columns are independent (Wilson and Hilferty). */
    public static double bound(long[][] counts) {
        double freedom = (counts.length - 1.0) * (counts[0].length - 1.0);
        double part = 2 / (9 * freedom);
        return freedom * Math.pow(1 - part + ONE_IN_TEN_THOUSAND * Math.sqrt(part), 3);
    }
}
