/** What can be handed in hangs on what has just been saved: that part of the page is asked for again, unless somebody is writing in it. */
export async function refreshDecisions() {
  const part = document.querySelector<HTMLElement>('[data-entry-decisions]');
  if (!part) return;
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => null);
  const fresh = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-entry-decisions]') : null;
  const isWriting = [...part.querySelectorAll<HTMLInputElement>('input:not([type="hidden"])')].some(field => field.value !== '' || field === document.activeElement);
  if (fresh && !isWriting) part.replaceChildren(...fresh.childNodes);
}
