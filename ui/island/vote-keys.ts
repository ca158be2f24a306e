/**
 * Keys 1, 2 and 3 press the three answers, where the statement or an answer has the focus and no modifier is held: who speaks to her
 * machine must not vote by a word that holds a number (WCAG 2.1.4).
 */
class VoteKeys extends HTMLElement {
  readonly #press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return
    if (!this.#hasFocus()) return
    const buttons = this.querySelectorAll<HTMLButtonElement>('button[type=submit]')
    const button = /^[1-9]$/.test(event.key) ? buttons[Number(event.key) - 1] : undefined
    if (!button) return
    event.preventDefault()
    button.focus({ preventScroll: true })
    button.click()
  }

  #hasFocus(): boolean {
    const at = document.activeElement
    return at !== null && (this.contains(at) || at.closest('.fm-statement') !== null)
  }

  connectedCallback(): void {
    document.addEventListener('keydown', this.#press)
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#press)
  }
}

customElements.define('fm-vote-keys', VoteKeys)
