/** The button that checks a draw in the reader's own browser. Without this the page has the file and the command. */
for (const place of document.querySelectorAll<HTMLElement>('[data-replay]')) {
  const begin = place.querySelector<HTMLButtonElement>('[data-replay-begin]')
  if (begin) {
    begin.hidden = false
    // What checks weighs more than the page: only whoever asks for it gets it.
    begin.addEventListener('click', () => void import('./checking.ts').then(({ replay }) => replay(place, begin)))
  }
}
