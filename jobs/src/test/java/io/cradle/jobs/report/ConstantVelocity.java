package io.cradle.jobs.report;

import io.cradle.training.model.NextFrameModel;

/** Moves the ink of the last frame as far as it came since the one before. */
final class ConstantVelocity implements NextFrameModel {
    private static final float SURE = 0.93f;
    private static final float EDGE = 0.12f;
    private static final float HARDLY = 0.004f;
    private static final int PIXELS = Balls.SIZE * Balls.SIZE;

    @Override
    public String name() {
        return "dense-256";
    }

    @Override
    public int frames() {
        return 2;
    }

    @Override
    public float[][] ink(float[][] past, float[][] action) {
        float[][] ink = new float[past.length][];
        for (int n = 0; n < ink.length; n++) {
            ink[n] = next(past[n]);
        }
        return ink;
    }

    private static float[] next(float[] past) {
        double[] before = center(past, 0);
        double[] now = center(past, PIXELS);
        int down = (int) Math.round(now[0] - before[0]);
        int right = (int) Math.round(now[1] - before[1]);
        float[] ink = new float[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            ink[i] = shade(past, i / Balls.SIZE - down, i % Balls.SIZE - right);
        }
        return ink;
    }

    private static float shade(float[] past, int row, int column) {
        if (lit(past, row, column)) {
            return SURE;
        }
        boolean near = lit(past, row - 1, column)
                || lit(past, row + 1, column)
                || lit(past, row, column - 1)
                || lit(past, row, column + 1);
        return near ? EDGE : HARDLY;
    }

    private static boolean lit(float[] past, int row, int column) {
        return row >= 0
                && row < Balls.SIZE
                && column >= 0
                && column < Balls.SIZE
                && past[PIXELS + row * Balls.SIZE + column] > 0.5f;
    }

    private static double[] center(float[] past, int offset) {
        double rows = 0;
        double columns = 0;
        double count = 1e-9;
        for (int i = 0; i < PIXELS; i++) {
            rows += past[offset + i] * Math.floorDiv(i, Balls.SIZE);
            columns += past[offset + i] * Math.floorMod(i, Balls.SIZE);
            count += past[offset + i];
        }
        return new double[] {rows / count, columns / count};
    }
}
