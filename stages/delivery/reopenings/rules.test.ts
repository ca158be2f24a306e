import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as rules from './rules.ts'

const [council, committee, place] = [newId('body'), newId('body'), newId('jurisdiction')]
const now = Temporal.Instant.from('2026-11-26T09:00:00Z')
const today = Temporal.PlainDate.from('2026-11-26')

function actor(...roles: readonly (readonly [RoleName, Role['scope']])[]): Actor {
  return {
    jurisdiction: place,
    account: newId('account'),
    person: newId('person'),
    name: 'x',
    assurance: 'low',
    roles: roles.map(([name, scope]) => ({ name, scope })),
  }
}

const alice = actor(['resident', place])
const chair = actor(['politician', council], ['body-chair', council])
const otherChair = actor(['politician', committee], ['body-chair', committee])
const clerk = actor(['clerk', place], ['resident', place])
const nobody: Actor = { ...alice, account: null, roles: [] }

const closed: rules.ReopenState = {
  commitment: { body: council, owner: newId('person'), standing: 'kept', source: null },
  isConcerned: true,
  lastByHer: null,
  inMonthByHer: 0,
}
type Part = Partial<Omit<rules.ReopenState, 'commitment'>> & { readonly commitment?: object }

describe('what was closed', () => {
  test.each<[string, Actor, Part, string | null]>([
    ['is reopened by those it concerns', alice, {}, null],
    ['when it was dropped too', alice, { commitment: { standing: 'dropped' } }, null],
    ['not by strangers to it', alice, { isConcerned: false }, 'not-concerned'],
    ['not by nobody', nobody, {}, 'not-concerned'],
    ['never by staff, whom it may concern as residents', clerk, {}, 'staff-never-reopen'],
    ['not while it is open', alice, { commitment: { standing: 'promised' } }, 'not-settled'],
    ['not twice at once', alice, { commitment: { standing: 'reopened' } }, 'reopened-already'],
    ['not where a source tells it', alice, { commitment: { source: 'x' } }, 'not-settled'],
    ['not again a week later', alice, { lastByHer: now.subtract({ hours: 24 * 7 }) }, 'reopened-lately'],
    ['again after three months', alice, { lastByHer: now.subtract({ hours: 24 * 91 }) }, null],
    ['not a fourth time in a month', alice, { inMonthByHer: 3 }, 'reopened-often'],
  ])('%s', (_, who, { commitment, ...part }, refusal) => {
    const state = { ...closed, ...part, commitment: { ...closed.commitment, ...commitment } }
    const result = rules.reopen(state, who, now)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  test('is never opened by somebody who may not, whatever else holds', () => {
    const standing = fc.constantFrom('promised', 'late', 'kept', 'dropped', 'reopened', 'unknown')
    fc.assert(
      fc.property(
        fc.constantFrom(alice, chair, clerk, nobody),
        standing,
        fc.boolean(),
        fc.option(fc.integer({ min: 0, max: 400 }), { nil: null }),
        fc.nat(6),
        (who, stands, isConcerned, daysAgo, inMonthByHer) => {
          const lastByHer = daysAgo === null ? null : now.subtract({ hours: 24 * daysAgo })
          const commitment = { ...closed.commitment, standing: stands } as rules.ReopenState['commitment']
          const { ok } = rules.reopen({ commitment, isConcerned, lastByHer, inMonthByHer }, who, now)
          expect(ok).toBe(
            (who === alice || who === chair) &&
              isConcerned &&
              (stands === 'kept' || stands === 'dropped') &&
              (daysAgo === null || daysAgo >= rules.daysBetween) &&
              inMonthByHer < rules.mostInMonth,
          )
        },
      ),
    )
  })
})

describe('the answer', () => {
  const open = { commitment: { ...closed.commitment, standing: 'reopened' as const }, today }
  const next = today.add({ days: 30 })
  test.each<[string, Actor, rules.ReopenAnswer, string | null]>([
    ['it goes on', chair, { goesOn: true, nextReportOn: next }, null],
    ['it goes on, and nobody says when', chair, { goesOn: true, nextReportOn: null }, 'next-report-needed'],
    ['it goes on, with a report today', chair, { goesOn: true, nextReportOn: today }, 'day-has-passed'],
    ['it stays closed', chair, { goesOn: false, nextReportOn: null }, null],
    ['by a clerk', clerk, { goesOn: false, nextReportOn: null }, 'only-chair-answers'],
    ['by the chair of another body', otherChair, { goesOn: false, nextReportOn: null }, 'only-chair-answers'],
    ['by whom it concerns', alice, { goesOn: true, nextReportOn: next }, 'only-chair-answers'],
  ])('%s', (_, who, answer, refusal) => {
    const result = rules.answerReopening(open, answer, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  test('to what nobody reopened is none; what stays closed has no next report', () => {
    const kept = { commitment: closed.commitment, today }
    expect(rules.answerReopening(kept, { goesOn: false, nextReportOn: null }, chair)).toMatchObject({
      refusal: 'nothing-reopened',
    })
    expect(rules.answerReopening(open, { goesOn: false, nextReportOn: next }, chair)).toMatchObject({
      value: { nextReportOn: null },
    })
  })
})
