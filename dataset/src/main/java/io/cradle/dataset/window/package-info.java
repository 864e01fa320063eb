/**
 * What a model is shown: a {@link io.cradle.dataset.window.Window} is a prompt and a horizon cut from one episode, and
 * a {@link io.cradle.dataset.window.WindowAddress} says where it lies. Windows are a view: nothing is copied on disk.
 *
 * <p>Start at {@link io.cradle.dataset.window.WindowSampler}: it numbers the windows of
 * {@link io.cradle.dataset.window.Stretch stretches} of episodes by their weights. A
 * {@link io.cradle.dataset.window.Permutation} or a {@link io.cradle.dataset.window.WindowShuffle} says in which order they
 * are drawn; {@code docs/windows.md} tells of both.
 *
 * <p>Imports {@code dataset.spec}, {@code dataset.episode} and the JDK.
 */
package io.cradle.dataset.window;
