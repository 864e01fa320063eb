/**
 * What a model is shown: a {@link io.cradle.dataset.window.Window} is a prompt and a horizon cut from one episode, and
 * a {@link io.cradle.dataset.window.WindowAddress} says where it lies. Windows are a view: nothing is copied on disk.
 *
 * <p>Imports {@code dataset.spec}, {@code dataset.episode} and the JDK.
 */
package io.cradle.dataset.window;
