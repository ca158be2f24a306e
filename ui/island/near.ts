import { parsed } from './markup.ts'

/**
 * While somebody types, asks her own server what is near and shows it under the field. Without this she presses the button and
 * sees the same on the next page.
 */
class Near extends HTMLElement {
  #timer = 0
  #asking: AbortController | undefined
  #asked = ''

  readonly #typed = (): void => {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => void this.#ask(), pause)
  }

  connectedCallback(): void {
    this.addEventListener('input', this.#typed)
  }

  disconnectedCallback(): void {
    this.removeEventListener('input', this.#typed)
    clearTimeout(this.#timer)
    this.#asking?.abort()
  }

  async #ask(): Promise<void> {
    const form = this.querySelector('form')
    const place = this.querySelector<HTMLElement>('[data-near]')
    if (!form || !place) return
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    const typed = (body.get(this.dataset['field'] ?? 'question') ?? '').trim()
    if (typed.length < fewestLetters || typed === this.#asked) return
    this.#asked = typed
    this.#asking?.abort()
    const asking = (this.#asking = new AbortController())
    try {
      const answer = await fetch(this.dataset['action'] ?? form.action, {
        method: 'POST',
        headers: { 'x-island': '1' },
        body,
        signal: asking.signal,
      })
      if (answer.ok) this.#show(place, await answer.text())
    } catch {
      // Without an answer the button still leads to the page that shows the same.
    }
  }

  #show(place: HTMLElement, list: string): void {
    const title = document.createElement('h2')
    title.className = 'fm-h-mid'
    title.textContent = this.dataset['title'] ?? ''
    place.classList.add('fm-panel', 'fm-stack')
    place.replaceChildren(title, ...parsed(list).body.childNodes)
    this.#say(place)
  }

  /** Read out after she has paused: how many, not the whole list. */
  #say(place: HTMLElement): void {
    const spoken = this.querySelector<HTMLElement>('[role=status]') ?? this.appendChild(document.createElement('p'))
    spoken.className = 'fm-vh'
    spoken.setAttribute('role', 'status')
    spoken.textContent = place.querySelector('p')?.textContent ?? ''
  }
}

const pause = 400 // ms: between two words, not between two letters
const fewestLetters = 8

customElements.define('fm-near', Near)
