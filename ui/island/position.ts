/** A button that fills in where one is, to about 100 metres. Only when it is pressed; without this one types it or leaves it out. */
class Position extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input')
    if (!field || !('geolocation' in navigator) || this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'ds-button'
    button.dataset['variant'] = 'secondary'
    button.textContent = this.dataset['label'] ?? ''
    const said = document.createElement('p')
    said.className = 'fm-small'
    said.setAttribute('role', 'status')
    button.addEventListener('click', () => {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          // Rounded here already: where exactly she stands never leaves her device.
          field.value = `${coords.latitude.toFixed(3)}, ${coords.longitude.toFixed(3)}`
          said.textContent = field.value
        },
        () => (said.textContent = this.dataset['failed'] ?? ''),
        { maximumAge: 60_000, timeout: 20_000 },
      )
    })
    this.append(button, said)
  }
}

customElements.define('fm-position', Position)
