import type { EChartsType } from 'echarts/core';
import type { Colours } from './colours';
import type { History } from './history';

const header = 56;
const margin = 16;
const scale = 2;

/** Saves the chart as a picture that still says what it shows when it has left the page. */
export function savePicture(chart: EChartsType, history: History, colours: Colours, fileName: string) {
  const drawn = chart.renderToCanvas({ pixelRatio: scale });
  const canvas = document.createElement('canvas');
  canvas.width = drawn.width + 2 * margin * scale;
  canvas.height = drawn.height + (header + 2 * margin) * scale;
  const context = canvas.getContext('2d')!;
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, canvas.width, canvas.height);
  write(context, history.title, colours.ink, 600, 16, 20);
  write(context, history.subtitle, colours.faint, 400, 13, 42);
  context.drawImage(drawn, margin * scale, (header + margin) * scale);
  canvas.toBlob(blob => {
    if (!blob) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = fileName;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }, 'image/png');
}

function write(context: CanvasRenderingContext2D, text: string, colour: string, weight: number, size: number, y: number) {
  context.fillStyle = colour;
  context.font = `${weight} ${size * scale}px Inter, system-ui, sans-serif`;
  context.fillText(text, margin * scale, (margin + y - 4) * scale);
}
