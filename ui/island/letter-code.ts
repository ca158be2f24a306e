/** The picture in a letter leads to this page with its code behind `#`: it fills the field, and leaves the address at once. */
class LetterCode extends HTMLElement {
  connectedCallback(): void {
    const code = location.hash.slice(1)
    const field = this.querySelector('input')
    if (!field || !/^[0-9A-Za-z]{16}$/.test(code)) return
    field.value = code
    history.replaceState(history.state, '', location.pathname + location.search)
    field.form?.querySelector('button')?.focus()
  }
}

customElements.define('fm-letter-code', LetterCode)
