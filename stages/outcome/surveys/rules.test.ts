import type { Actor, Role, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { items, itemsFor, pagesOf, perPage } from './instruments.ts'
import en from './messages/en.json'
import * as rules from './rules.ts'

const [council, committee, place] = [newId('body'), newId('body'), newId('jurisdiction')]
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const today = day('2026-11-26')

function actor(...roles: readonly (readonly [RoleName, Role['scope']])[]): Actor {
  return {
    jurisdiction: place,
    account: newId('account'),
    person: null,
    name: 'x',
    assurance: 'low',
    roles: roles.map(([name, scope]) => ({ name, scope })),
  }
}
const clerk = actor(['clerk', place])
const dora = actor(['politician', council])
const emil = actor(['politician', committee])
const alice = actor(['resident', place])

const seated: rules.OpenState = {
  body: council,
  isGroupConfirmed: true,
  isHandedOver: false,
  closedOn: null,
  isOpened: false,
  today,
}
const handedOver = { ...seated, isHandedOver: true }
const closed = { ...handedOver, closedOn: day('2026-11-20') }

describe('a survey is opened', () => {
  test.each<[string, Actor, rules.OpenState, rules.Moment, string, string | null]>([
    ['at the start, by a clerk', clerk, seated, 'start', '2026-12-10', null],
    ['by a politician of the body that answers', dora, seated, 'start', '2026-12-10', null],
    ['by a politician of another body', emil, seated, 'start', '2026-12-10', 'not-yours-to-open'],
    ['by a resident', alice, seated, 'start', '2026-12-10', 'not-yours-to-open'],
    ['twice', clerk, { ...seated, isOpened: true }, 'start', '2026-12-10', 'opened-already'],
    ['before the group stands', clerk, { ...seated, isGroupConfirmed: false }, 'start', '2026-12-10', 'no-group-yet'],
    ['at the start, too late', clerk, handedOver, 'start', '2026-12-10', 'start-is-over'],
    ['at the close, before it', clerk, handedOver, 'close', '2026-12-10', 'not-answered-yet'],
    ['at the close', clerk, closed, 'close', '2026-12-10', null],
    ['a year later, at once', clerk, closed, 'later', '2026-12-10', 'too-early-for-later'],
    [
      'the day before eleven months',
      clerk,
      { ...closed, closedOn: day('2025-12-27') },
      'later',
      '2026-12-10',
      'too-early-for-later',
    ],
    ['after eleven months', clerk, { ...closed, closedOn: day('2025-12-26') }, 'later', '2026-12-10', null],
    ['for six days', clerk, seated, 'start', '2026-12-02', 'closes-too-soon'],
    ['for seven days', clerk, seated, 'start', '2026-12-03', null],
    ['for sixty days', clerk, seated, 'start', '2027-01-25', null],
    ['for sixty-one days', clerk, seated, 'start', '2027-01-26', 'closes-too-late'],
    ['for yesterday', clerk, seated, 'start', '2026-11-25', 'closes-too-soon'],
  ])('%s', (_, who, state, moment, closesOn, refusal) => {
    const result = rules.open(state, { moment, closesOn: day(closesOn) }, who)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })
})

describe('who is asked', () => {
  const [politician, citizen, writer, facilitator] = [0, 1, 2, 3].map(() => newId('account'))
  if (!politician || !citizen || !writer || !facilitator) throw new Error('four accounts')

  test('is asked once, as what says most of her; staff are not asked', () => {
    const asked = rules.askedOf({
      politicians: [politician, politician],
      citizens: [citizen],
      around: [politician, citizen, writer, facilitator],
      staff: [facilitator],
    })
    expect(new Map(asked)).toEqual(
      new Map([
        [politician, 'politician'],
        [citizen, 'member'],
        [writer, 'participant'],
      ]),
    )
  })

  test('a public employee who was elected answers as a politician, who has a seat as a member', () => {
    const asked = new Map(
      rules.askedOf({ politicians: [writer], citizens: [citizen], around: [], staff: [writer, citizen] }),
    )
    expect(asked).toEqual(
      new Map([
        [writer, 'politician'],
        [citizen, 'member'],
      ]),
    )
  })

  test('does not depend on the order people are found in', () => {
    const accounts = Array.from({ length: 12 }, () => newId('account'))
    const some = fc.subarray(accounts)
    fc.assert(
      fc.property(some, some, some, some, (politicians, citizens, around, staff) => {
        const asked = rules.askedOf({ politicians, citizens, around, staff })
        const turned = rules.askedOf({
          politicians: politicians.toReversed(),
          citizens: citizens.toReversed(),
          around: around.toReversed(),
          staff: staff.toReversed(),
        })
        expect(turned).toEqual(asked)
        expect(new Set(asked.map(([account]) => account)).size).toBe(asked.length)
      }),
    )
  })
})

describe('an answer', () => {
  const closesAt = Temporal.Instant.from('2026-12-10T22:59:59.999Z')

  test.each<[string, rules.AnswerRefusal | null, Parameters<typeof rules.answer>[0], Actor, Temporal.Instant]>([
    ['in the last moment', null, { asked: 'member', closesAt, isClosed: false }, alice, closesAt],
    [
      'a millisecond late',
      'survey-closed',
      { asked: 'member', closesAt, isClosed: false },
      alice,
      closesAt.add({ milliseconds: 1 }),
    ],
    ['after the count', 'survey-closed', { asked: 'member', closesAt, isClosed: true }, alice, closesAt],
    ['unasked', 'not-asked', { asked: undefined, closesAt, isClosed: false }, alice, closesAt],
    ['by nobody', 'not-asked', { asked: 'member', closesAt, isClosed: false }, { ...alice, account: null }, closesAt],
  ])('%s', (_, refusal, state, who, now) => {
    const result = rules.answer(state, who, now)
    expect(result.ok ? null : result.refusal).toBe(refusal)
  })

  test('is asked for once more when half of the time is over', () => {
    const openedAt = Temporal.Instant.from('2026-12-01T00:00:00Z')
    expect(rules.remindsAt({ openedAt, closesAt: openedAt.add({ hours: 48 }) })).toEqual(openedAt.add({ hours: 24 }))
  })
})

describe('the questions', () => {
  test('have each a key of its own, and words', () => {
    const keys = items.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) expect(en).toHaveProperty([`item.${key}`])
  })

  test('are ten a page, each once, for every group and moment', () => {
    for (const group of rules.groups) {
      for (const moment of rules.moments) {
        const asked = itemsFor(group, moment)
        const pages = pagesOf(asked)
        expect(pages.flat()).toEqual(asked)
        expect(pages.every((page) => page.length <= perPage)).toBe(true)
      }
    }
  })

  test('of politicians are the eight of their leading, of nobody else', () => {
    const leading = items.filter(({ instrument }) => instrument === 'leadership')
    expect(leading).toHaveLength(8)
    expect(leading[6]?.key).toBe('politicians-set-direction')
    expect(itemsFor('politician', 'close')).toEqual(expect.arrayContaining(leading))
    expect(itemsFor('member', 'close').filter((item) => leading.includes(item))).toEqual([])
  })
})
