import { readBlock } from '../block';
import { fieldAt, isChanged, lines, placeOf, savedText, say } from './cells';
import { refreshDecisions, sendOnceSaved } from './decisions';
import { inTurn } from './queue';
import { showStory } from './story';
import { send, showRows } from './saving';

/** How long a person has to rest before what they type is looked at. */
const pause = 250;

/** Grids that people type and paste numbers into. Each value is saved as its field is left. */
export function entryGrids() {
  let waiting = 0;
  document.addEventListener('focusin', event => {
    const [grid, field] = meant(event);
    if (!grid || !field) return;
    field.select();
    showDetails(grid, field);
  });
  document.addEventListener('input', event => {
    const [grid, field] = meant(event);
    if (!grid || !field) return;
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void look(grid, field), pause);
  });
  document.addEventListener('change', event => {
    const [grid, field] = meant(event);
    if (grid && field) void save(grid, [field]);
  });
  document.addEventListener('keydown', event => {
    const [grid, field] = meant(event);
    if (grid && field) move(grid, field, event);
  });
  document.addEventListener('paste', event => {
    const [grid, field] = meant(event);
    if (grid && field) paste(grid, field, event);
  });
  document.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLElement>('[data-entry-history]');
    const grid = button?.closest<HTMLElement>('.entry-grid');
    if (grid) void showStory(grid);
  });
  sendOnceSaved();
  addEventListener('beforeunload', event => {
    if ([...document.querySelectorAll<HTMLInputElement>('.entry-input')].some(isChanged)) event.preventDefault();
  });
}

function meant(event: Event): [HTMLElement | null, HTMLInputElement | null] {
  const field = (event.target as Element).closest<HTMLInputElement>('.entry-input');
  return [field?.closest<HTMLElement>('.entry-grid') ?? null, field];
}

const texts = (grid: HTMLElement) => JSON.parse(grid.dataset['entryTexts']!) as Record<string, string>;

function showDetails(grid: HTMLElement, field: HTMLInputElement) {
  grid.querySelector('[data-entry-details]')!.textContent = [field.getAttribute('aria-label'), field.readOnly && grid.dataset['entryPerson'] ? texts(grid)['locked'] : '', field.dataset['details']].filter(Boolean).join(' · ');
  const history = grid.querySelector<HTMLElement>('[data-entry-history]')!;
  history.hidden = field.dataset['version'] === '0';
  grid.querySelectorAll('[data-entry-current]').forEach(one => one.removeAttribute('data-entry-current'));
  field.setAttribute('data-entry-current', '');
  grid.querySelector<HTMLElement>('[data-entry-story]')!.hidden = true;
}

/** Arrows and Enter go from cell to cell, as in a spreadsheet; sideways only from the edge of the text. */
function move(grid: HTMLElement, field: HTMLInputElement, event: KeyboardEvent) {
  const { line, column } = placeOf(grid, field);
  const isAll = field.selectionStart === 0 && field.selectionEnd === field.value.length;
  const atStart = isAll || (field.selectionStart === 0 && field.selectionEnd === 0);
  const atEnd = isAll || field.selectionStart === field.value.length;
  const next =
    event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey) ? fieldAt(grid, line + 1, column)
    : event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey) ? fieldAt(grid, line - 1, column)
    : event.key === 'ArrowLeft' && atStart ? fieldAt(grid, line, column - 1)
    : event.key === 'ArrowRight' && atEnd ? fieldAt(grid, line, column + 1)
    : undefined;
  if (event.key === 'Escape') {
    field.value = savedText(field);
    void look(grid, field);
  } else if (next) {
    event.preventDefault();
    next.focus();
  } else if (event.key === 'Enter') field.blur();
}

/** A block fills the cells from the one that has the focus to the right and down; what reaches beyond the edge is left out. */
function paste(grid: HTMLElement, field: HTMLInputElement, event: ClipboardEvent) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\t\n]/.test(text) || field.readOnly) return;
  event.preventDefault();
  const start = placeOf(grid, field);
  const all = lines(grid);
  const filled: HTMLInputElement[] = [];
  readBlock(text).forEach((row, down) => row.forEach((value, right) => {
    const cell = all[start.line + down]?.[start.column + right];
    if (!cell || cell.readOnly) return;
    cell.value = value.trim();
    filled.push(cell);
  }));
  void save(grid, filled);
}

/** Says what is wrong with what stands in a field, before it is saved. */
async function look(grid: HTMLElement, field: HTMLInputElement) {
  if (field.dataset['choosing'] !== undefined) return;
  const asked = field.value;
  try {
    const { cells, rows } = await send(grid, [field], true);
    if (field.value !== asked || field.dataset['choosing'] !== undefined) return;
    if (cells[0]!.outcome === 'refused') say(field, cells[0]!.issue!.message);
    else {
      delete field.dataset['refused'];
      showRows(grid, rows);
    }
  } catch {
    // It is only a look; saving says when the server is out of reach.
  }
}

const save = (grid: HTMLElement, fields: HTMLInputElement[]) => inTurn(grid, () => saveNow(grid, fields));

async function saveNow(grid: HTMLElement, fields: HTMLInputElement[]) {
  const changed = fields.filter(field => isChanged(field) && !field.readOnly);
  if (changed.length === 0) return;
  const words = texts(grid);
  tell(grid, words['saving']!);
  try {
    const sent = changed.map(field => field.value);
    const { cells, rows } = await send(grid, changed, false);
    cells.forEach((cell, index) => {
      const field = changed[index]!;
      delete field.dataset['refused'];
      delete field.dataset['choosing'];
      if (cell.outcome === 'saved') {
        if (field.value === sent[index]) field.value = cell.text ?? '';
        field.dataset['saved'] = cell.text ?? '';
        field.dataset['version'] = String(cell.version);
        field.dataset['pending'] = '';
        say(field, '');
      } else if (cell.outcome === 'overtaken') choose(grid, field, cell.text ?? '', cell.version!, cell.issue!.message);
      else {
        field.dataset['refused'] = '';
        say(field, cell.issue!.message);
      }
    });
    showRows(grid, rows);
    const lost = cells.filter(cell => cell.outcome !== 'saved').length;
    if (lost < cells.length) void refreshDecisions();
    tell(grid, lost === 0 ? words['saved']! : words['unsaved']!.replace('#', String(lost)), lost > 0);
  } catch (failure) {
    tell(grid, failure instanceof TypeError ? words['offline']! : (failure as Error).message, true, () => void save(grid, fields));
  }
}

/** Somebody else was first: their value is named, and the person chooses. Until then what they wrote stays in the field. */
function choose(grid: HTMLElement, field: HTMLInputElement, theirs: string, version: number, message: string) {
  const words = texts(grid);
  field.dataset['choosing'] = '';
  say(field, message);
  const done = () => {
    delete field.dataset['choosing'];
    field.dataset['version'] = String(version);
    say(field, '');
    field.focus();
  };
  field.parentElement!.querySelector('.entry-message')!.append(
    button(words['take-theirs']!.replace('#', theirs || words['emptied']!), () => {
      field.value = field.dataset['saved'] = theirs;
      done();
      tell(grid, '');
    }),
    button(words['write-mine']!.replace('#', field.value || words['emptied']!), () => {
      done();
      void save(grid, [field]);
    }),
  );
}

function button(text: string, act: () => void) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}

function tell(grid: HTMLElement, text: string, isWrong = false, again?: () => void) {
  const status = grid.querySelector<HTMLElement>('[data-entry-status]')!;
  status.replaceChildren(text, ...(again ? [button(texts(grid)['retry']!, again)] : []));
  status.classList.toggle('bad', isWrong);
}
