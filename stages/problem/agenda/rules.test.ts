import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agendaPresets } from './presets.ts'
import { hasChannel, setRule, type RuleTerms } from './rules.ts'

const town = newId('jurisdiction')
const council = newId('body')
const receivers = new Set([council])

function actorWith(...names: readonly RoleName[]): Actor {
  const roles = names.map((name) => ({ name, scope: town }))
  return { jurisdiction: town, account: newId('account'), person: null, name: 'Ada', assurance: 'low', roles }
}

const terms: RuleTerms = {
  body: council,
  rungs: [{ threshold: 50, owes: 'decision' }],
  window: null,
  answer: { count: 2, unit: 'months' },
  openTo: 'tied',
  leastAssurance: 'low',
  againAfterMonths: 12,
  againWithNewFacts: true,
  preset: null,
  reference: 'Item 4',
}

describe('the rule', () => {
  it('is written down by an administrator or a clerk, and by nobody else', () => {
    for (const name of ['administrator', 'clerk'] as const)
      expect(setRule(terms, receivers, actorWith(name)).ok, name).toBe(true)
    for (const name of ['resident', 'politician', 'facilitator', 'officer'] as const)
      expect(setRule(terms, receivers, actorWith(name)), name).toEqual({ ok: false, refusal: 'not-yours-to-set' })
  })

  it.each([
    ['no-such-body', { body: newId('body') }],
    ['no-threshold', { rungs: [] }],
    ['no-threshold', { rungs: [{ threshold: 0, owes: 'decision' }] }],
    ['no-deadline', { answer: { count: 0, unit: 'days' } }],
    ['no-reference', { reference: ' ' }],
  ] as const)('is refused: %s', (refusal, wrong) => {
    expect(setRule({ ...terms, ...wrong }, receivers, actorWith('clerk'))).toEqual({ ok: false, refusal })
  })

  it('holds a ladder only when each rung is higher than the one before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }), (thresholds) => {
        const rungs = thresholds.map((threshold) => ({ threshold, owes: 'decision' as const }))
        const isRising = thresholds.every((threshold, at) => at === 0 || threshold > (thresholds[at - 1] ?? 0))
        expect(setRule({ ...terms, rungs }, receivers, actorWith('clerk')).ok).toBe(isRising)
      }),
    )
  })
})

it('lets residents raise only where a body must answer; a politician brings a problem to hers without', () => {
  expect(hasChannel(true, actorWith('resident'))).toBe(true)
  expect(hasChannel(false, actorWith('resident'))).toBe(false)
  expect(hasChannel(false, actorWith('politician'))).toBe(true)
})

describe('presets', () => {
  // The facts of the table B2 in the field's process: thresholds, window, answer.
  it.each([
    ['small-town', [50], { count: 6, unit: 'months' }, { count: 2, unit: 'months' }],
    ['brussels', [1000], null, null],
    ['wallonia', [2000], { count: 6, unit: 'months' }, { count: 2, unit: 'months' }],
    ['join', [5000], null, { count: 60, unit: 'days' }],
    ['mexico-city', [5000, 10_000, 50_000], null, null],
  ] as const)('%s says what its source says', (name, thresholds, window, answer) => {
    const preset = agendaPresets.find((one) => one.name === name)
    expect(preset?.rungs.map(({ threshold }) => threshold)).toEqual(thresholds)
    expect(preset?.window).toEqual(window)
    expect(preset?.answer).toEqual(answer)
  })

  it('climb Mexico City’s ladder: a legal opinion, a presentation, a session', () => {
    const ladder = agendaPresets.find(({ name }) => name === 'mexico-city')
    expect(ladder?.rungs.map(({ owes }) => owes)).toEqual(['legal-opinion', 'presentation', 'session'])
  })

  it('become a rule once a body, a reference and, where the source names none, a deadline are chosen', () => {
    for (const { name, unsaid, source, ...preset } of agendaPresets) {
      const answer = preset.answer ?? { count: 60, unit: 'days' as const }
      const chosen = { ...preset, answer, body: council, preset: name, reference: 'Item 4' }
      expect(setRule(chosen, receivers, actorWith('administrator')).ok, name).toBe(true)
      expect(unsaid.includes('answer'), name).toBe(preset.answer === null)
      expect(source === null, name).toBe(name === 'small-town')
    }
  })
})
