import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { owedCalendar, type OwedEvent } from './calendar.ts'

const now = Temporal.Instant.from('2026-11-26T12:00:00Z')

function read(events: readonly OwedEvent[]) {
  const text = owedCalendar({ name: 'Lindhavn: what we owe', lang: 'en', place: 'lindhavn', now, events })
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

const event = (path: string, day: string, title = 'Build the gate'): OwedEvent => ({
  path,
  title,
  description: 'Owner: Emil\nIn the case “How does the harbour stay dry?”',
  url: `https://folkmoot.example/en/lindhavn${path}`,
  day: Temporal.PlainDate.from(day),
})

test('a calendar program reads the day, the words and where to read on', () => {
  const [one] = read([event('/problems/harbour/delivery/1', '2027-03-01')])
  expect(one?.summary).toBe('Build the gate')
  expect(one?.startDate.toString()).toBe('2027-03-01')
  expect(one?.startDate.isDate).toBe(true)
  expect(one?.endDate.toString()).toBe('2027-03-02')
  expect(one?.component.getFirstPropertyValue('url')).toBe(
    'https://folkmoot.example/en/lindhavn/problems/harbour/delivery/1',
  )
})

test('what was put off moves and is no second one; two things are never one', () => {
  const before = read([event('/a/1', '2027-03-01'), event('/a/2', '2027-03-01')])
  const [after] = read([event('/a/1', '2027-09-01', 'Build the gate, later')])
  expect(after?.uid).toBe(before[0]?.uid)
  expect(before[0]?.uid).not.toBe(before[1]?.uid)
})

test('whatever people typed comes back as they typed it', () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text))
  fc.assert(
    fc.property(words, (title) => {
      expect(read([event('/a/1', '2027-03-01', title)])[0]?.summary).toBe(title)
    }),
  )
})
