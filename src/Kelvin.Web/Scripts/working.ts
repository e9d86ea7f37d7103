/** Forms marked `data-says-working` say so on their button once they are sent, and are sent once. */
export function saysWorking() {
  document.addEventListener('submit', event => {
    const form = event.target as HTMLFormElement;
    const words = form.dataset['saysWorking'];
    const button = form.querySelector<HTMLButtonElement>('button:not([type="button"])');
    if (words === undefined || !button) return;
    if (form.dataset['isWorking']) {
      event.preventDefault();
      return;
    }
    form.dataset['isWorking'] = '1';
    button.textContent = words;
    button.setAttribute('aria-disabled', 'true');
  });
}
