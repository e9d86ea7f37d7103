/**
 * Sends files that are chosen, or dropped anywhere on a page with a form marked `data-upload`, one after the other, and shows how far each
 * has come. When all have arrived, the page on which they are looked at opens.
 */
export function sendFiles() {
  const form = () => document.querySelector<HTMLFormElement>('form[data-upload]');

  document.addEventListener('change', event => {
    const input = event.target as HTMLInputElement;
    if (input.matches('form[data-upload] input[type="file"]') && input.files?.length) void send(form()!, [...input.files]);
  });
  document.addEventListener('submit', event => {
    if ((event.target as Element).matches('form[data-upload]')) event.preventDefault();
  });
  document.addEventListener('dragover', event => {
    if (!form() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    form()!.classList.add('is-over');
  });
  document.addEventListener('dragleave', event => {
    if (!event.relatedTarget) form()?.classList.remove('is-over');
  });
  document.addEventListener('drop', event => {
    const target = form();
    if (!target || !event.dataTransfer?.files.length) return;
    event.preventDefault();
    target.classList.remove('is-over');
    if (!target.dataset['isSending']) void send(target, [...event.dataTransfer.files]);
  });
}

interface Begun {
  files: string;
  page: string;
  discard: string;
}

async function send(form: HTMLFormElement, files: File[]) {
  form.dataset['isSending'] = '1';
  const token = form.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')?.value ?? '';
  const items = files.map(file => itemOf(form, file));
  form.querySelector<HTMLElement>('.drop-invite')!.hidden = true;
  form.querySelector<HTMLElement>('.drop-sending')!.hidden = false;
  const stopping = new AbortController();
  const asked = fetch(form.dataset['begin']!, { method: 'POST', headers: { RequestVerificationToken: token } }).catch(() => null);
  const beginning = asked.then(answer => (answer?.ok ? (answer.clone().json() as Promise<Begun>) : null));
  form.querySelector('[data-upload-cancel]')!.addEventListener('click', () => {
    stopping.abort();
    void beginning.then(begun => begun && discard(begun.discard, token)).then(() => location.reload());
  });
  const answer = await asked;
  if (!answer?.ok) {
    say(items[0]!, await reasonOf(answer, form), true);
    return;
  }
  const begun = (await beginning)!;
  if (stopping.signal.aborted) return;
  let arrived = 0;
  for (const [at, file] of files.entries()) {
    const refused = await sendOne(`${begun.files}?name=${encodeURIComponent(file.name)}`, file, token, items[at]!, stopping.signal, form);
    if (stopping.signal.aborted) return;
    say(items[at]!, refused ?? form.dataset['sent']!, refused !== null);
    if (refused === null) arrived++;
  }
  if (arrived === files.length) location.assign(begun.page);
  else if (arrived > 0) {
    const link = form.querySelector<HTMLAnchorElement>('[data-upload-go-on]')!;
    link.href = begun.page;
    link.hidden = false;
  }
}

/** Sends a file; what it is refused for, or null. Only this older way of asking tells how much has been sent. */
function sendOne(address: string, file: File, token: string, item: HTMLElement, stop: AbortSignal, form: HTMLFormElement): Promise<string | null> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('RequestVerificationToken', token);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', sent => {
      if (sent.lengthComputable) item.querySelector('progress')!.value = sent.loaded / sent.total;
    });
    request.addEventListener('load', () => {
      item.querySelector('progress')!.value = 1;
      resolve(request.status < 300 ? null : (titleOf(request.responseText) ?? form.dataset['cutOff']!));
    });
    for (const end of ['error', 'abort'] as const) request.addEventListener(end, () => resolve(form.dataset['cutOff']!));
    stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function itemOf(form: HTMLFormElement, file: File): HTMLElement {
  const item = (form.querySelector('template')!.content.cloneNode(true) as DocumentFragment).querySelector('li')!;
  item.querySelector('.drop-name')!.textContent = file.name;
  item.querySelector('progress')!.setAttribute('aria-label', file.name);
  form.querySelector('.drop-files')!.append(item);
  return item;
}

function say(item: HTMLElement, words: string, isRefused: boolean) {
  const word = item.querySelector('.drop-word')!;
  word.textContent = words;
  word.classList.toggle('is-refused', isRefused);
  if (isRefused) word.setAttribute('role', 'alert');
}

const discard = (address: string, token: string) =>
  fetch(address, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }), redirect: 'manual' }).catch(() => null);

const reasonOf = async (answer: Response | null, form: HTMLFormElement) => (answer && titleOf(await answer.text())) ?? form.dataset['cutOff']!;

function titleOf(problem: string): string | null {
  try {
    return (JSON.parse(problem) as { title?: string }).title ?? null;
  } catch {
    return null;
  }
}
