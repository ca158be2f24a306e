/** Where an answer never came, the page says so and what to do: `data-failed` stands in the form that was sent. */
document.addEventListener('htmx:error', ({ target }) => {
  if (!(target instanceof Element)) return
  for (const words of target.querySelectorAll<HTMLElement>('[data-failed]')) words.hidden = false
})
