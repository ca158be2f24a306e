import { describe, expect, test } from 'vitest'
import { nextTask, phasesOf, tally, type CaseFacts } from './tasks.ts'

const raised: CaseFacts = {
  states: {
    problem: 'now',
    mandate: 'coming',
    meeting: 'coming',
    inquiry: 'coming',
    opinion: 'coming',
    draft: 'coming',
    decision: 'coming',
    delivery: 'coming',
    outcome: 'coming',
  },
  setUp: 'none',
  offers: { made: 0, waiting: 0 },
  hasCall: false,
  applicantsWaiting: 0,
  lot: null,
  isConfirmed: false,
  isHandedOver: false,
}

const stateOf = (facts: CaseFacts, name: string) =>
  phasesOf(facts)
    .flatMap((phase) => phase.tasks)
    .find((task) => task.name === name)?.state

describe('the task list of a case', () => {
  test('begins with a politician; everything that needs her waits', () => {
    expect(nextTask(phasesOf(raised))).toMatchObject({ name: 'sponsor', state: 'now', isPolitical: true })
    expect(stateOf(raised, 'mandate')).toBe('locked')
    expect(tally(phasesOf(raised))).toEqual({ done: 0, all: 15 })
  })

  test('a mandate lets the group be set up, and that opens the call', () => {
    const mandated: CaseFacts = { ...raised, states: { ...raised.states, problem: 'done', mandate: 'done' } }
    expect(stateOf(mandated, 'call')).toBe('locked')
    expect(nextTask(phasesOf(mandated))).toMatchObject({ name: 'set-up', state: 'open', isPolitical: false })
    expect(stateOf({ ...mandated, setUp: 'begun' }, 'set-up')).toBe('now')
    const ready: CaseFacts = { ...mandated, setUp: 'confirmed' }
    expect(stateOf(ready, 'call')).toBe('open')
    expect(stateOf(ready, 'applicants')).toBe('locked')
    expect(nextTask(phasesOf(ready))?.name).toBe('call')
  })

  test('an offer without a yes or a no keeps the group from being whole', () => {
    const called: CaseFacts = { ...raised, hasCall: true }
    expect(stateOf(called, 'offers')).toBe('locked')
    expect(stateOf({ ...called, offers: { made: 3, waiting: 1 } }, 'offers')).toBe('now')
    expect(stateOf({ ...called, offers: { made: 3, waiting: 0 } }, 'offers')).toBe('done')
  })

  test('seats by lot are a task of their own, where there are any', () => {
    expect(stateOf(raised, 'draw')).toBeUndefined()
    const called: CaseFacts = { ...raised, hasCall: true, lot: { isBegun: false, isDrawn: false } }
    expect(stateOf({ ...called, hasCall: false }, 'draw')).toBe('locked')
    expect(stateOf(called, 'draw')).toBe('open')
    expect(stateOf({ ...called, lot: { isBegun: true, isDrawn: false } }, 'draw')).toBe('now')
    expect(stateOf({ ...called, lot: { isBegun: true, isDrawn: true } }, 'draw')).toBe('done')
    expect(tally(phasesOf(called)).all).toBe(16)
    // Where all are, nobody is chosen.
    expect(stateOf({ ...called, applicantsWaiting: null }, 'applicants')).toBeUndefined()
  })

  test('an applicant without an answer keeps the task open', () => {
    const called: CaseFacts = {
      ...raised,
      states: { ...raised.states, problem: 'done', mandate: 'done' },
      hasCall: true,
    }
    expect(stateOf({ ...called, applicantsWaiting: 2 }, 'applicants')).toBe('now')
    expect(stateOf({ ...called, applicantsWaiting: 0 }, 'applicants')).toBe('done')
  })

  test('nothing is followed up before each recommendation has its answer', () => {
    const handed: CaseFacts = {
      ...raised,
      states: { ...raised.states, problem: 'done', draft: 'done', decision: 'now' },
      isHandedOver: true,
    }
    expect(stateOf(handed, 'answers')).toBe('now')
    expect(stateOf(handed, 'commitments')).toBe('locked')
  })
})
