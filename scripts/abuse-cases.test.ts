import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lastCase, numbersIn, openCount, readCases } from './abuse-cases.mjs'

const root = new URL('..', import.meta.url).pathname
const tests = globSync(
  '{basics,methods,platform,ui,stages,overview,app,scripts,journeys,verifiers}/**/*.{test,journey,kills}.{ts,tsx}',
  {
    cwd: root,
    exclude: (name) => name === 'node_modules',
  },
).filter((name) => name !== 'scripts/abuse-cases.test.ts')
const tested = new Set(tests.flatMap((name) => numbersIn(readFileSync(`${root}${name}`, 'utf8'))))

it('docs/abuse.md has every case once, and says how each is held', () => {
  const cases = readCases()
  expect(cases.map(({ number }) => number)).toEqual(Array.from({ length: lastCase }, (_, at) => at + 1))
  expect(cases.filter(({ state }) => state === undefined)).toEqual([])
})

it('what docs/abuse.md calls tested has a test, and what cannot apply yet has none', () => {
  const of = (state: string) => readCases().flatMap((one) => (one.state === state ? [one.number] : []))
  expect(of('tested').filter((number) => !tested.has(number))).toEqual([])
  expect(of('cannot apply yet').filter((number) => tested.has(number))).toEqual([])
  expect([...tested].filter((number) => number < 1 || number > 85)).toEqual([])
})

it('counts a case as held when its tests passed and none failed', () => {
  const count = openCount()
  const say = (fullName: string, status: string) => ({ fullName, status })
  count.add({
    testResults: [
      {
        assertionResults: [
          say('votes abuse 01: a', 'passed'),
          say('abuse 01: b', 'failed'),
          say('abuse 02: c', 'passed'),
        ],
      },
      { assertionResults: [say('abuse 03: only elsewhere', 'pending'), say('about abuse 04', 'passed')] },
    ],
  })
  const cases = [1, 2, 3, 4, 5].map((number) => ({
    number,
    what: '',
    state: number === 5 ? ('cannot apply yet' as const) : ('tested' as const),
  }))
  expect(count.line(cases)).toBe('abuse cases 1–70: 1 held by tests, 1 cannot apply yet, 3 not: 1, 3, 4')
})
