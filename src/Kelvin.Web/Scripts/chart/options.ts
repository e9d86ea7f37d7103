import type { EChartsCoreOption } from 'echarts/core';
import type { Colours } from './colours';
import type { History, Point } from './history';
import { tooltipOf } from './tooltip';

const font = { fontFamily: 'Inter, system-ui, sans-serif', fontSize: 12 };

/** The history as the chart library wants it. */
export function optionsOf(history: History, colours: Colours, width: number): EChartsCoreOption {
  const ticks = history.ticks;
  const first = ticks[0]?.value ?? 0;
  const last = ticks.at(-1)?.value ?? 1;
  const texts = new Map(ticks.map(tick => [tick.value, tick.text]));
  const labelled = width >= 560;
  const every = labelEvery(history, width);
  return {
    animation: false,
    textStyle: font,
    grid: { left: 4, right: labelled ? labelWidth(history) : 12, top: 12, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: history.points.map(point => point.axis),
      boundaryGap: history.form === 'bar',
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: {
        color: colours.faint,
        hideOverlap: true,
        interval: every - 1,
        margin: 12,
        lineHeight: 16,
        formatter: (text: string, index: number) => withYear(history, text, index, every),
      },
    },
    yAxis: {
      type: 'value',
      min: first,
      max: last,
      interval: ticks.length > 1 ? ticks[1]!.value - first : undefined,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.faint, formatter: (value: number) => nearest(texts, value) },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      padding: 0,
      borderWidth: 0,
      backgroundColor: 'transparent',
      axisPointer: { type: history.form === 'bar' ? 'shadow' : 'line', lineStyle: { color: colours.faint, type: 'solid' } },
      formatter: (items: { dataIndex: number }[]) => tooltipOf(history, history.points[items[0]!.dataIndex]!),
    },
    series: history.form === 'bar' ? bars(history, colours) : lines(history, colours, labelled),
  };
}

function lines(history: History, colours: Colours, labelled: boolean) {
  const points = history.points;
  const isWhole = (index: number) => points[index]?.unfinished === null;
  const finished = points.map((point, index) => (isWhole(index) ? point.value : null));
  // The dashed line reaches the whole periods beside it, so that the two meet.
  const isBroken = (index: number) => index in points && !isWhole(index);
  const unfinished = points.map((point, index) =>
    (isBroken(index - 1) || isBroken(index) || isBroken(index + 1) ? point.value : null));
  const end = (points.findLast(point => point.value !== null)?.unfinished ?? null) === null ? 'finished' : 'unfinished';
  return [
    ...(history.comparedName === null ? [] : [
      line('compared', points.map(point => point.compared), colours.compared, 1.5, 'solid', null),
    ]),
    line('finished', finished, colours.series, 2, 'solid', labelled && end === 'finished' ? points : null),
    line('unfinished', unfinished, colours.series, 2, [4, 4], labelled && end === 'unfinished' ? points : null),
  ];
}

function line(
  name: string, values: (number | null)[], colour: string, width: number, type: 'solid' | number[], ends: Point[] | null,
) {
  return {
    type: 'line',
    name,
    data: values.map((value, index) => ({ value, symbol: isAlone(values, index) ? 'circle' : 'none' })),
    symbolSize: 6,
    showAllSymbol: true,
    connectNulls: false,
    z: name === 'compared' ? 2 : 3,
    lineStyle: { color: colour, width, type },
    itemStyle: { color: colour },
    emphasis: { disabled: true },
    endLabel: {
      show: ends !== null,
      color: colour,
      fontWeight: 600,
      distance: 8,
      formatter: (item: { dataIndex: number }) => briefOf(ends?.[item.dataIndex]),
    },
  };
}

function bars(history: History, colours: Colours) {
  const bar = { type: 'bar', barMaxWidth: 40, barGap: '10%', emphasis: { disabled: true } };
  return [
    ...(history.comparedName === null ? [] : [
      { ...bar, data: history.points.map(point => point.compared), itemStyle: { color: colours.compared } },
    ]),
    {
      ...bar,
      data: history.points.map(point => ({
        value: point.value,
        itemStyle: point.unfinished === null
          ? { color: colours.series }
          : { color: 'transparent', borderColor: colours.series, borderWidth: 1.5, borderType: [4, 4] },
      })),
      label: {
        show: history.points.length <= 8,
        position: 'top',
        color: colours.ink,
        formatter: (item: { dataIndex: number }) => briefOf(history.points[item.dataIndex]),
      },
    },
  ];
}

function briefOf(point: Point | undefined) {
  return point?.brief ?? point?.text ?? '';
}

/** A value between two gaps has no line to show it, so it gets a dot. */
function isAlone(values: (number | null)[], index: number) {
  return values[index] !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
}

/** Every how many periods has a label, for labels not to touch. */
function labelEvery(history: History, width: number) {
  const widest = Math.max(...history.points.map(point => point.axis.length), 4) * 7 + 24;
  return Math.max(1, Math.ceil((history.points.length * widest) / Math.max(width, 1)));
}

/** A year stands below the first label and wherever it differs from that of the label before. */
function withYear(history: History, text: string, index: number, every: number) {
  const year = history.points[index]?.year ?? null;
  return year === null || year === history.points[index - every]?.year ? text : `${text}\n${year}`;
}

function labelWidth(history: History) {
  return Math.max(...history.points.map(point => briefOf(point).length), 1) * 7 + 20;
}

/** Sums of binary fractions do not hit the server's ticks exactly. */
function nearest(texts: Map<number, string>, value: number) {
  let best = '';
  let distance = Infinity;
  for (const [tick, text] of texts)
    if (Math.abs(tick - value) < distance) [best, distance] = [text, Math.abs(tick - value)];
  return best;
}
