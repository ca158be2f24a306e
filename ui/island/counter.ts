/** Counts what is left as one types. Says it aloud only after a pause. Without this the limit itself is shown. */
export function startCounters(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-counter]')) {
    const counter = document.getElementById(area.dataset['counter'] ?? '')
    if (counter) startCounter(area, counter)
  }
}

const pause = 900 // ms: as long as one stops to think

function startCounter(area: HTMLTextAreaElement, counter: HTMLElement): void {
  const { most = '0', left = '', over = '' } = counter.dataset
  const spoken = document.createElement('span')
  spoken.className = 'fm-vh'
  spoken.setAttribute('role', 'status')
  counter.after(spoken)
  let timer = 0
  const show = (): void => {
    // Code points of the trimmed text, as the server counts.
    const remaining = Number(most) - [...area.value.replaceAll('\r\n', '\n').trim()].length
    counter.textContent = (remaining < 0 ? over : left).replace(
      '{n}',
      Math.abs(remaining).toLocaleString(document.documentElement.lang),
    )
    counter.classList.toggle('is-over', remaining < 0)
  }
  area.addEventListener('input', () => {
    show()
    clearTimeout(timer)
    timer = window.setTimeout(() => (spoken.textContent = counter.textContent), pause)
  })
  show()
}
