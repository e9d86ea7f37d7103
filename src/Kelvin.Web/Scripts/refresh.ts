const pause = 500;

/**
 * Keeps a page up while work goes on that it shows. As long as a part marked `data-working` is there, the page is asked for again, and its
 * parts marked `data-refreshed` are put in place where they have changed.
 */
export function followWork() {
  let isAsking = false;
  const step = async () => {
    if (isAsking || document.hidden || !document.querySelector('[data-working]')) return;
    isAsking = true;
    const address = location.href;
    try {
      const answer = await fetch(address, { headers: { Accept: 'text/html' } });
      if (answer.ok && location.href === address) refresh(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch {
      // Out of reach: it is asked for again after the next pause.
    } finally {
      isAsking = false;
    }
  };
  setInterval(() => void step(), pause);
}

function refresh(fresh: Document) {
  for (const part of document.querySelectorAll<HTMLElement>('[data-refreshed][id]')) {
    const next = fresh.getElementById(part.id);
    if (!next) continue;
    part.toggleAttribute('data-working', next.hasAttribute('data-working'));
    if (next.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) part.replaceChildren(...next.childNodes);
    else if (next.innerHTML !== part.innerHTML) keepFocus(part, next);
  }
}

/** What has the focus is there again after the part is replaced, if it still is at all. */
function keepFocus(part: HTMLElement, next: HTMLElement) {
  const focusable = 'a[href], button, input, select, summary, [tabindex]';
  const at = [...part.querySelectorAll(focusable)].indexOf(document.activeElement!);
  part.replaceChildren(...next.childNodes);
  (part.querySelectorAll<HTMLElement>(focusable)[at] ?? null)?.focus({ preventScroll: true });
}
