/** Switches theme at once; the form it stands in does the same by way of the server when there is no script. */
export function watchTheme() {
  document.addEventListener('click', event => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[name="theme"]');
    if (!button) return;
    event.preventDefault();
    const theme = button.value;
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.dataset.theme = theme;
    for (const other of button.form?.querySelectorAll('button[name="theme"]') ?? [])
      other.setAttribute('aria-pressed', String(other === button));
  });
}
