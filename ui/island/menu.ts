/** The menu closes with Escape, and when one goes elsewhere. Without this it opens and closes by its own button. */
export function startMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('.fm-menu')
  if (!menu) return
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary')?.focus()
  })
  document.addEventListener('click', (event) => {
    if (menu.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false
  })
}
