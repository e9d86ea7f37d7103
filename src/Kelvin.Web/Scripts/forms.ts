/** Forms marked `data-submit-on-change` go as soon as something is chosen. */
export function submitOnChange() {
  document.addEventListener('change', event => {
    const form = (event.target as Element).closest<HTMLFormElement>('form[data-submit-on-change]');
    form?.requestSubmit();
  });
  // Empty fields stay out of the address, so that a link shows only what was chosen.
  document.addEventListener('formdata', event => {
    if ((event.target as HTMLFormElement).method !== 'get') return;
    for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
  });
}
