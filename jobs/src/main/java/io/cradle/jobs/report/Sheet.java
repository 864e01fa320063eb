package io.cradle.jobs.report;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Frames of episodes on one picture, every pixel a square, with lines between the episodes. */
public final class Sheet {
    /** Pixels that a picture is wide, about, unless its scale is given. */
    private static final int USUAL_WIDTH = 640;

    private static final int LINE = 2;
    private static final int MOST_FRAMES = 300;
    private static final int STILLS = 12;
    private static final int STILLS_OF_ONE = 48;
    private static final int STILLS_IN_A_ROW = 8;
    private static final double USUAL_RATE = 10; // Hz, where steps are uneven
    private static final double LAST_SECONDS = 1;

    private final List<Scene> scenes;
    private final double rate;
    private final OptionalInt columns;
    private final OptionalInt scale;

    private Sheet(List<Scene> scenes, double rate, OptionalInt columns, OptionalInt scale) {
        this.scenes = scenes;
        this.rate = rate > 0 ? rate : USUAL_RATE;
        this.columns = columns;
        this.scale = scale;
    }

    /**
     * Episodes of one layout, at least one.
     *
     * @param columns episodes side by side in what moves; as many as make it about square if empty
     * @param scale pixels of the picture that a pixel of a frame is wide; what makes it about 640 wide if empty
     * @throws IllegalArgumentException if they have no frames that can be drawn
     */
    public static Sheet of(List<Episode> episodes, OptionalInt columns, OptionalInt scale) {
        List<Tensor> frames = episodes.stream().map(Sheet::frames).toList();
        List<Scene> scenes =
                frames.stream().map(each -> Scene.of(each, Shade.SCREEN)).toList();
        return new Sheet(scenes, frames.get(0).spec().rate(), columns, scale);
    }

    private static Tensor frames(Episode episode) {
        return episode.find(Layout.FRAME)
                .filter(Scene::canDraw)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot draw episode '%s': it has no frames 'lcd' of shape [H, W] or [3, H, W], but %s; show the table as a page"
                                .formatted(episode.id(), episode.tensors())));
    }

    /** All episodes side by side at their true rate, as an animated GIF; one that ends early waits for the others. */
    public byte[] gif() {
        int frames = scenes.stream().mapToInt(Scene::frames).max().orElseThrow();
        int every = (frames + MOST_FRAMES - 1) / MOST_FRAMES;
        int side = columns.orElse((int) Math.ceil(Math.sqrt(scenes.size())));
        List<BufferedImage> pictures = IntStream.range(0, (frames + every - 1) / every)
                .mapToObj(t -> laid(now(t * every), Math.min(side, scenes.size())))
                .toList();
        return Gif.write(pictures, every / rate, every / rate + LAST_SECONDS);
    }

    private List<Cell> now(int t) {
        return scenes.stream()
                .map(scene -> new Cell(scene, Math.min(t, scene.frames() - 1)))
                .toList();
    }

    /** A still, as a PNG: of one episode its frames in reading order, of several a row each; every so many-th frame. */
    public byte[] png() {
        if (scenes.size() == 1) {
            return Picture.bytes(laid(stills(scenes.get(0), STILLS_OF_ONE), STILLS_IN_A_ROW));
        }
        int stills =
                Math.min(STILLS, scenes.stream().mapToInt(Scene::frames).min().orElseThrow());
        List<Cell> cells =
                scenes.stream().flatMap(scene -> stills(scene, stills).stream()).toList();
        return Picture.bytes(laid(cells, stills));
    }

    private static List<Cell> stills(Scene scene, int most) {
        int stills = Math.min(most, scene.frames());
        return IntStream.range(0, stills)
                .mapToObj(i -> new Cell(scene, (int) ((long) i * scene.frames() / stills)))
                .toList();
    }

    private BufferedImage laid(List<Cell> cells, int across) {
        Scene first = scenes.get(0);
        int side = Math.min(across, cells.size());
        int zoom = scale.orElse(Math.max(1, USUAL_WIDTH / (side * first.width())));
        int pitchX = first.width() * zoom + LINE;
        int pitchY = first.height() * zoom + LINE;
        int down = (cells.size() + side - 1) / side;
        BufferedImage image = ruled(side * pitchX - LINE, down * pitchY - LINE);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            Picture.draw(cell.scene(), cell.frame(), image, i % side * pitchX, i / side * pitchY, zoom);
        }
        return image;
    }

    private static BufferedImage ruled(int width, int height) {
        int[] line = new int[width * height];
        Arrays.fill(line, Shade.TRACK);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, line, 0, width);
        return image;
    }

    /** One frame of one episode. */
    private record Cell(Scene scene, int frame) {}
}
