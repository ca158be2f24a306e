import type { Page } from 'playwright-core'

/** Long lists repeat themselves: so many stops say how the rest is. */
const mostStops = 120
const mostParts = 6

/**
 * Goes through a freshly opened page by Tab alone: what can be operated is reached, in the order it is read, in sight and
 * not covered by anything (WCAG 2.1.1, 2.4.3, 2.4.7, 2.4.11). Gives what was passed over or hidden, in words.
 */
export async function keyboardFaultsOf(page: Page): Promise<readonly string[]> {
  const wanted = await page.evaluate<readonly string[]>(markStops)
  const reached: number[] = []
  const faults: string[] = []
  const most = Math.min(wanted.length, mostStops)
  let ahead: Stop[] = []
  let within = 0
  while (reached.length < most) {
    // Never more than are still to be reached: what comes behind them is left as it is.
    if (ahead.length === 0) ahead = await pressTab(page, most - reached.length)
    const { stop, fault } = ahead.shift() ?? nowhere
    // A date has a stop for each of its parts.
    within = stop === reached.at(-1) ? within + 1 : 0
    if (within > mostParts || (stop < 0 && fault === '')) break
    if (within === 0) reached.push(stop)
    if (within === 0 && fault !== '') faults.push(fault)
  }
  const far = wanted.slice(0, mostStops)
  const passedOver = far.filter((_, stop) => !reached.includes(stop))
  const isInOrder = reached.every((stop, at) => at === 0 || stop > (reached[at - 1] ?? -1))
  return [
    ...passedOver.map((name) => `Tab does not reach ${name}`),
    ...(isInOrder || passedOver.length > 0 ? [] : ['Tab goes another way than the page is read']),
    ...faults,
  ]
}

/** A thing the focus came to, by its number, and what is wrong with it there; -1 is none of those there are. */
type Stop = { readonly stop: number; readonly fault: string }

const nowhere: Stop = { stop: -1, fault: '' }

/**
 * Presses so many times, without asking in between: the page itself looks, each time the key comes up again, and tells all at once.
 * Asking after each press cost more than the pages did.
 */
async function pressTab(page: Page, times: number): Promise<Stop[]> {
  const keys = await page.context().newCDPSession(page)
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }
  const presses = Array.from({ length: times }, () => [
    keys.send('Input.dispatchKeyEvent', { ...tab, type: 'rawKeyDown' }),
    keys.send('Input.dispatchKeyEvent', { ...tab, type: 'keyUp' }),
  ])
  await Promise.all(presses.flat())
  await keys.detach()
  return page.evaluate<Stop[]>('window.stopsMet.splice(0)')
}

/** How a thing and what is in it look: the focus must change something of it. */
const looksOf = `(one) => [one, ...one.querySelectorAll('*'), ...(one.labels ?? [])].slice(0, 20).map((part) => {
  const { outline, boxShadow, stroke, strokeWidth, fill, borderColor, backgroundColor, textDecoration } = getComputedStyle(part)
  return [outline, boxShadow, stroke, strokeWidth, fill, borderColor, backgroundColor, textDecoration].join()
}).join('|')`

/** Where the focus is, and whether a person who sees would see it there. */
const lookAtFocus = `(() => {
  const one = document.activeElement
  if (!one || one === document.body) return { stop: -1, fault: '' }
  const { left, top, right, bottom, width, height } = one.getBoundingClientRect()
  const stop = Number(one.dataset.stop ?? -1)
  const name = one.tagName.toLowerCase() + ' ' + (one.name || one.textContent || '').trim().slice(0, 40)
  if (width === 0 || height === 0 || bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
    return { stop, fault: 'the focus is out of sight at ' + name }
  const points = [[left + 2, top + 2], [right - 2, bottom - 2], [(left + right) / 2, (top + bottom) / 2]]
  const isCovered = points.every(([x, y]) => {
    const there = document.elementFromPoint(Math.min(Math.max(x, 0), innerWidth - 1), Math.min(Math.max(y, 0), innerHeight - 1))
    return there && !one.contains(there) && !there.contains(one) && !(one.labels && [...one.labels].some((label) => label.contains(there)))
  })
  if (isCovered) return { stop, fault: 'the focus is covered at ' + name }
  return { stop, fault: one.dataset.look === (${looksOf})(one) ? 'nothing shows the focus at ' + name : '' }
})()`

/** Numbers what Tab should stop at, and names it; looks from now on where Tab goes. One radio of a group is one stop. In the page's own words. */
const markStops = `(() => {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]')]
  const isStop = (one) => {
    if (one.tabIndex < 0 || one.disabled || one.type === 'hidden' || !one.checkVisibility()) return false
    if (one.type !== 'radio') return true
    const group = all.filter((other) => other.type === 'radio' && other.name === one.name && other.form === one.form)
    return one === (group.find((other) => other.checked) ?? group[0])
  }
  const name = (one) => (one.getAttribute('aria-label') || one.name || one.textContent || '').replace(/\\s+/g, ' ').trim().slice(0, 50)
  if (!window.stopsMet) addEventListener('keyup', ({ key }) => void (key === 'Tab' && window.stopsMet.push(${lookAtFocus})), true)
  window.stopsMet = []
  return all.filter(isStop).map((one, at) => {
    one.dataset.stop = String(at)
    one.dataset.look = (${looksOf})(one)
    return one.tagName.toLowerCase() + ' "' + name(one) + '"'
  })
})()`
