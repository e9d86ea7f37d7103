import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { coloursOf, onThemeChange } from './colours';
import { savePicture } from './download';
import { readHistory, type History } from './history';
import { optionsOf } from './options';
import { styles } from './styles';
import { sentenceOf } from './tooltip';

use([LineChart, BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

/**
 * A metric's history. It draws inside a shadow root, which page updates leave alone, and reads its history again
 * whenever the page puts a new one into it.
 */
class KelvinChart extends HTMLElement {
  readonly #root = this.attachShadow({ mode: 'open' });
  readonly #canvas = document.createElement('div');
  readonly #spoken = document.createElement('div');
  #history: History | null = null;
  #chart: EChartsType | null = null;
  #life = new AbortController();
  #at = -1;

  constructor() {
    super();
    this.#canvas.className = 'canvas';
    this.#spoken.className = 'spoken';
    this.#spoken.setAttribute('aria-live', 'polite');
    this.#root.adoptedStyleSheets = [styles];
    this.#root.append(this.#canvas, this.#spoken);
  }

  connectedCallback() {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#chart = init(this.#canvas, null, { renderer: 'canvas' });
    const size = new ResizeObserver(() => this.#draw());
    size.observe(this);
    const source = new MutationObserver(() => this.#read());
    source.observe(this, { childList: true, subtree: true, characterData: true });
    signal.addEventListener('abort', () => {
      size.disconnect();
      source.disconnect();
    });
    onThemeChange(() => this.#draw(), signal);
    this.addEventListener('keydown', event => this.#move(event), { signal });
    this.addEventListener('blur', () => this.#chart?.dispatchAction({ type: 'hideTip' }), { signal });
    document.addEventListener('click', event => this.#save(event), { signal });
    document.fonts.ready.then(() => this.#draw());
    this.#read();
  }

  disconnectedCallback() {
    this.#life.abort();
    this.#chart?.dispose();
    this.#chart = null;
  }

  #read() {
    this.#history = readHistory(this);
    this.#at = -1;
    this.#draw();
  }

  #draw() {
    if (!this.#chart || !this.#history) return;
    this.#chart.resize();
    this.#chart.setOption(optionsOf(this.#history, coloursOf(this.#root), this.clientWidth), { notMerge: true });
  }

  #move(event: KeyboardEvent) {
    const history = this.#history;
    if (!history || history.points.length === 0) return;
    const last = history.points.length - 1;
    const next = new Map([
      ['ArrowLeft', this.#at < 0 ? last : Math.max(0, this.#at - 1)],
      ['ArrowRight', this.#at < 0 ? 0 : Math.min(last, this.#at + 1)],
      ['Home', 0],
      ['End', last],
    ]).get(event.key);
    if (event.key === 'Escape') this.#chart?.dispatchAction({ type: 'hideTip' });
    if (next === undefined) return;
    event.preventDefault();
    this.#at = next;
    const series = history.points[next]!.unfinished !== null || history.form === 'bar' ? -1 : 0;
    this.#chart?.dispatchAction({ type: 'showTip', seriesIndex: this.#seriesOf(series), dataIndex: next });
    this.#spoken.textContent = sentenceOf(history, history.points[next]!);
  }

  /** The drawn series from the end: lines end with the finished and the unfinished one, bars with the value's. */
  #seriesOf(fromEnd: number) {
    const compared = this.#history?.comparedName === null ? 0 : 1;
    return this.#history?.form === 'bar' ? compared : compared + (fromEnd === -1 ? 1 : 0);
  }

  #save(event: Event) {
    const button = (event.target as Element).closest<HTMLElement>('[data-save-picture]');
    if (!button || button.dataset['savePicture'] !== this.id || !this.#chart || !this.#history) return;
    savePicture(this.#chart, this.#history, coloursOf(this.#root), `${this.id}.png`);
  }
}

customElements.define('kelvin-chart', KelvinChart);
