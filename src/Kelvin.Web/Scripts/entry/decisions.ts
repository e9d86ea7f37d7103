import { isChanged } from './cells';
import { whenSaved } from './queue';

/** What can be handed in hangs on what has just been saved: that part of the page is asked for again, unless somebody is writing in it. */
export async function refreshDecisions() {
  const part = document.querySelector<HTMLElement>('[data-entry-decisions]');
  if (!part) return;
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  const fresh = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-entry-decisions]') : null;
  const isWriting = [...part.querySelectorAll<HTMLInputElement>('input:not([type="hidden"])')].some(field => field.value !== '' || field === document.activeElement);
  const isSending = part.querySelector('[data-waits]') !== null;
  if (fresh && !isWriting && !isSending) part.replaceChildren(...fresh.childNodes);
}

/** Numbers typed just before are saved before they are handed in; where one cannot be, nothing is handed in. */
export function sendOnceSaved() {
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement;
    const saving = form.matches('.decision') ? whenSaved() : null;
    if (!saving) return;
    event.preventDefault();
    // Nor does the button say that it works before it does.
    event.stopPropagation();
    const button = event.submitter;
    form.dataset['waits'] = '';
    void saving.then(() => {
      delete form.dataset['waits'];
      if (![...document.querySelectorAll<HTMLInputElement>('.entry-input')].some(isChanged)) form.requestSubmit(button);
    });
  }, { capture: true });
}
