import type { History, Point } from './history';

/** The box that follows the pointer. Built of elements, since the page's policy forbids styles inside markup. */
export function tooltipOf(history: History, point: Point): HTMLElement {
  const box = document.createElement('div');
  box.className = 'tooltip';
  box.append(line('period', point.unfinished ? `${point.period} · ${point.unfinished}` : point.period));
  box.append(pair('value', history.valueName, point.value === null ? history.missing : point.text));
  if (point.comparedText !== null && history.comparedName !== null)
    box.append(pair('compared', history.comparedName, point.comparedText));
  if (point.change !== null) box.append(line('change', point.change));
  return box;
}

/** The same in one sentence, for those who listen. */
export function sentenceOf(history: History, point: Point): string {
  return [...tooltipOf(history, point).children].map(child => child.textContent).join('. ');
}

function line(name: string, text: string) {
  const element = document.createElement('div');
  element.className = name;
  element.textContent = text;
  return element;
}

function pair(name: string, label: string, text: string) {
  const element = line(name, '');
  const key = document.createElement('span');
  key.textContent = `${label} `;
  const value = document.createElement('b');
  value.textContent = text;
  element.append(key, value);
  return element;
}
