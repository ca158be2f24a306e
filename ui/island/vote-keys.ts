/** Keys 1, 2 and 3 press the three answers, unless one is writing or holds a modifier. */
class VoteKeys extends HTMLElement {
  readonly #press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat || isWriting(event.target)) return
    const buttons = this.querySelectorAll<HTMLButtonElement>('button[type=submit]')
    const button = /^[1-9]$/.test(event.key) ? buttons[Number(event.key) - 1] : undefined
    if (!button) return
    event.preventDefault()
    button.focus({ preventScroll: true })
    button.click()
  }

  connectedCallback(): void {
    document.addEventListener('keydown', this.#press)
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#press)
  }
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]') !== null
  )
}

customElements.define('fm-vote-keys', VoteKeys)
