import { putInPlace } from './place';

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
    if (next.innerHTML !== part.innerHTML) putInPlace(part, next);
  }
}
