/** The colours of the theme in force, resolved to what a canvas understands. */
export interface Colours {
  ink: string;
  faint: string;
  line: string;
  surface: string;
  series: string;
  compared: string;
}

export function coloursOf(root: ShadowRoot): Colours {
  const probe = root.appendChild(document.createElement('i'));
  const resolve = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: resolve('--ink'),
    faint: resolve('--ink-faint'),
    line: resolve('--line'),
    surface: resolve('--surface'),
    series: resolve('--series'),
    compared: resolve('--series-compared'),
  };
  probe.remove();
  return colours;
}

/** Calls back when the theme changes, by the page's switch or the system's. */
export function onThemeChange(changed: () => void, signal: AbortSignal) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, { signal });
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  signal.addEventListener('abort', () => observer.disconnect());
}
