import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as rules from './rules.ts'

const [council, problem, place] = [newId('body'), newId('problem'), newId('jurisdiction')]
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
const chair = actor(['member', problem], ['arena-chair', problem])
const mayor = actor(['politician', council], ['body-chair', council])
const otherChair = actor(['member', newId('problem')], ['arena-chair', newId('problem')])
const clerk = actor(['clerk', place])
const everybody = fc.constantFrom(alice, chair, mayor, otherChair, clerk)

const before: rules.FollowUpState = {
  problem,
  body: council,
  isAnswered: true,
  endsOn: null,
  isEnded: false,
  nextOn: null,
  today,
}
const running: rules.FollowUpState = { ...before, endsOn: today.add({ years: 1 }), nextOn: today.add({ months: 3 }) }
const days = fc.integer({ min: -400, max: 800 }).map((offset) => today.add({ days: offset }))

test('it runs until its day is over, and not once it was ended', () => {
  fc.assert(
    fc.property(days, fc.boolean(), (endsOn, isEnded) => {
      const isOver = isEnded || Temporal.PlainDate.compare(today, endsOn) > 0
      expect(rules.isRunning({ endsOn, isEnded, today })).toBe(!isOver)
    }),
  )
})

test('only the two chairs set the rhythm, only after the answer, and a report comes before the end', () => {
  fc.assert(
    fc.property(everybody, fc.boolean(), fc.integer({ min: 1, max: 12 }), days, (who, isAnswered, months, endsOn) => {
      const set = rules.setRhythm({ ...before, isAnswered }, { months, endsOn }, who)
      const isLong = Temporal.PlainDate.compare(endsOn, today.add({ months })) >= 0
      expect(set.ok).toBe((who === chair || who === mayor) && isAnswered && isLong)
      if (set.ok) expect(Temporal.PlainDate.compare(set.value.nextOn, endsOn)).toBeLessThanOrEqual(0)
    }),
  )
})

test('a change of the rhythm puts off no report that was promised: a late one stays late', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), days, (months, nextOn) => {
      const set = rules.setRhythm({ ...running, nextOn }, { months, endsOn: today.add({ months }) }, mayor)
      if (!set.ok) throw new Error(set.refusal)
      expect(Temporal.PlainDate.compare(set.value.nextOn, nextOn)).toBeLessThanOrEqual(0)
      expect(Temporal.PlainDate.compare(set.value.nextOn, today.add({ months }))).toBeLessThanOrEqual(0)
    }),
  )
})

test('the next report comes in the rhythm, never after the end, and never in the past while it runs', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(800), (months, until) => {
      const endsOn = today.add({ days: until })
      const next = rules.nextReportOn({ months, endsOn }, today)
      expect(Temporal.PlainDate.compare(next, endsOn)).toBeLessThanOrEqual(0)
      expect(Temporal.PlainDate.compare(next, today)).toBeGreaterThanOrEqual(0)
    }),
  )
})

describe('who', () => {
  test.each<[string, Actor, boolean, string | null]>([
    ['sat there stays', alice, true, null],
    ['did not sit there follows', alice, false, 'was-no-member'],
    ['is staff carries it out', clerk, true, 'staff-do-not-monitor'],
  ])('%s', (_, who, hasSeat, refusal) => {
    const result = rules.stay(running, { hasSeat }, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  test.each<[string, Actor, string | null]>([
    ['a clerk reports, labelled', clerk, null],
    ['the chair of the body reports', mayor, null],
    ['the chair of the group does not: she is told', chair, 'not-yours-to-report'],
    ['a resident does not', alice, 'not-yours-to-report'],
  ])('%s', (_, who, refusal) => {
    const result = rules.report(running, { owners: [] }, who)
    expect(result.ok ? result.value.isStaff : result.refusal).toBe(refusal ?? who === clerk)
  })

  test('stays says one word to each report while it runs', () => {
    const said = { isMonitor: true, hasReport: true, hasSaid: false }
    expect(rules.say(running, said, alice).ok).toBe(true)
    expect(rules.say(running, { ...said, hasSaid: true }, alice)).toMatchObject({ refusal: 'said-already' })
    expect(rules.say(running, { ...said, hasReport: false }, alice)).toMatchObject({ refusal: 'nothing-reported' })
    expect(rules.say(running, { ...said, isMonitor: false }, alice)).toMatchObject({ refusal: 'no-monitor' })
    expect(rules.say({ ...running, isEnded: true }, said, alice)).toMatchObject({ refusal: 'not-running' })
  })

  test('a question has one answer, also after the end; a mark without a question has none', () => {
    const asked = { owners: [], question: 'When?', hasReply: false }
    expect(rules.reply({ ...running, isEnded: true }, asked, mayor).ok).toBe(true)
    expect(rules.reply(running, { ...asked, hasReply: true }, mayor)).toMatchObject({ refusal: 'replied-already' })
    expect(rules.reply(running, { ...asked, question: '' }, mayor)).toMatchObject({ refusal: 'nothing-asked' })
    expect(rules.reply(running, asked, alice)).toMatchObject({ refusal: 'not-yours-to-report' })
  })

  test('leads ends it, once', () => {
    expect(rules.end(running, chair).ok).toBe(true)
    expect(rules.end(running, clerk)).toMatchObject({ refusal: 'only-chairs-lead' })
    expect(rules.end({ ...running, isEnded: true }, mayor)).toMatchObject({ refusal: 'not-running' })
  })
})

describe('what is told of the next report', () => {
  const nextOn = Temporal.PlainDate.from('2027-02-24')
  test.each([
    ['2027-02-16', null],
    ['2027-02-17', 'due'],
    ['2027-02-24', 'due'],
    ['2027-02-25', 'late'],
    ['2028-02-25', 'late'],
  ])('on %s: %s', (today, reminder) => {
    expect(rules.reminderOf({ nextOn, endedAt: null, reportedOn: null }, Temporal.PlainDate.from(today))).toBe(reminder)
  })

  test('nothing once a chair has ended it', () => {
    const endedAt = Temporal.Instant.from('2027-01-01T09:00:00Z')
    expect(rules.reminderOf({ nextOn, endedAt, reportedOn: null }, Temporal.PlainDate.from('2027-02-25'))).toBeNull()
  })

  test('nothing of a day on which a report came, the last one too: there a report was late that had come', () => {
    for (const today of [nextOn, nextOn.add({ days: 1 })])
      expect(rules.reminderOf({ nextOn, endedAt: null, reportedOn: nextOn }, today)).toBeNull()
    const reportedOn = nextOn.subtract({ days: 1 })
    expect(rules.reminderOf({ nextOn, endedAt: null, reportedOn }, nextOn.add({ days: 1 }))).toBe('late')
  })
})
