package io.cradle.training.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What a flat binary transformer says of N worlds: of their next codes, and through those of their next observations. */
final class FbtPrediction implements Prediction {
    private final Codec codec;
    private final List<Said> worlds;
    private final IdentityHashMap<Observation, Observation> drawn = new IdentityHashMap<>(); // and the code of each
    private List<Observation> likeliest; // codes, once they were asked for
    private List<Codec.Decoded> decoded; // of those

    FbtPrediction(Codec codec, List<Said> worlds) {
        this.codec = codec;
        this.worlds = worlds;
    }

    /** The code that an observation was drawn through; where it was not drawn here, its own. */
    Observation code(Observation next) {
        Observation code = drawn.get(next);
        return code == null ? codec.code(next) : code;
    }

    private List<Codec.Decoded> decoded() {
        if (decoded == null) {
            likeliest = worlds.stream().map(said -> cut(said.likeliest())).toList();
            decoded = likeliest.stream().map(codec::decoded).toList();
        }
        return decoded;
    }

    private static Observation cut(float[] p) {
        float[] cut = new float[p.length];
        for (int i = 0; i < cut.length; i++) {
            cut[i] = p[i] > THRESHOLD ? 1 : 0;
        }
        return Observation.ofFrame(cut);
    }

    /** Given the likeliest code. */
    @Override
    public float[][] ink() {
        return decoded().stream().map(Codec.Decoded::ink).toArray(float[][]::new);
    }

    /** Given the likeliest code. */
    @Override
    public Gaussian proprio() {
        return gaussian(decoded());
    }

    private Gaussian gaussian(List<Codec.Decoded> said) {
        return codec.deviation().length == 0
                ? Gaussian.NONE
                : new Gaussian(said.stream().map(Codec.Decoded::proprio).toArray(float[][]::new), codec.deviation());
    }

    /** −log2 p(b) − log2 p(frame | b), where b is the code of what came: one of the terms that the frame's probability is a sum of. */
    @Override
    public Optional<double[]> bound(List<Observation> came) {
        double[] bits = new double[worlds.size()];
        for (int n = 0; n < bits.length; n++) {
            bits[n] = bits(n, codec.code(came.get(n)), came.get(n));
        }
        return Optional.of(bits);
    }

    /** What it costs to say this code, and the frame given the code. */
    double bits(int n, Observation code, Observation came) {
        return Codec.bits(worlds.get(n).given(code.frame()), code.frame())
                + Codec.bits(codec.decoded(code).ink(), came.frame());
    }

    @Override
    public List<Observation> cut() {
        List<Observation> cut = Prediction.super.cut();
        for (int n = 0; n < cut.size(); n++) {
            drawn.put(cut.get(n), likeliest.get(n));
        }
        return cut;
    }

    /** A code is drawn, then each pixel by itself. */
    @Override
    public List<Observation> sample(List<SplittableRandom> random, double temperature) {
        List<Observation> sample = new ArrayList<>(worlds.size());
        for (int n = 0; n < worlds.size(); n++) {
            Observation code = Observation.ofFrame(worlds.get(n).drawn(random.get(n), temperature));
            sample.add(sample(codec.decoded(code), random.get(n), temperature));
            drawn.put(sample.get(n), code);
        }
        return sample;
    }

    private Observation sample(Codec.Decoded said, SplittableRandom random, double temperature) {
        float[] frame = new float[said.ink().length];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = random.nextDouble() < Prediction.tempered(said.ink()[i], temperature) ? 1 : 0;
        }
        return new Observation(frame, gaussian(List.of(said)).sample(0, random, temperature));
    }
}
