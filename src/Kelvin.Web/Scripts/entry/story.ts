interface Event { at: string; person: string; version?: number; text?: string; status?: string; comment?: string }

/** Shows what has happened to the cell that was last typed in. The server tells what; only the moment is written by the browser. */
export async function showStory(grid: HTMLElement) {
  const field = grid.querySelector<HTMLInputElement>('[data-entry-current]');
  const list = grid.querySelector<HTMLElement>('[data-entry-story]')!;
  if (!field) return;
  const asked = new URLSearchParams({ period: field.dataset['period']!, row: field.dataset['row']!, column: field.dataset['column']! });
  const answer = await fetch(`/api/v1/forms/${encodeURIComponent(grid.dataset['entryForm']!)}/cells/history?${asked.toString()}`);
  if (!answer.ok) return;
  const words = JSON.parse(grid.dataset['entryTexts']!) as Record<string, string>;
  const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  const { events } = (await answer.json()) as { events: Event[] };
  list.replaceChildren(...events.map(event => {
    const line = document.createElement('li');
    const what = event.status ? words[event.status] ?? event.status : event.text ?? words['emptied']!;
    line.textContent = [what, event.person, moment.format(new Date(event.at)), event.comment].filter(Boolean).join(' · ');
    return line;
  }));
  list.hidden = false;
}
