import { easterOf, slowDeadline } from '@folkmoot/basics/testing-slow-calendar.ts'
import { deadlineAfter, type DeadlineRule } from '@folkmoot/basics/working-days.ts'
import { expect, test } from 'vitest'
import { agendaPresets } from '../problem/index.ts'
import { presets } from './presets.ts'

/**
 * Every deadline of every model, from 500 days on end, against a count that shares nothing with ours: over weekends, holidays
 * of the place, months of 28 to 31 days, and both changes of the clock.
 */

type Place = { readonly timeZone: string; readonly fixed: readonly string[]; readonly fromEaster: readonly number[] }

const places = {
  denmark: { timeZone: 'Europe/Copenhagen', fixed: ['01-01', '12-25', '12-26'], fromEaster: [-3, -2, 1, 39, 50] },
  sweden: {
    timeZone: 'Europe/Stockholm',
    fixed: ['01-01', '01-06', '05-01', '06-06', '12-25', '12-26'],
    fromEaster: [-2, 1, 39],
  },
  norway: {
    timeZone: 'Europe/Oslo',
    fixed: ['01-01', '05-01', '05-17', '12-25', '12-26'],
    fromEaster: [-3, -2, 1, 39, 50],
  },
  belgium: {
    timeZone: 'Europe/Brussels',
    fixed: ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'],
    fromEaster: [1, 39, 50],
  },
  ireland: { timeZone: 'Europe/Dublin', fixed: ['01-01', '03-17', '12-25', '12-26'], fromEaster: [1] },
  taiwan: { timeZone: 'Asia/Taipei', fixed: ['01-01', '02-28', '10-10'], fromEaster: [] },
  mexico: { timeZone: 'America/Mexico_City', fixed: ['01-01', '05-01', '09-16', '12-25'], fromEaster: [] },
  // A place whose clock changes by half an hour, at the other end of the year.
  lordHowe: { timeZone: 'Australia/Lord_Howe', fixed: ['01-01', '12-25'], fromEaster: [-2, 1] },
} as const satisfies Record<string, Place>

const years = [2026, 2027, 2028, 2029]
const firstDay = Temporal.PlainDate.from('2026-09-01')
const days = Array.from({ length: 500 }, (_, count) => firstDay.add({ days: count }))

function holidaysOf({ fixed, fromEaster }: Place): readonly Temporal.PlainDate[] {
  return years.flatMap((year) => [
    ...fixed.map((date) => Temporal.PlainDate.from(`${year}-${date}`)),
    ...fromEaster.map((after) => easterOf(year).add({ days: after })),
  ])
}

const homes: Readonly<Record<string, Place>> = {
  brussels: places.belgium,
  'brussels-12': places.belgium,
  ostbelgien: places.belgium,
  wallonia: places.belgium,
  ireland: places.ireland,
  'ireland-assembly': places.ireland,
  join: places.taiwan,
  'mexico-city': places.mexico,
  svelvik: places.norway,
  angelholm: places.sweden,
  skr: places.sweden,
}

/** Every rule with a day in it, as the models give them. */
const ofModels = [
  ...presets.flatMap(({ name, fixes }) =>
    (['answerRule', 'firstMeetingWithin', 'returnAfter', 'span'] as const).flatMap((field) => {
      const rule = fixes[field]?.value
      return rule ? [{ name, field, rule, place: homes[name] ?? places.denmark }] : []
    }),
  ),
  ...agendaPresets.flatMap(({ name, window, answer }) =>
    Object.entries({ window, answer }).flatMap(([field, rule]) =>
      rule ? [{ name, field, rule, place: homes[name] ?? places.denmark }] : [],
    ),
  ),
]

/** What a mandate may choose where its model is silent: the form's working days, in every place. */
const inWorkingDays = Object.entries(places).map(([name, place]) => ({
  name,
  field: '40 working days',
  rule: { count: 40, unit: 'working-days' } satisfies DeadlineRule,
  place,
}))

test('the models give these rules', () => {
  const told = ofModels.map(({ name, field, rule }) => `${name} ${field}: ${rule.count} ${rule.unit}`)
  expect(told).toMatchInlineSnapshot(`
    [
      "gentofte firstMeetingWithin: 3 months",
      "gentofte span: 12 months",
      "angelholm span: 186 days",
      "brussels firstMeetingWithin: 3 months",
      "brussels returnAfter: 6 months",
      "brussels-12 firstMeetingWithin: 3 months",
      "brussels-12 returnAfter: 6 months",
      "ireland answerRule: 4 months",
      "small-town window: 6 months",
      "small-town answer: 2 months",
      "wallonia window: 6 months",
      "wallonia answer: 2 months",
      "join answer: 60 days",
    ]
  `)
})

test.each([...ofModels, ...inWorkingDays])('$name, $field: 500 days', { timeout: 120_000 }, ({ rule, place }) => {
  const holidays = holidaysOf(place)
  const calendar = { timeZone: place.timeZone, holidays }
  const slow = { timeZone: place.timeZone, holidays: new Set(holidays.map(String)) }
  const wrong: string[] = []
  for (const [count, day] of days.entries()) {
    // Just after midnight, at noon, in the doubled hour, and at the last moment of the day.
    const time = ['00:00', '12:00', '02:30', '23:59:59.999'][count % 4] ?? '12:00'
    const start = day.toZonedDateTime({ timeZone: place.timeZone, plainTime: time }).toInstant()
    const due = deadlineAfter(start, rule, calendar)
    const expected = slowDeadline(start.epochMilliseconds, rule, slow)
    if (due.epochMilliseconds !== expected)
      wrong.push(`${start.toString()}: ${due.toString()}, and not ${new Date(expected).toISOString()}`)
  }
  expect(wrong).toEqual([])
})

test.each([
  ['Easter 2026', 2026, '2026-04-05'],
  ['Easter 2027', 2027, '2027-03-28'],
  ['Easter 2028', 2028, '2028-04-16'],
])('%s', (_, year, date) => {
  expect(easterOf(year).toString()).toBe(date)
})
