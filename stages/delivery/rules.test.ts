import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as rules from './rules.ts'

const [council, committee, place] = [newId('body'), newId('body'), newId('jurisdiction')]
const [owner, other] = [newId('person'), newId('person')]
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const today = day('2026-11-24')

function actor(person: Actor['person'], ...roles: readonly (readonly [RoleName, Role['scope']])[]): Actor {
  return {
    jurisdiction: place,
    account: newId('account'),
    person,
    name: 'x',
    assurance: 'low',
    roles: roles.map(([name, scope]) => ({ name, scope })),
  }
}

const dora = actor(owner, ['politician', council])
const emil = actor(other, ['politician', committee])
/** She promised it, left the council, and sits in a committee. */
const moved = actor(owner, ['politician', committee])
const clerk = actor(null, ['clerk', place], ['resident', place])
const alice = actor(null, ['resident', place])
const chair = actor(other, ['politician', council], ['body-chair', council])
const otherChair = actor(other, ['politician', committee], ['body-chair', committee])
const klub = actor(null, ['organisation', place])

const state: rules.CommitState = {
  body: council,
  isAccepted: true,
  isClosed: true,
  isCarried: true,
  members: [owner],
  today,
}
const words: rules.CommitWords = {
  owner,
  budgetLine: 'line 4.12',
  needsNoBudget: false,
  milestones: [{ what: 'Tender', dueOn: day('2027-01-10') }],
  nextReportOn: day('2027-02-01'),
}

describe('a commitment', () => {
  test.each<[string, Actor, Partial<rules.CommitWords>, Partial<rules.CommitState>, string | null]>([
    ['by a politician of the body', dora, {}, {}, null],
    ['by a clerk', clerk, {}, {}, null],
    ['by a politician of another body', emil, {}, {}, 'not-yours-to-commit'],
    ['by a resident', alice, {}, {}, 'not-yours-to-commit'],
    ['to what was not accepted', dora, {}, { isAccepted: false }, 'not-accepted'],
    ['before the answer is closed', dora, {}, { isClosed: false }, 'not-closed'],
    ['by a clerk before the answer is closed', clerk, {}, { isClosed: false }, 'not-closed'],
    ['to what was passed on and answered without a vote', dora, {}, { isCarried: false }, 'not-carried'],
    ['owned by nobody of the body', dora, { owner: other }, {}, 'owner-not-in-body'],
    ['without money and without saying that none is needed', dora, { budgetLine: '' }, {}, 'budget-or-none'],
    ['with money and none needed', dora, { needsNoBudget: true }, {}, 'budget-or-none'],
    ['without money, none needed', dora, { budgetLine: '', needsNoBudget: true }, {}, null],
    ['without a milestone', dora, { milestones: [] }, {}, 'milestone-needed'],
    ['due in the past', dora, { nextReportOn: day('2026-11-23') }, {}, 'day-has-passed'],
  ])('%s', (_, who, part, at, refusal) => {
    const result = rules.commit({ ...state, ...at }, { ...words, ...part }, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })
})

test('only a final answer is ever promised, by whomever', () => {
  const anybody = fc.constantFrom(dora, emil, clerk, alice, klub)
  const flag = fc.boolean()
  fc.assert(
    fc.property(anybody, flag, flag, flag, (who, isAccepted, isClosed, isCarried) => {
      const result = rules.commit({ ...state, isAccepted, isClosed, isCarried }, words, who)
      expect(result.ok).toBe((who === dora || who === clerk) && isAccepted && isClosed && isCarried)
    }),
  )
})

describe('a promise in her name', () => {
  const draft: rules.DraftState = { body: council, owner, days: [today, day('2030-01-01')], today }
  test.each<[string, Actor, boolean]>([
    ['the politician it names', dora, true],
    ['a clerk', clerk, false],
    ['the chair', chair, false],
    ['a resident', alice, false],
    ['who sits in the body no more', actor(owner, ['politician', committee]), false],
  ])('is confirmed by %s: only she', (_, who, may) => {
    expect(rules.confirm(draft, who).ok).toBe(may)
  })

  test('a draft is not confirmed after one of its days', () => {
    const outlived = { ...draft, days: [day('2030-01-01'), today.subtract({ days: 1 })] }
    expect(rules.confirm(outlived, dora)).toMatchObject({ refusal: 'draft-outlived' })
    expect(rules.confirm(outlived, clerk)).toMatchObject({ refusal: 'not-yours-to-confirm' })
    expect(rules.discard(outlived, dora).ok, 'and can be let go').toBe(true)
  })

  test('is made at once by herself alone; a clerk who bears her account would still only prepare', () => {
    expect(rules.promisesHerself(owner, dora)).toBe(true)
    expect(rules.promisesHerself(owner, chair)).toBe(false)
    expect(rules.promisesHerself(owner, actor(owner, ['clerk', place]))).toBe(false)
  })
})

describe('a report', () => {
  const commitment: rules.CommitmentState = { body: council, owner, standing: 'promised' }
  const going: rules.ReportWords = { standing: 'promised', reason: '', nextReportOn: day('2027-02-01') }
  test.each<[string, Actor, Partial<rules.ReportWords>, rules.CommitmentState['standing'], string | null]>([
    ['by the owner', dora, {}, 'promised', null],
    ['by a clerk', clerk, {}, 'late', null],
    ['by somebody else', emil, {}, 'promised', 'not-yours-to-report'],
    ['late without a reason', dora, { standing: 'late' }, 'promised', 'reason-needed'],
    ['dropped without a reason', dora, { standing: 'dropped' }, 'promised', 'reason-needed'],
    ['without the day of the next', dora, { nextReportOn: null }, 'promised', 'next-report-needed'],
    ['the next today', dora, { nextReportOn: today }, 'promised', 'day-has-passed'],
    ['kept, and no next one', dora, { standing: 'kept', nextReportOn: null }, 'promised', null],
    ['after it was kept', dora, {}, 'kept', 'settled-already'],
    ['dropped by a clerk', clerk, { standing: 'dropped', reason: 'Too dear' }, 'promised', 'not-yours-to-settle'],
    ['kept by a clerk', clerk, { standing: 'kept', nextReportOn: null }, 'promised', 'not-yours-to-settle'],
    ['kept by the chair of the body', chair, { standing: 'kept', nextReportOn: null }, 'promised', null],
    [
      'kept by who owned it and sits in another body now',
      moved,
      { standing: 'kept' },
      'promised',
      'not-yours-to-report',
    ],
    ['going on, by who owned it and sits in another body now', moved, {}, 'promised', 'not-yours-to-report'],
    ['kept by the chair of another body', otherChair, { standing: 'kept' }, 'promised', 'not-yours-to-report'],
  ])('%s', (_, who, part, standing, refusal) => {
    const result = rules.report({ commitment: { ...commitment, standing }, today }, { ...going, ...part }, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  test('an open promise always has a next day, a settled one never; staff are labelled', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rules.standings),
        fc.constantFrom(null, day('2027-01-01')),
        fc.constantFrom('', 'why'),
        (standing, nextReportOn, reason) => {
          const result = rules.report({ commitment, today }, { standing, nextReportOn, reason }, clerk)
          if (!result.ok) return
          expect(result.value.words.nextReportOn === null).toBe(rules.isSettled(standing))
          expect(result.value.isStaff).toBe(true)
        },
      ),
    )
  })
})

describe('what is owed next', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((offset) => today.add({ days: offset }))
  const milestone = fc.record({ what: fc.string(), dueOn: days, reachedOn: fc.constantFrom(null, today) })

  test('is the earliest open day, and nothing once settled', () => {
    fc.assert(
      fc.property(
        fc.option(days, { nil: null }),
        fc.array(milestone),
        fc.constantFrom(...rules.standings),
        (next, milestones, standing) => {
          const due = rules.nextDue(standing, next, milestones)
          const open = [
            ...(next ? [next] : []),
            ...milestones.filter((one) => one.reachedOn === null).map((one) => one.dueOn),
          ]
          if (rules.isSettled(standing) || open.length === 0) expect(due).toBeNull()
          else expect(open.every((one) => due !== null && Temporal.PlainDate.compare(due.on, one) <= 0)).toBe(true)
        },
      ),
    )
  })
})

describe('an owed day names what it belongs to', () => {
  const milestones = [
    { what: 'Soil test', dueOn: day('2026-09-25'), reachedOn: null },
    { what: 'Garden planted', dueOn: day('2026-11-14'), reachedOn: null },
  ]
  const [soil, garden] = milestones
  const reached = soil && garden ? [{ ...soil, reachedOn: today }, garden] : []

  test('an open milestone, not the garden it is a step to', () => {
    expect(rules.nextDue('late', day('2026-11-14'), milestones)).toMatchObject({ kind: 'milestone', what: 'Soil test' })
  })
  test('a report that comes before the promise is due', () => {
    expect(rules.nextDue('promised', day('2026-11-01'), reached)).toMatchObject({ kind: 'report' })
  })
  test('with the last milestone the promise itself, before a report of the same day', () => {
    expect(rules.nextDue('promised', day('2026-11-14'), reached)).toMatchObject({ kind: 'promise' })
  })
  test('of what is settled nothing, and it keeps its last day', () => {
    expect(rules.nextDue('kept', null, milestones)).toBeNull()
    expect(rules.lastDay(milestones)?.toString()).toBe('2026-11-14')
    expect(rules.lastDay([])).toBeNull()
  })
})
