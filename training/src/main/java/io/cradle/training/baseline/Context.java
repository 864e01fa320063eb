package io.cradle.training.baseline;

import io.cradle.dataset.information.ContextMixer;
import io.cradle.training.model.Belief;
import io.cradle.training.model.Gaussian;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.WorldModel;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * The context mixer: each pixel from those above it and from the two frames before. Its likelihood is exact and joint, for a pixel may
 * depend on another of the same frame; it does not see actions. Says nothing of proprio but that it stays.
 */
final class Context implements WorldModel, Serializable {
    /** Its name in tables and charts. */
    static final String NAME = "context-mixer";

    private final ContextMixer mixer;
    private final float[] deviation; // [P]

    Context(ContextMixer mixer, float[] deviation) {
        this.mixer = mixer;
        this.deviation = deviation;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int memory() {
        return 2;
    }

    @Override
    public Belief begin(List<Prompt> prompts) {
        return new Worlds(prompts);
    }

    private final class Worlds implements Belief {
        private final ContextMixer.Reader reader = mixer.reader();
        private final List<List<float[]>> past = new ArrayList<>();
        private List<Observation> last;

        Worlds(List<Prompt> prompts) {
            for (Prompt prompt : prompts) {
                List<Observation> seen =
                        prompt.observations().subList(Math.max(0, prompt.length() - 2), prompt.length());
                past.add(new ArrayList<>(seen.stream().map(Observation::frame).toList()));
            }
            last = prompts.stream().map(Prompt::last).toList();
        }

        @Override
        public Prediction predict(float[][] actions) {
            List<List<float[]>> then = past.stream().map(List::copyOf).toList();
            float[][] proprio = last.stream().map(Observation::proprio).toArray(float[][]::new);
            return new Read(reader, then, new Gaussian(proprio, deviation));
        }

        @Override
        public void observe(float[][] actions, List<Observation> next) {
            for (int n = 0; n < past.size(); n++) {
                List<float[]> seen = past.get(n);
                seen.add(next.get(n).frame());
                while (seen.size() > 2) {
                    seen.remove(0);
                }
            }
            last = List.copyOf(next);
        }
    }

    private static final class Read implements Prediction {
        private final ContextMixer.Reader reader;
        private final List<List<float[]>> past;
        private final Gaussian proprio;
        private float[][] ink;

        Read(ContextMixer.Reader reader, List<List<float[]>> past, Gaussian proprio) {
            this.reader = reader;
            this.past = past;
            this.proprio = proprio;
        }

        /** Along the likeliest frame: what a pixel is by itself would take a sum over all frames above it. */
        @Override
        public float[][] ink() {
            if (ink == null) {
                ink = each(n -> reader.ink(past.get(n), (pixel, p) -> p > THRESHOLD));
            }
            return ink;
        }

        @Override
        public float[][] ink(float[][] came) {
            return each(n -> reader.ink(past.get(n), (pixel, p) -> came[n][pixel] > THRESHOLD));
        }

        @Override
        public Gaussian proprio() {
            return proprio;
        }

        @Override
        public List<Observation> sample(List<SplittableRandom> random, double temperature) {
            List<Observation> drawn = new ArrayList<>();
            for (int n = 0; n < past.size(); n++) {
                SplittableRandom source = random.get(n);
                float[] frame = new float[past.get(n).get(0).length];
                reader.ink(past.get(n), (pixel, p) -> {
                    frame[pixel] = source.nextDouble() < Prediction.tempered(p, temperature) ? 1 : 0;
                    return frame[pixel] > 0;
                });
                drawn.add(new Observation(frame, proprio.sample(n, source, temperature)));
            }
            return drawn;
        }

        private float[][] each(IntFunction<float[]> frame) {
            float[][] all = new float[past.size()][];
            for (int n = 0; n < all.length; n++) {
                all[n] = frame.apply(n);
            }
            return all;
        }
    }
}
