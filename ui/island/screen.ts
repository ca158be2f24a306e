import { parsed } from './markup.ts'

/** A meeting on the wall: looks again by itself without blinking, and turns by the arrow keys. Without this the browser reloads. */
class Screen extends HTMLElement {
  #timer = 0
  readonly #press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
    const turn = keys[event.key]
    const words = turn ? this.querySelector<HTMLElement>(`[data-turn=${turn}]`) : null
    if (!words) return
    event.preventDefault()
    words.closest<HTMLElement>('a, button')?.click()
  }

  connectedCallback(): void {
    document.addEventListener('keydown', this.#press)
    const seconds = Number(this.dataset['follow'] ?? 0)
    if (seconds > 0) this.#timer = window.setTimeout(() => void this.#lookAgain(), seconds * 1000)
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#press)
    clearTimeout(this.#timer)
  }

  /** The same page anew; where nothing answers, the old one stays and is asked again. */
  async #lookAgain(): Promise<void> {
    const next = await fetch(location.href)
      .then(async (response) => (response.ok ? parsed(await response.text()) : null))
      .catch(() => null)
    const screen = next?.querySelector('fm-screen')
    // A parsed document runs no script: in it the browser's own way to reload is no longer set aside.
    screen?.querySelector('noscript')?.remove()
    const hasFocus = this.contains(document.activeElement)
    if (screen && !hasFocus) this.replaceWith(screen)
    else this.#timer = window.setTimeout(() => void this.#lookAgain(), 10_000)
  }
}

const keys: Readonly<Record<string, string | undefined>> = {
  ArrowRight: 'after',
  PageDown: 'after',
  ArrowLeft: 'before',
  PageUp: 'before',
  o: 'open',
}

customElements.define('fm-screen', Screen)
