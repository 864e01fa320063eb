package io.cradle.rollout.box2d;

import io.cradle.rollout.lcd.Rasteriser;
import io.cradle.rollout.world.Look;
import io.cradle.rollout.world.Screen;
import io.cradle.rollout.world.WorldDefinition;
import java.util.Arrays;
import java.util.List;
import org.jbox2d.collision.shapes.CircleShape;
import org.jbox2d.collision.shapes.PolygonShape;
import org.jbox2d.collision.shapes.Shape;
import org.jbox2d.common.Settings;
import org.jbox2d.common.Transform;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;

/** Draws the things of a scene, filled, from back to front; walls are not drawn. */
final class Painter {
    private final Screen screen;
    private final Rasteriser page;
    private final Rasteriser stencil;
    private final double[] corners = new double[2 * Settings.maxPolygonVertices];
    private final Vec2 corner = new Vec2();

    Painter(WorldDefinition world) {
        screen = world.lcd();
        page = rasteriser(world);
        stencil = rasteriser(world);
    }

    private static Rasteriser rasteriser(WorldDefinition world) {
        return new Rasteriser(
                world.lcd().height(),
                world.lcd().width(),
                world.pixelsPerMetre(),
                Rasteriser.Rounding.valueOf(world.lcd().rounding().name()));
    }

    /** Writes the frame into zeros from {@code offset} on, as the world's screen has it. */
    void paint(Scene scene, byte[] target, int offset) {
        switch (screen.pixels()) {
            case BINARY -> binary(scene, target, offset);
            case GRAY -> gray(scene, target, offset);
            case RGB -> rgb(scene, target, offset);
        }
    }

    /** Writes the label of the thing that each pixel shows, a byte each, into zeros from {@code offset} on. */
    void mask(Scene scene, byte[] target, int offset) {
        for (Thing thing : scene.things()) {
            cut(thing, scene);
            stencil.forEachInk(pixel -> target[offset + pixel] = (byte) thing.label());
        }
    }

    private void binary(Scene scene, byte[] target, int offset) {
        page.clear();
        List<Thing> things = scene.things();
        for (int i = 0; i < things.size(); i++) {
            Thing thing = things.get(i);
            if (thing.look() == Look.INK) {
                draw(thing, scene, page);
            } else {
                cut(thing, scene);
                page.erase(stencil);
            }
        }
        page.copyTo(target, offset);
    }

    private void gray(Scene scene, byte[] target, int offset) {
        Arrays.fill(target, offset, offset + pixels(), (byte) 255);
        for (Thing thing : scene.things()) {
            cut(thing, scene);
            plane(target, offset, thing.shown().gray());
        }
    }

    private void rgb(Scene scene, byte[] target, int offset) {
        Arrays.fill(target, offset, offset + 3 * pixels(), (byte) 255);
        for (Thing thing : scene.things()) {
            cut(thing, scene);
            plane(target, offset, thing.shown().red());
            plane(target, offset + pixels(), thing.shown().green());
            plane(target, offset + 2 * pixels(), thing.shown().blue());
        }
    }

    private int pixels() {
        return screen.height() * screen.width();
    }

    private void plane(byte[] target, int offset, int value) {
        stencil.forEachInk(pixel -> target[offset + pixel] = (byte) value);
    }

    /** Makes the stencil that of a thing. */
    private void cut(Thing thing, Scene scene) {
        stencil.clear();
        draw(thing, scene, stencil);
    }

    private void draw(Thing thing, Scene scene, Rasteriser rasteriser) {
        if (thing.body() >= 0) {
            Body body = scene.body(thing.body());
            draw(body.getFixtureList().getShape(), body.getTransform(), rasteriser);
            return;
        }
        for (Shape shape : thing.shapes()) {
            draw(shape, thing.at(), rasteriser);
        }
    }

    private void draw(Shape shape, Transform place, Rasteriser rasteriser) {
        if (shape instanceof CircleShape circle) {
            Transform.mulToOutUnsafe(place, circle.m_p, corner);
            rasteriser.circle(corner.x, corner.y, circle.m_radius);
            return;
        }
        PolygonShape polygon = (PolygonShape) shape;
        for (int i = 0; i < polygon.m_count; i++) {
            Transform.mulToOutUnsafe(place, polygon.m_vertices[i], corner);
            corners[2 * i] = corner.x;
            corners[2 * i + 1] = corner.y;
        }
        rasteriser.polygon(corners, polygon.m_count);
    }
}
