import { say } from './cells';

interface IssueText { message: string; hint?: string }
interface SavedCell { outcome: 'saved' | 'refused' | 'overtaken'; text?: string; version?: number; issue?: IssueText }
interface Row { period: string; row: string; status?: string; messages: { column?: string; issue: IssueText }[] }
export interface Saved { cells: SavedCell[]; rows: Row[] }

/** Sends what stands in fields. A trial only asks what would become of it. */
export async function send(grid: HTMLElement, fields: HTMLInputElement[], isTrial: boolean): Promise<Saved> {
  const answer = await fetch(`/api/v1/forms/${encodeURIComponent(grid.dataset['entryForm']!)}/cells`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      person: grid.dataset['entryPerson'],
      trial: isTrial,
      cells: fields.map(field => ({
        period: field.dataset['period'], row: JSON.parse(field.dataset['row']!), column: field.dataset['column'], text: field.value, version: Number(field.dataset['version']),
      })),
    }),
  });
  if (answer.ok) return (await answer.json()) as Saved;
  throw new Error(((await answer.json().catch(() => ({}))) as { title?: string }).title ?? answer.statusText);
}

/** Shows what is to be said of rows, at the values that it is about. */
export function showRows(grid: HTMLElement, rows: Row[]) {
  for (const row of rows) {
    const fields = [...grid.querySelectorAll<HTMLInputElement>('.entry-input')].filter(field => field.dataset['period'] === row.period && field.dataset['rowId'] === row.row);
    for (const field of fields) {
      if (field.dataset['refused'] !== undefined || field.dataset['choosing'] !== undefined) continue;
      const own = row.messages.filter(message => (message.column ?? fields[0]!.dataset['column']) === field.dataset['column']);
      say(field, own.map(message => message.issue.message).join(' '));
    }
  }
}
