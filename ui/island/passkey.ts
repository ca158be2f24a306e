/**
 * Shows what only a browser with passkeys can do; where there are options, asks the device and sends its answer with the form.
 * Without script, or in a browser that has no passkeys, the words beside it stay.
 */
class Passkey extends HTMLElement {
  connectedCallback(): void {
    const whole = this.querySelector<HTMLElement>('[data-with]')
    if (!whole || !window.PublicKeyCredential?.parseCreationOptionsFromJSON) return
    this.querySelector('[data-without]')?.remove()
    whole.hidden = false
    const form = whole.querySelector('form')
    const field = whole.querySelector<HTMLInputElement>('input[name="answer"]')
    if (!form || !field) return
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#send(form, field)
    })
  }

  async #send(form: HTMLFormElement, field: HTMLInputElement): Promise<void> {
    const failed = this.querySelector<HTMLElement>('[data-failed]')
    failed?.replaceChildren()
    try {
      field.value = JSON.stringify(await this.#ask())
    } catch {
      // She said no, or the device has none: which of the two it does not tell.
      failed?.classList.add('fm-field__error')
      failed?.replaceChildren(this.dataset['failed'] ?? '')
      return
    }
    form.submit()
  }

  #ask(): Promise<Credential | null> {
    const options: unknown = JSON.parse(this.dataset['options'] ?? '{}')
    return this.dataset['act'] === 'add'
      ? navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            options as PublicKeyCredentialCreationOptionsJSON,
          ), // our own server's
        })
      : navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
        })
  }
}

customElements.define('fm-passkey', Passkey)
