/** Puts fresh content in place of what a part shows. What has the focus has it again afterwards, if it still is at all. */
export function putInPlace(part: HTMLElement, next: HTMLElement) {
  const focused = focusable(part).indexOf(document.activeElement as HTMLElement);
  part.replaceChildren(...next.childNodes);
  if (focused >= 0) focusable(part)[focused]?.focus({ preventScroll: true });
}

const focusable = (part: HTMLElement) => [...part.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex]')];
