/** What a chart draws, as the server wrote it: numbers for the geometry, texts for the reader. */
export interface History {
  title: string;
  subtitle: string;
  form: 'line' | 'bar';
  valueName: string;
  comparedName: string | null;
  missing: string;
  points: Point[];
  ticks: Tick[];
}

export interface Point {
  axis: string;
  year: string | null;
  period: string;
  value: number | null;
  text: string;
  brief: string | null;
  compared: number | null;
  comparedText: string | null;
  change: string | null;
  unfinished: string | null;
}

export interface Tick {
  value: number;
  text: string;
}

/** The history inside a chart's element, or null while the page is being put together. */
export function readHistory(element: Element): History | null {
  const source = element.querySelector('script[type="application/json"]')?.textContent;
  return source ? (JSON.parse(source) as History) : null;
}
