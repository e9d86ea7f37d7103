/** The input fields of a grid, by line and column. */
export const lines = (grid: HTMLElement) =>
  [...grid.querySelectorAll('tbody tr')].map(line => [...line.querySelectorAll<HTMLInputElement>('.entry-input')]);

/** Where a field stands. */
export function placeOf(grid: HTMLElement, field: HTMLInputElement) {
  const all = lines(grid);
  const line = all.findIndex(fields => fields.includes(field));
  return { line, column: all[line]!.indexOf(field) };
}

/** The field so far away, or undefined beyond the edge. */
export function fieldAt(grid: HTMLElement, line: number, column: number) {
  return line < 0 || column < 0 ? undefined : lines(grid)[line]?.[column];
}

/** What a field held when it was last saved. */
export const savedText = (field: HTMLInputElement) => field.dataset['saved'] ?? field.defaultValue;

export const isChanged = (field: HTMLInputElement) => field.value.trim() !== savedText(field).trim();

/** Says something below a field, or nothing. */
export function say(field: HTMLInputElement, text: string, isWrong = text !== '') {
  const message = field.parentElement!.querySelector<HTMLElement>('.entry-message')!;
  message.replaceChildren(text);
  message.hidden = text === '';
  if (isWrong) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
}
