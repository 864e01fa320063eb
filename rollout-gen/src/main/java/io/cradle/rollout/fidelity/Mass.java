package io.cradle.rollout.fidelity;

import io.cradle.rollout.world.Material;
import io.cradle.rollout.world.Shape;

/**
 * Mass of a plane body.
 *
 * @param kilograms of the whole
 * @param inertia kg·m² about the centre of mass
 */
record Mass(double kilograms, double inertia) {
    /** By the formulas for a disc and for a polygon (Steger, "On the calculation of arbitrary moments of polygons", 1996). */
    static Mass of(Shape shape, Material material) {
        if (shape.form() == Shape.Form.CIRCLE) {
            double radius = shape.size().get(0);
            double kilograms = material.density() * Math.PI * radius * radius;
            return new Mass(kilograms, kilograms * radius * radius / 2);
        }
        return of(shape.corners(), material.density());
    }

    private static Mass of(double[] corners, double density) {
        double area = 0;
        double x = 0;
        double y = 0;
        double second = 0;
        for (int i = 0; i < corners.length; i += 2) {
            int next = (i + 2) % corners.length;
            double ax = corners[i];
            double ay = corners[i + 1];
            double bx = corners[next];
            double by = corners[next + 1];
            double cross = ax * by - bx * ay;
            area += cross / 2;
            x += (ax + bx) * cross / 6;
            y += (ay + by) * cross / 6;
            second += (ax * ax + ax * bx + bx * bx + ay * ay + ay * by + by * by) * cross / 12;
        }
        double aboutCentre = second - (x * x + y * y) / area;
        return new Mass(density * Math.abs(area), density * Math.abs(aboutCentre));
    }

    /** Kinetic energy in J at a velocity of the centre of mass in m/s and a spin in rad/s. */
    double energy(double vx, double vy, double spin) {
        return (kilograms * (vx * vx + vy * vy) + inertia * spin * spin) / 2;
    }
}
