import { putInPlace } from './place';

/**
 * Keeps an open page up with its data. Parts marked `data-live="dataset:version:trust …"` say what they show; the server tells
 * which versions hold, and how far they can be relied on. When a part is behind, the page is asked for again and its marked parts are put in place, the others left alone.
 */
export function followChanges() {
  const versions = new Map<string, string>();
  let stream: EventSource | null = null;
  let isAsking = false;

  const isBehind = (part: HTMLElement) =>
    (part.dataset['live'] ?? '').split(' ').some(mark => {
      const [dataset = '', version, trust] = mark.split(':');
      const [known, level] = versions.get(dataset)?.split(':') ?? [];
      return Number(known) > Number(version) || (known === version && level !== trust);
    });

  const catchUp = async () => {
    const behind = new Set(parts(document).filter(isBehind).map(part => part.id));
    if (isAsking || behind.size === 0) return;
    isAsking = true;
    const address = location.href;
    const before = [...versions.values()].join();
    try {
      const answer = await fetch(address, { headers: { Accept: 'text/html' } });
      // A person who has moved on meanwhile sees another page by now.
      if (answer.ok && location.href === address) replaceParts(behind, new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } catch {
      // Out of reach: the stream opens again when the server is back, and tells what holds then.
    } finally {
      isAsking = false;
    }
    if ([...versions.values()].join() !== before) void catchUp();
  };

  // A page in the background holds no connection, for a browser has few; when it comes back it is told what holds.
  const openOrClose = () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream) {
      stream = new EventSource('/live');
      stream.addEventListener('versions', event => {
        for (const [dataset, version] of Object.entries(JSON.parse(event.data) as Record<string, string>)) versions.set(dataset, version);
        void catchUp();
      });
    }
  };

  document.addEventListener('visibilitychange', openOrClose);
  openOrClose();
}

const parts = (page: Document) => [...page.querySelectorAll<HTMLElement>('[data-live][id]')];

function replaceParts(behind: Set<string>, fresh: Document) {
  // A page that had no data and now has some is another page: it is put in place as a whole.
  if (names(fresh) !== names(document)) {
    document.getElementById('content')?.replaceChildren(...(fresh.getElementById('content')?.childNodes ?? []));
    return;
  }
  for (const part of parts(document).filter(part => behind.has(part.id))) {
    const next = fresh.getElementById(part.id)!;
    const isChanged = next.textContent !== part.textContent;
    part.dataset['live'] = next.dataset['live'] ?? '';
    putInPlace(part, next);
    if (isChanged) flash(part);
  }
}

const names = (page: Document) => parts(page).map(part => part.id).join();

/** Shows for a moment that something is new. */
function flash(part: HTMLElement) {
  part.classList.remove('just-changed');
  requestAnimationFrame(() => part.classList.add('just-changed'));
  part.addEventListener('animationend', () => part.classList.remove('just-changed'), { once: true });
}
