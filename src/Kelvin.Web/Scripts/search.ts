/** Narrows a list while a person types; pressing Enter asks the server, which finds the same. */
export function filterWhileTyping() {
  document.addEventListener('input', event => {
    const field = event.target as HTMLInputElement;
    if (!field.matches('input[data-filters]')) return;
    const words = field.value.toLocaleLowerCase().split(/\s+/).filter(word => word !== '');
    for (const group of document.querySelectorAll<HTMLElement>('[data-filter-group]')) {
      let shown = 0;
      for (const item of group.querySelectorAll<HTMLElement>('[data-words]')) {
        const text = item.dataset['words'] ?? '';
        item.hidden = !words.every(word => text.includes(word));
        if (!item.hidden) shown++;
      }
      group.hidden = shown === 0;
    }
    const none = document.querySelector<HTMLElement>('[data-filter-none]');
    if (none) none.hidden = document.querySelector('[data-words]:not([hidden])') !== null;
  });
}
