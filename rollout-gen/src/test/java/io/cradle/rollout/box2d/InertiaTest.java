package io.cradle.rollout.box2d;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.rollout.world.Shape;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.BodyDef;
import org.jbox2d.dynamics.BodyType;
import org.jbox2d.dynamics.World;
import org.junit.jupiter.api.Test;

class InertiaTest {
    /** A triangle's is m (a² + b² + c²) / 36 about its centre of mass, wherever it lies. */
    @Property(tries = 100)
    void aTriangleTurnsAboutItsCentreAsTheFormulaHasIt(
            @ForAll @DoubleRange(min = 0.2, max = 3) double width,
            @ForAll @DoubleRange(min = 0.2, max = 3) double height,
            @ForAll @DoubleRange(min = -2, max = 2) double lean,
            @ForAll @DoubleRange(min = -2, max = 2) double x) {
        Body triangle = body(List.of(x, 0.0, x + width, 0.0, x + lean, height), 0.7f);
        double edges =
                width * width + lean * lean + height * height + (width - lean) * (width - lean) + height * height;
        assertThat(aboutCentre(triangle) / triangle.getMass()).isCloseTo(edges / 36, within(1e-4 * (1 + x * x)));
    }

    /** The corners of Luxo's head have their mean elsewhere than its mass. */
    @Test
    void luxosHeadTurnsMoreEasilyThanTheLibraryHasIt() {
        List<Double> head = List.of(-0.4, -0.4, 8 / 15.0, -2 / 3.0, 8 / 15.0, 2 / 3.0, -0.4, 0.4);
        assertThat(aboutCentre(body(head, 0.1f))).isCloseTo(0.017105734, within(1e-7));
        assertThat(aboutCentre(unmended(head, 0.1f))).isGreaterThan(0.0172);
    }

    @Test
    void aBoxIsLeftAsItIs() {
        List<Double> box = List.of(-0.5, -0.25, 0.5, -0.25, 0.5, 0.25, -0.5, 0.25);
        assertThat(body(box, 1).getInertia()).isEqualTo(unmended(box, 1).getInertia());
    }

    private static double aboutCentre(Body body) {
        return body.getInertia()
                - body.getMass() * (double) body.getLocalCenter().lengthSquared();
    }

    private static Body body(List<Double> corners, float density) {
        Body body = unmended(corners, density);
        Inertia.mend(body);
        return body;
    }

    private static Body unmended(List<Double> corners, float density) {
        BodyDef def = new BodyDef();
        def.type = BodyType.DYNAMIC;
        Body body = new World(new Vec2()).createBody(def);
        body.createFixture(Outlines.of(new Shape(Shape.Form.POLYGON, corners)), density);
        return body;
    }
}
