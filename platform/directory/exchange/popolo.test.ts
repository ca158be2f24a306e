import { describe, expect, test } from 'vitest'
import { withoutContact } from './contact.ts'
import { firstDay, lastDay } from './partial-date.ts'
import { nameOfPopolo } from './popolo.ts'
import { readPopolo } from './read-popolo.ts'

const council = { id: 'c', name: 'Council', classification: 'legislature' }
const dora = { id: 'dora', name: 'Dora' }
const seat = { person_id: 'dora', organization_id: 'c' }

describe('dates that say only a year or a month', () => {
  test.each([
    ['2014', '2014-01-01', '2014-12-31'],
    ['2016-02', '2016-02-01', '2016-02-29'],
    ['2014-11-22', '2014-11-22', '2014-11-22'],
    ['2014-11-22T10:00:00Z', '2014-11-22', '2014-11-22'],
  ])('%s starts on %s and ends on %s', (text, first, last) => {
    expect(firstDay(text)?.toString()).toBe(first)
    expect(lastDay(text)?.toString()).toBe(last)
  })

  test.each(['2014-13', '2015-02-29', 'soon', '14', '22.11.2014'])('%s is no date', (text) => {
    expect(firstDay(text)).toBeUndefined()
    expect(lastDay(text)).toBeUndefined()
  })
})

describe('refuses, naming the item', () => {
  const file = (more: object): string =>
    JSON.stringify({ organizations: [council], persons: [dora], memberships: [], ...more })
  test.each([
    ['{', /^This is not JSON/],
    ['"hello"', 'the list: this is no list'],
    ['[7]', 'the list[0]: this is no object'],
    ['{}', 'the object: this is neither a person nor an organisation nor a membership'],
    [file({ persons: [dora, {}] }), 'persons[1]: it has no name'],
    [file({ persons: [dora, dora] }), 'persons[1]: id ‘dora’ stands already in persons[0]'],
    [file({ persons: 'dora' }), 'persons: this is no list'],
    [file({ persons: [null] }), 'persons[0]: this is no object'],
    [file({ persons: [{ id: 'x', name: { en: 'Dora' } }] }), 'persons[0]: name is no text'],
    [file({ persons: [{ id: 'x', name: 'x'.repeat(201) }] }), 'persons[0]: name has more than 200 characters'],
    [file({ persons: [{ ...dora, note: 'a\u0000b' }] }), 'persons[0]: a text holds a character that cannot be stored'],
    [file({ memberships: [{ organization_id: 'c' }] }), 'memberships[0]: it has no person_id'],
    [file({ memberships: [{ person_id: 'dora' }] }), 'memberships[0]: it has no organization_id'],
    [file({ memberships: [{ ...seat, start_date: '2014-99' }] }), 'memberships[0]: start_date ‘2014-99’ is no date'],
    [
      file({ memberships: [{ ...seat, start_date: '2014', end_date: '2013' }] }),
      'memberships[0]: it ends before it starts',
    ],
    [file({ memberships: [{ ...seat, role: 'r'.repeat(121) }] }), 'memberships[0]: role has more than 120 characters'],
    [
      file({
        events: [{ id: 't', start_date: 'x' }],
        memberships: [{ ...seat, legislative_period_id: 't' }],
      }),
      'events[0]: start_date ‘x’ is no date',
    ],
  ])('%s', (text, message) => {
    expect(() => readPopolo(text)).toThrow(message)
  })
})

test('a backslash before "u0000" is a text like any other', () => {
  const text = JSON.stringify({ organizations: [council], persons: [{ ...dora, note: 'in C: \\u0000' }] })
  expect(readPopolo(text).persons).toHaveLength(1)
})

test('drops every way to reach a person and keeps the rest', () => {
  const kept = withoutContact({
    email: 'a@b.example',
    phone_number: '1',
    contact_details: [{ value: 'x' }],
    Telephone: '2',
    address: 'Street 1',
    gender: 'f',
    note: 'she phones',
    links: [{ url: 'mailto:a@b.example' }, { url: 'tel:12' }, { url: 'handle' }],
    data: { Email: ['a@b.example'], other: ['a@b.example', 'kept'], telescope: 'large' },
  })
  expect(kept).toEqual({
    gender: 'f',
    note: 'she phones',
    links: [{ url: 'handle' }],
    data: { other: ['kept'], telescope: 'large' },
  })
})

test('a seat without an id stays the same seat when its end becomes known', () => {
  const idOf = (more: object): string | undefined =>
    readPopolo(JSON.stringify({ organizations: [council], persons: [dora], memberships: [{ ...seat, ...more }] }))
      .memberships[0]?.id
  expect(idOf({ end_date: '2020' })).toBe(idOf({}))
  expect(idOf({ start_date: '2020' })).not.toBe(idOf({}))
})

test('the name of the place is that of its council', () => {
  expect(
    nameOfPopolo(JSON.stringify({ organizations: [{ id: 'p', name: 'Party', classification: 'party' }, council] })),
  ).toBe('Council')
  expect(nameOfPopolo(JSON.stringify(dora))).toBe('')
})
