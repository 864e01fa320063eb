'use strict';
// Draws every chart of the page with uPlot from the JSON in #charts; the number drawn is left on <html data-charts>.
(() => {
  const page = document.documentElement;
  const color = name => getComputedStyle(page).getPropertyValue(name).trim();
  const font = '12px ' + color('--sans');
  const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000];
  const height = many => (window.innerWidth <= 640 ? 240 : many ? 400 : 290);

  const DASHES = [[], [6, 4], [2, 3], [10, 3, 2, 3], [3, 6], [8, 2, 2, 2, 2, 2], [14, 4]];

  // The beginning of a line, as a background.
  function sample(tint, dash) {
    let at = 0;
    const stops = DASHES[dash].map((length, i) => `${i % 2 ? 'transparent' : color(tint)} ${at}px ${at += length}px`);
    return stops.length ? `repeating-linear-gradient(90deg, ${stops.join(', ')})` : color(tint);
  }

  const plain = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });
  const typeset = number => plain.format(number).replace('-', '\u2212').replaceAll(',', '\u202f');

  const axis = (label, more) => ({
    values: (plot, splits) => splits.map(value => (value == null ? '' : typeset(value))),
    label, labelFont: font, font, labelSize: 22, labelGap: 2, gap: 5,
    stroke: () => color('--muted'),
    grid: { stroke: () => color('--rule'), width: 1 },
    ticks: { stroke: () => color('--rule'), width: 1, size: 4 },
    ...more,
  });

  const edge = label => ({ label, stroke: 'transparent', points: { show: false }, edge: true });

  const lineOf = (line, digits) => ({
    label: line.label,
    tint: line.color,
    pattern: line.dash,
    stroke: () => color(line.color),
    width: 2,
    dash: DASHES[line.dash].length ? DASHES[line.dash] : undefined,
    spanGaps: line.spanGaps,
    points: { show: line.points, size: 5, fill: () => color(line.color) },
    value: (plot, value) => (value == null ? '' : value.toFixed(digits).replace('-', '\u2212')),
  });

  function parts(chart) {
    const series = [{ label: chart.xLabel, value: (plot, value) => (value == null ? '' : typeset(+value.toFixed(3))) }];
    const data = [chart.x];
    const bands = [];
    for (const line of chart.lines) {
      if (line.low.length) {
        bands.push({ series: [data.length, data.length + 1], fill: () => color(line.color) + '2e' });
        series.push(edge(line.label + ' high'), edge(line.label + ' low'));
        data.push(line.high, line.low);
      }
      series.push(lineOf(line, chart.digits));
      data.push(line.values);
    }
    return { series, data: chart.x.length ? data : uPlot.join(chart.lines.map(line => [line.x, line.values])), bands };
  }

  // What a chart has besides whose lines have each their own x: a box to zoom into, and the name of the nearest line.
  function crowd(host) {
    const nearest = host.appendChild(document.createElement('p'));
    nearest.className = 'nearest';
    host.classList.add('crowd');
    return {
      cursor: { points: { size: 7 }, drag: { x: true, y: true, uni: 30 }, focus: { prox: 24 } },
      focus: { alpha: 0.18 },
      named: (u, i) => {
        nearest.textContent = i == null ? '' : u.series[i].label;
        nearest.style.color = i == null ? '' : color(u.series[i].tint);
      },
    };
  }

  function draw(chart) {
    const host = document.getElementById(chart.id);
    const { series, data, bands } = parts(chart);
    const many = chart.x.length ? null : crowd(host);
    let drawn = false;
    let whole = false;
    const plot = new uPlot({
      width: host.clientWidth, height: height(many), series, bands,
      scales: {
        x: { time: false },
        y: { range: (u, low, high) => (chart.yRange.length && !whole ? chart.yRange : uPlot.rangeNum(low, high, 0.1, true)) },
      },
      axes: [axis(chart.xLabel, { size: 28, ...(chart.wholeX ? { incrs: STEPS } : {}) }), axis(chart.yLabel, { size: 52 })],
      cursor: many ? many.cursor : { points: { size: 7 }, drag: { x: true, y: false } },
      focus: many ? many.focus : { alpha: 1 },
      legend: { markers: { width: 0, fill: (u, i) => (i && !u.series[i].edge ? sample(u.series[i].tint, u.series[i].pattern) : color('--muted')) } },
      hooks: {
        init: [u => {
          u.root.querySelectorAll('.u-series').forEach((row, i) => { row.style.display = u.series[i].edge ? 'none' : ''; });
          u.root.querySelectorAll('.u-series')[0].querySelector('.u-marker').style.display = 'none';
        }],
        setSeries: many ? [many.named] : [],
        draw: [() => {
          if (!drawn) {
            drawn = true;
            page.dataset.charts = Number(page.dataset.charts || 0) + 1;
          }
        }],
      },
    }, data, host);
    if (many) {
      plot.over.addEventListener('dblclick', () => {
        whole = !whole;
        plot.setData(plot.data);
      });
    }
    new ResizeObserver(() => {
      if (host.clientWidth && host.clientWidth !== plot.width) {
        plot.setSize({ width: host.clientWidth, height: height(many) });
      }
    }).observe(host);
    return plot;
  }

  document.querySelectorAll('[data-tint]').forEach(swatch => { swatch.style.background = sample(swatch.dataset.tint, swatch.dataset.dash); });
  const plots = JSON.parse(document.getElementById('charts').textContent).map(draw);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => plots.forEach(plot => plot.redraw()));
})();
