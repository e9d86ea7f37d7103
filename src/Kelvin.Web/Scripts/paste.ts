import { readBlock } from './block';

/** In a grid of fields, the arrow keys up and down go to the row above and below, and a block of cells copied from a spreadsheet is pasted cell by cell. */
export function editGrids() {
  document.addEventListener('keydown', event => {
    const field = event.target as HTMLInputElement;
    const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !field.matches('.grid input')) return;
    event.preventDefault();
    fieldAt(field, step, 0)?.focus();
  });
  document.addEventListener('paste', event => {
    const field = event.target as HTMLInputElement;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!field.matches('.grid input') || !/[\t\n]./.test(text)) return;
    event.preventDefault();
    for (const [down, row] of readBlock(text).entries())
      for (const [right, value] of row.entries()) {
        const cell = fieldAt(field, down, right);
        if (cell) cell.value = value;
      }
  });
}

function fieldAt(from: HTMLInputElement, down: number, right: number): HTMLInputElement | undefined {
  const row = from.closest('tr')!;
  const rows = [...row.parentElement!.children];
  const at = [...row.querySelectorAll('input')].indexOf(from);
  return rows[rows.indexOf(row) + down]?.querySelectorAll('input')[at + right];
}
