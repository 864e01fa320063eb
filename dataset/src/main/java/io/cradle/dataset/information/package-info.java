/**
 * What data cost in bits: code lengths of frames under models that know more and more of what came before, and of other
 * tensors under plain codes. The lengths are ideal ones of adaptive binary coders, which an arithmetic coder reaches to a
 * few bits a file; {@code docs/information.md} says what each row of the report is.
 *
 * <p>Start at {@link io.cradle.dataset.information.Information}, which measures episodes, and
 * {@link io.cradle.dataset.information.HeldOut}, which measures frames beside a trained model. The models are
 * {@link io.cradle.dataset.information.PixelModel}s named by {@link io.cradle.dataset.information.FrameCode}.
 *
 * <p>Plain Java: imports {@code dataset.spec}, {@code dataset.episode}, zstd-jni and the JDK. Everything is a function of
 * the episodes in their order: logarithms are {@link java.lang.StrictMath}'s, so that machines agree to the last bit.
 */
package io.cradle.dataset.information;
