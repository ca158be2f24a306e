/** Moves the focus to what has to be mended, so that it is read first. Links to fields work without this. */
class Errors extends HTMLElement {
  connectedCallback(): void {
    this.focus()
  }
}

customElements.define('fm-errors', Errors)
