'use strict';
// Scrubs through the episodes in #charts. State is in the address (#e=episode&t=step) and on <html data-episode, data-step, data-charts>.
(() => {
  const page = document.documentElement;
  const at = id => document.getElementById(id);
  const color = name => getComputedStyle(page).getPropertyValue(name).trim();
  const font = '12px ' + color('--sans');
  const tints = ['--c0', '--c1', '--c2', '--c3', '--c4', '--c5', '--c6', '--c7'];
  const decoded = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));

  const episodes = JSON.parse(at('charts').textContent).map(episode => ({
    ...episode, truth: decoded(episode.truth), ink: decoded(episode.ink), steps: episode.iou.length,
  }));
  const state = { episode: 0, step: 0, channel: 0, timer: 0 };
  let plots = [];
  const now = () => episodes[state.episode];
  const clamp = (value, most) => Math.min(most, Math.max(0, Number.isFinite(value) ? Math.trunc(value) : 0));

  const SCREEN = [236, 239, 230], INK = [33, 37, 41], HIT = [75, 81, 87], MISSED = [224, 112, 26], INVENTED = [47, 111, 228];
  const mixed = share => SCREEN.map((low, i) => low + (INK[i] - low) * share);

  function paint(id, shade) {
    const { height, width, step = state.step } = now();
    const canvas = at(id);
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    const image = context.createImageData(width, height);
    for (let pixel = 0; pixel < width * height; pixel++) {
      image.data.set([...shade(step * width * height + pixel), 255], 4 * pixel);
    }
    context.putImageData(image, 0, 0);
  }

  function frames() {
    const { truth, ink } = now();
    paint('truth', i => mixed(truth[i] / 255));
    paint('prediction', i => mixed(ink[i] / 255));
    paint('error', i => (truth[i] > 127 ? (ink[i] > 127 ? HIT : MISSED) : (ink[i] > 127 ? INVENTED : SCREEN)));
  }

  const axis = more => ({
    font, gap: 5, stroke: () => color('--muted'), grid: { stroke: () => color('--rule'), width: 1 },
    ticks: { stroke: () => color('--rule'), width: 1, size: 4 }, ...more,
  });

  // A line where the step is, and the amber stretch that was given.
  function marks(plot) {
    const context = plot.ctx;
    const { top, height } = plot.bbox;
    const given = plot.valToPos(now().prompt - 1, 'x', true);
    context.save();
    context.fillStyle = color('--prompt') + '33';
    context.fillRect(plot.bbox.left, top, Math.max(0, given - plot.bbox.left), height);
    context.fillStyle = color('--ink');
    context.fillRect(plot.valToPos(state.step, 'x', true) - 1, top, 2, height);
    context.restore();
  }

  function chart(id, lines, range) {
    const host = at(id);
    host.replaceChildren();
    const x = Array.from({ length: now().steps }, (_, t) => t);
    const plot = new uPlot({
      width: host.clientWidth || 480, height: 220,
      scales: { x: { time: false }, y: range ? { range } : {} },
      series: [{ label: 'step' }, ...lines.map((line, i) => ({
        label: line.label, stroke: () => color(line.tint || tints[i % tints.length]), width: 2, dash: line.dashed ? [6, 5] : undefined,
        value: (u, value) => (value == null ? '' : value.toFixed(2)),
      }))],
      axes: [axis({ size: 28 }), axis({ size: 52 })],
      legend: { markers: { fill: (u, i) => u.series[i].stroke(u, i) } },
      cursor: { drag: { x: false, y: false } },
      hooks: { draw: [marks] },
    }, [x, ...lines.map(line => line.values)], host);
    plot.over.addEventListener('click', () => { if (plot.cursor.idx != null) show(state.episode, plot.cursor.idx); });
    return plot;
  }

  const column = (rows, i) => rows.map(row => row[i]);

  function charts() {
    const { surprise, iou, prompt, actions, proprio, predicted, sign } = now();
    plots.forEach(plot => plot.destroy());
    plots = [
      chart('surprise', [{ label: sign + 'bits', values: surprise }]),
      chart('iou', [{ label: 'IoU', values: iou.map((value, t) => (t < prompt ? null : value)) }], [0, 1]),
    ];
    at('actions-card').hidden = !actions.names.length;
    if (actions.names.length) {
      plots.push(chart('actions', actions.names.map((label, i) => ({ label, values: column(actions.values, i) }))));
    }
    const there = proprio.names.length > 0;
    at('proprio-card').hidden = !there;
    if (there) {
      at('channel').replaceChildren(...proprio.names.map((name, i) => new Option(name, i, false, i === state.channel)));
      at('proprio-note').textContent = predicted.length ? 'Solid: as it was. Dashed: as predicted.' : 'The model says nothing of it.';
      const lines = [{ label: 'true', values: column(proprio.values, state.channel) }];
      if (predicted.length) lines.push({ label: 'predicted', dashed: true, tint: '--c1', values: column(predicted, state.channel) });
      plots.push(chart('proprio', lines));
    }
    page.dataset.charts = plots.length;
  }

  function readout() {
    const { surprise, iou, prompt, steps, sign } = now();
    const t = state.step;
    const bits = surprise[t] == null ? 'given' : sign + surprise[t].toFixed(2) + ' bits';
    at('readout').textContent = `${t} of ${steps - 1} · ${bits} · ` + (t < prompt ? 'prompt' : `IoU ${iou[t].toFixed(2)}`);
  }

  function show(episode, step) {
    const changed = episode !== state.episode || !plots.length;
    state.episode = clamp(episode, episodes.length - 1);
    state.step = clamp(step, now().steps - 1);
    if (changed) {
      state.channel = clamp(state.channel, Math.max(0, now().proprio.names.length - 1));
      at('step').max = now().steps - 1;
      at('episode').value = state.episode;
      charts();
    }
    at('step').value = state.step;
    page.dataset.episode = state.episode;
    page.dataset.step = state.step;
    frames();
    readout();
    plots.forEach(plot => { plot.redraw(false); plot.setLegend({ idx: state.step }); });
    history.replaceState(null, '', `#e=${state.episode}&t=${state.step}`);
  }

  function play(on) {
    clearInterval(state.timer);
    state.timer = on ? setInterval(() => show(state.episode, (state.step + 1) % now().steps), 100) : 0;
    at('play').textContent = on ? 'Stop' : 'Play';
    at('play').setAttribute('aria-pressed', String(on));
  }

  function fromAddress() {
    const told = new URLSearchParams(location.hash.slice(1));
    show(clamp(Number(told.get('e')), episodes.length - 1), Number(told.get('t')));
  }

  at('episode').replaceChildren(...episodes.map(({ label, bits, sign, id }, i) => new Option(`${label}: ${sign}${bits.toFixed(2)} bits/frame, ${id.slice(0, 8)}`, i)));
  at('episode').addEventListener('change', event => show(Number(event.target.value), state.step));
  at('step').addEventListener('input', event => show(state.episode, Number(event.target.value)));
  at('channel').addEventListener('change', event => { state.channel = Number(event.target.value); charts(); });
  at('play').addEventListener('click', () => play(!state.timer));
  addEventListener('hashchange', fromAddress);
  addEventListener('keydown', event => {
    if (event.target.matches('select, input, button')) return;
    if (event.key === ' ') { event.preventDefault(); play(!state.timer); }
    if (event.key === 'ArrowRight') show(state.episode, state.step + 1);
    if (event.key === 'ArrowLeft') show(state.episode, state.step - 1);
  });
  addEventListener('resize', () => charts());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => plots.forEach(plot => plot.redraw()));
  fromAddress();
})();
