import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { describe, expect, test } from 'vitest'
import * as rules from './rules.ts'

const [problem, council, committee, place] = [newId('problem'), newId('body'), newId('body'), newId('jurisdiction')]
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

function actor(person: boolean, ...roles: readonly (readonly [RoleName, Role['scope']])[]): Actor {
  return {
    jurisdiction: place,
    account: newId('account'),
    person: person ? newId('person') : null,
    name: 'x',
    assurance: 'low',
    roles: roles.map(([name, scope]) => ({ name, scope })),
  }
}

const mayor = actor(true, ['politician', council], ['body-chair', council])
const councillor = actor(true, ['politician', council])
const chair = actor(true, ['politician', committee], ['arena-chair', problem], ['member', problem])
const clerk = actor(false, ['clerk', place])

const pack: rules.PackageState = {
  problem,
  body: council,
  meetingOn: day('2026-12-10'),
  returnOn: day('2027-06-10'),
  isClosed: false,
  source: null,
}

describe('on the way there', () => {
  const at = {
    id: problem,
    mandate: { parentBody: committee, recipientBody: council, answerRule: { count: 60, unit: 'days' as const } },
    isHandedOver: false,
  }

  test.each<[string, Actor, Partial<typeof at> & { readonly recommendations?: number }, string | null]>([
    ['the chair of the arena', chair, {}, null],
    ['a clerk', clerk, {}, 'staff-never'],
    ['the mayor, who is not in the arena', mayor, {}, 'only-arena-chair'],
    ['twice', chair, { isHandedOver: true }, 'already-handed-over'],
    ['without recommendations', chair, { recommendations: 0 }, 'nothing-to-hand-over'],
  ])('handing over: %s', (_, who, part, refusal) => {
    const result = rules.handOver({ recommendations: 3, ...at, ...part }, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  test('a mandate without recipient or rule hands nothing over', () => {
    const without = (mandate: rules.MandateState | undefined) =>
      rules.handOver({ id: problem, isHandedOver: false, recommendations: 1, mandate }, chair)
    expect(without(undefined)).toMatchObject({ refusal: 'no-mandate' })
    expect(without({ ...at.mandate, recipientBody: null })).toMatchObject({ refusal: 'no-recipient' })
    expect(without({ ...at.mandate, answerRule: null })).toMatchObject({ refusal: 'no-answer-rule' })
  })

  test('both days are set in their order, by a clerk or a chair', () => {
    const dates = { meetingOn: day('2026-12-10'), returnOn: day('2027-06-17'), today: day('2026-12-10') }
    for (const who of [clerk, mayor, chair]) expect(rules.setDates(pack, who, dates).ok).toBe(true)
    expect(rules.setDates(pack, councillor, dates)).toMatchObject({ refusal: 'not-yours-to-date' })
    expect(
      rules.setDates(pack, clerk, { ...dates, meetingOn: dates.returnOn, returnOn: dates.meetingOn }),
    ).toMatchObject({
      refusal: 'dates-in-wrong-order',
    })
  })

  test('no day is set behind us, so that nobody could ask any more; a day that stands may stay', () => {
    const today = day('2026-12-10')
    const passed = { meetingOn: day('2026-12-09'), returnOn: day('2027-06-10'), today }
    expect(rules.setDates({ ...pack, meetingOn: null, returnOn: null }, mayor, passed)).toMatchObject({
      refusal: 'day-has-passed',
    })
    const both = { meetingOn: day('2020-01-01'), returnOn: day('2020-01-02'), today }
    expect(rules.setDates(pack, clerk, both)).toMatchObject({ refusal: 'day-has-passed' })
    const held = { ...pack, meetingOn: passed.meetingOn, returnOn: day('2027-01-10') }
    expect(rules.setDates(held, clerk, passed).ok).toBe(true)
  })

  test('both days that stand are not set again: whoever is invited was mailed at each press', () => {
    const dates = { meetingOn: day('2026-12-10'), returnOn: day('2027-06-10') }
    const again = { ...dates, today: day('2026-12-01') }
    expect(rules.setDates({ ...pack, ...dates }, clerk, again)).toMatchObject({ refusal: 'dates-stand-already' })
    const moved = { ...again, returnOn: day('2027-06-11') }
    expect(rules.setDates({ ...pack, ...dates }, clerk, moved).ok).toBe(true)
  })
})
