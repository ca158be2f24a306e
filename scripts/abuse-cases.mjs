// The cases of docs/abuse.md: which of them a run of the tests held, and which cannot come up yet.
// A test of a case bears its number: `it('abuse 12: …')`.
import { readFileSync } from 'node:fs'

/** What can come up in the program itself; the cases after that are of whoever runs it. */
export const lastCase = 70

const page = new URL('../docs/abuse.md', import.meta.url)

/** The rows of the page: `{ number, what, state }`, where the state is `tested`, `cannot apply yet` or `not built yet`. */
export function readCases(text = readFileSync(page, 'utf8')) {
  return [...text.matchAll(/^\| (\d\d) \| (.+?) \| (.+?) \|$/gm)].map(([, number, what, held]) => ({
    number: Number(number),
    what,
    state: /^(tested|cannot apply yet|not built yet)\b/.exec(held)?.[1],
  }))
}

/** The numbers a title bears: `abuse 12: …`, also where it is said of a whole group of tests. */
export function numbersIn(title) {
  return [...title.matchAll(/\babuse (\d\d):/g)].map(([, number]) => Number(number))
}

/** Collects, from reports of test runs, how the tests of each case ended. */
export function openCount() {
  const states = new Map()
  return {
    add({ testResults }) {
      for (const { assertionResults } of testResults)
        for (const { fullName, status } of assertionResults)
          for (const number of numbersIn(fullName)) states.set(number, (states.get(number) ?? new Set()).add(status))
    },
    /** One line; a case counts as held when tests of it passed and none failed. */
    line(cases = readCases()) {
      const within = cases.filter(({ number }) => number <= lastCase)
      const isHeld = (number) => states.get(number)?.has('passed') === true && !states.get(number).has('failed')
      const held = within.filter(({ number }) => isHeld(number))
      const others = within.filter(({ number }) => !isHeld(number))
      const excused = others.filter(({ state }) => state === 'cannot apply yet')
      const open = others.filter(({ state }) => state !== 'cannot apply yet').map(({ number }) => number)
      const rest = open.length > 0 ? `, ${open.length} not: ${open.join(', ')}` : ''
      return `abuse cases 1–${lastCase}: ${held.length} held by tests, ${excused.length} cannot apply yet${rest}`
    },
  }
}
