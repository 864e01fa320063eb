package io.cradle.ingest.rlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Split;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.EncodedPicture;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Task;
import io.cradle.ingest.take.Track;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RldsFormatTest {
    private static final String FEATURES = """
            {"featuresDict": {"features": {"steps": {"sequence": {"feature": {"featuresDict": {"features": {
              "observation": {"featuresDict": {"features": {
                "state": {"tensor": {"shape": {"dimensions": ["3"]}, "dtype": "float32", "encoding": "none"}},
                "raw": {"tensor": {"shape": {"dimensions": ["2"]}, "dtype": "float64", "encoding": "bytes"}},
                "zipped": {"tensor": {"shape": {"dimensions": ["2"]}, "dtype": "uint8", "encoding": "zlib"}},
                "image": {"image": {"shape": {"dimensions": ["2", "2", "3"]}, "dtype": "uint8"}}
              }}}}}}, "length": "-1"}}}}}
            """;

    @TempDir
    Path directory;

    private final List<Finding> findings = new ArrayList<>();

    @Test
    void anEpisodeBecomesATake() {
        List<Take> takes = takes(Examples.episode(4, true).texts("steps/language_instruction", "lift", 4));
        Take take = takes.get(0);
        assertThat(take.name()).isEqualTo("toy-train.tfrecord-00000-of-00001#0");
        assertThat(take.index()).isZero();
        assertThat(take.rate()).isZero();
        assertThat(take.declared()).isEmpty();
        assertThat(take.task()).contains(new Task("lift"));
        assertThat(take.tracks()).extracting(Track::name).containsExactly("action", "observation/state", "reward");
        assertThat(take.tracks()).extracting(Track::role).containsExactly(Role.ACTION, Role.PROPRIO, Role.OTHER);
        Track state = track(take, "observation/state");
        assertThat(state.channels()).containsExactly("state.0", "state.1");
        assertThat(state.value(3, 1)).isEqualTo(-3);
        assertThat(state.time(3)).isEqualTo(3_000_000_000L);
    }

    @Test
    void rowsWithoutARateAreToldOnceAFile() {
        takes(Examples.episode(4, true), Examples.episode(3, true));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.Kind.NOTICED);
            assertThat(finding.file()).endsWith("toy-train.tfrecord-00000-of-00001");
            assertThat(finding.reason()).isEqualTo("rate unknown");
            assertThat(finding.detail()).contains("metadata.json").contains("ingest.rowRate");
        });
    }

    @ParameterizedTest(name = "terminal {0} -> {1} actions")
    @CsvSource({"true, 3", "false, 3"})
    void theActionOfTheLastStepMeansNothingAndIsLeftOut(boolean terminal, int actions) {
        Take take = takes(Examples.episode(4, terminal)).get(0);
        assertThat(track(take, "action").steps()).isEqualTo(actions);
        assertThat(track(take, "observation/state").steps()).isEqualTo(4);
    }

    @Test
    void theRateIsTheOneThatMetadataGives() {
        text("metadata.json", "{\"control_frequency\": 5}");
        Take take = takes(Examples.episode(3, true)).get(0);
        assertThat(take.rate()).isEqualTo(5);
        assertThat(track(take, "action").time(1)).isEqualTo(200_000_000L);
        assertThat(findings).isEmpty();
    }

    @Test
    void actionsMayBeADictionary() {
        Take take = takes(Examples.flags(3, true)
                        .floats("steps/action/gripper", 0, 1, 0)
                        .integers("steps/action/mode", 3, 4, 0))
                .get(0);
        assertThat(take.tracks()).allMatch(track -> track.role() == Role.ACTION);
        assertThat(track(take, "action/mode").value(1, 0)).isEqualTo(4);
    }

    @Test
    void picturesAreDecodedInOrder() throws IOException {
        Take take = takes(Examples.episode(2, true)
                        .bytes("steps/observation/image", picture("png", Color.RED), picture("png", Color.GRAY)))
                .get(0);
        Film film = take.films().get(0);
        assertThat(film.name()).isEqualTo("observation/image");
        List<Picture> colours = pictures(film, Film.Colours.RGB);
        assertThat(colours).extracting(Picture::time).containsExactly(0L, 1_000_000_000L);
        assertThat(colours.get(0).value(1, 1, 0)).isEqualTo(255);
        assertThat(colours.get(0).value(1, 1, 2)).isZero();
        List<Picture> gray = pictures(film, Film.Colours.GRAY);
        assertThat(gray.get(0).value(0, 0, 0)).isEqualTo(76); // 0.299 * 255
        assertThat(gray.get(1).value(0, 0, 0)).isEqualTo(128);
    }

    @Test
    void grayPicturesKeepTheirNumbers() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 60);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        Picture picture = EncodedPicture.decode(png.toByteArray(), 0, Film.Colours.GRAY);
        assertThat(picture.value(0, 0, 0)).isEqualTo(60);
    }

    @Test
    void aBrokenPictureIsNamedWhenItIsDecoded() throws IOException {
        byte[] broken = Arrays.copyOf(picture("jpeg", Color.BLUE), 30);
        Film film = takes(
                        Examples.episode(2, true).bytes("steps/observation/image", picture("jpeg", Color.BLUE), broken))
                .get(0)
                .films()
                .get(0);
        assertThatThrownBy(() -> pictures(film, Film.Colours.RGB))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("record 0, step 1, 'observation/image'");
    }

    @Test
    void declaredShapesAreHeldAgainstTheLists() {
        rate();
        text("features.json", FEATURES);
        assertThat(takes(Examples.episode(4, true))).isEmpty();
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo("lengths contradict");
            assertThat(finding.detail()).contains("'observation/state' has 8 numbers for 4 steps of shape [3]");
        });
    }

    @Test
    void tensorsStoredAsBytesAreRead() {
        rate();
        text("features.json", FEATURES);
        byte[] numbers = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(1.5)
                .putDouble(-2)
                .array();
        Take take = takes(Examples.flags(2, true)
                        .bytes("steps/observation/raw", numbers, numbers)
                        .bytes("steps/observation/zipped", new byte[9], new byte[9]))
                .get(0);
        assertThat(track(take, "observation/raw").value(1, 0)).isEqualTo(1.5f);
        assertThat(findings).extracting(Finding::reason).containsExactly("encoding not read");
    }

    @Test
    void listsThatAreNoMultipleOfTheStepsAreRefusedAndTheNextEpisodeIsRead() {
        rate();
        Examples odd = Examples.flags(3, true).floats("steps/action", 1, 2, 3, 4);
        assertThat(takes(odd, Examples.episode(3, true)))
                .extracting(Take::index)
                .containsExactly(1L);
        assertThat(findings).extracting(Finding::reason).containsExactly("lengths contradict");
    }

    @Test
    void whatIsNoEpisodeIsRefusedWithTheReason() {
        rate();
        write("toy-train.tfrecord-00000-of-00001", new byte[][] {
            {1, 2, 3},
            new Examples().floats("steps/action", 1).build(),
            Examples.flags(1, true).build(),
            Examples.flags(2, true).build(),
        });
        assertThat(read(RldsFormat.of(directory))).isEmpty();
        assertThat(findings)
                .extracting(Finding::reason)
                .containsExactly("not an Example", "steps unknown", "too short", "no stream");
    }

    @Test
    void flagsWithinAnEpisodeAreNoticed() {
        rate();
        Examples twice = new Examples().integers("steps/is_first", 1, 0, 1, 0).floats("steps/action", 1, 2, 3, 4);
        assertThat(takes(twice)).hasSize(1);
        assertThat(findings).extracting(Finding::reason).containsExactly("several episodes in one");
    }

    @Test
    void aDepthImageStoredAsNumbersIsLeftOutWithANotice() {
        rate();
        assertThat(takes(Examples.episode(2, true).floats("steps/observation/depth", new float[2 * 5000])))
                .hasSize(1);
        assertThat(findings).extracting(Finding::reason).containsExactly("stream too wide");
    }

    @Test
    void splitsCountOnlyWhereThereIsMoreThanOne() {
        write("toy-train.tfrecord-00000-of-00001", Examples.episode(2, true).build());
        assertThat(read(RldsFormat.of(directory))).extracting(Take::declared).containsExactly(Optional.empty());
        write("toy-val.tfrecord-00000-of-00001", Examples.episode(3, true).build());
        assertThat(read(RldsFormat.of(directory)))
                .extracting(Take::declared)
                .containsExactly(Optional.of(Split.TRAIN), Optional.of(Split.VAL));
    }

    @Test
    void shardsThatLackRecordsAreFoundByTheDatasetsOwnCount() {
        rate();
        text("dataset_info.json", "{\"splits\": [{\"name\": \"train\", \"shardLengths\": [\"3\"]}]}");
        assertThat(takes(Examples.episode(2, true))).hasSize(1);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.reason()).isEqualTo("records missing");
            assertThat(finding.detail()).contains("has 1 records").contains("declares 3");
        });
    }

    @Test
    void plainFilesAreFoundAndOthersAreNot() {
        write("sub/plain.tfrecord", Examples.episode(2, true).build());
        text("notes.tfrecord.txt", "no");
        assertThat(RldsFormat.of(directory).recordings())
                .extracting(Recording::path)
                .containsExactly(directory.resolve("sub/plain.tfrecord"));
    }

    @Test
    void aDirectoryWithoutRecordsIsRefused() {
        assertThatThrownBy(() -> RldsFormat.of(directory)).hasMessageContaining("holds no file of records");
    }

    @Test
    void brokenMetadataIsNamed() {
        text("features.json", "{");
        assertThatThrownBy(() -> takes(Examples.episode(2, true)))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("features.json");
    }

    @Property(tries = 300)
    void bytesThatPassForARecordGiveAFindingOrATake(@ForAll @Size(min = 1, max = 60) byte[] noise) {
        byte[] record = Examples.episode(3, false).build();
        System.arraycopy(noise, 0, record, noise[0] & 0x3f, noise.length);
        try {
            new RldsEpisode(source(), 0, record, finding -> {}).take();
        } catch (IOException | RldsEpisode.Refused clear) {
            assertThat(clear.getMessage()).isNotBlank();
        }
    }

    private static RldsSource source() {
        return new RldsSource("f", "f", RldsMetadata.read(Path.of("/nowhere")), Optional.empty());
    }

    private List<Take> takes(Examples... episodes) {
        byte[][] records = Stream.of(episodes).map(Examples::build).toArray(byte[][]::new);
        write("toy-train.tfrecord-00000-of-00001", records);
        return read(RldsFormat.of(directory));
    }

    private List<Take> read(RldsFormat format) {
        List<Take> takes = new ArrayList<>();
        for (Recording recording : format.recordings()) {
            try (Stream<Take> stream = format.takes(recording, findings::add)) {
                stream.forEach(takes::add);
            }
        }
        return takes;
    }

    private void write(String name, byte[]... records) {
        Tfrecords.write(directory.resolve(name), records);
    }

    /** Gives the dataset a rate, so that nothing is told of it. */
    private void rate() {
        text("metadata.json", "{\"fps\": 1}");
    }

    private void text(String name, String text) {
        Tfrecords.bytes(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Track track(Take take, String name) {
        return take.tracks().stream()
                .filter(track -> track.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] picture(String format, Color colour) throws IOException {
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 4; i++) {
            image.setRGB(i % 2, i / 2, colour.getRGB());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static List<Picture> pictures(Film film, Film.Colours colours) {
        List<Picture> pictures = new ArrayList<>();
        try (FilmReader reader = film.open(colours)) {
            for (Optional<Picture> next = reader.next(); next.isPresent(); next = reader.next()) {
                pictures.add(next.get());
            }
        }
        return pictures;
    }
}
