import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { textOf } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { caseToVoteOn } from './testing.ts'

/**
 * Popolo's JSON schemas (popoloproject.com/schemas: motion, vote_event, count, vote, link): the properties of each class, and which of
 * them a class must have. `date` and `start_date` are ISO 8601 of whatever precision is known: here the day.
 */
const classes = {
  motion: ['id', 'organization_id', 'text', 'classification', 'date', 'requirement', 'result', 'sources'],
  voteEvent: [
    'id',
    'organization_id',
    'identifier',
    'motion_id',
    'start_date',
    'end_date',
    'result',
    'counts',
    'votes',
  ],
  count: ['option', 'value'],
  vote: ['voter_id', 'option'],
  link: ['url', 'note'],
} as const
const lists = { sources: 'link', counts: 'count', votes: 'vote' } as const

function expectPopolo(kind: keyof typeof classes, thing: Readonly<Record<string, unknown>>): void {
  expect(classes[kind], kind).toEqual(expect.arrayContaining(Object.keys(thing)))
  for (const [name, value] of Object.entries(thing)) {
    if (Object.hasOwn(lists, name))
      for (const one of value as object[]) expectPopolo(lists[name as keyof typeof lists], { ...one })
    else if (name === 'value') expect(Number.isInteger(value), name).toBe(true)
    else expect(typeof value, name).toBe('string')
  }
  if (kind === 'count') expect(Object.keys(thing).toSorted()).toEqual(['option', 'value'])
}

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

test('a confirmed vote on the answers is a motion and a vote event of Popolo, with who voted how; a draft is none', async () => {
  const at = await caseToVoteOn(database, town)
  const { dora, emil, freja } = town.people
  const field = (person: string | null) => `named-${person}`
  const typed = {
    'named-most': ['for'],
    [field(emil.person)]: ['absent'],
    [field(freja.person)]: ['against'],
    votesFor: ['1'],
    votesAgainst: ['1'],
    minutes: ['https://example.org/minutes/4'],
  }
  const counted = /name="named-counted" value="([^"]+)"/.exec(textOf(await at.send(typed)))?.[1] ?? ''
  expect(await at.send({ ...typed, 'named-counted': [counted] })).toMatchObject({ kind: 'redirect' })
  const data = async () => JSON.parse(textOf(await at.go('decision.votes-data')))
  expect(await data()).toEqual({ organizations: [], persons: [], motions: [], vote_events: [] })
  expect(textOf(await at.go('decision.page'))).not.toContain('votes.json')

  const [vote] = await at.votes()
  await at.go('decision.confirm-vote', { as: dora, typed: { resolution: [vote?.id ?? ''] } })
  const { organizations, persons, motions, vote_events } = await data()
  for (const motion of motions) expectPopolo('motion', motion)
  for (const event of vote_events) expectPopolo('voteEvent', event)
  expect(motions).toMatchObject([
    { id: vote?.id, text: 'To answer so', date: '2026-11-24', result: 'pass', organization_id: town.council },
  ])
  expect(motions[0].sources).toEqual([{ url: 'https://example.org/minutes/4', note: 'minutes' }])
  expect(vote_events).toMatchObject([
    {
      motion_id: vote?.id,
      identifier: 'Item 4',
      counts: [
        { option: 'yes', value: 1 },
        { option: 'no', value: 1 },
        { option: 'abstain', value: 0 },
        { option: 'absent', value: 1 },
      ],
    },
  ])
  expect(
    new Map(vote_events[0].votes.map((one: { voter_id: string; option: string }) => [one.voter_id, one.option])),
  ).toEqual(
    new Map([
      [dora.person, 'yes'],
      [emil.person, 'absent'],
      [freja.person, 'no'],
    ]),
  )
  const known = new Set([...organizations, ...persons].map(({ id }: { id: string }) => id))
  for (const { voter_id } of vote_events[0].votes) expect(known).toContain(voter_id)
  expect(known).toContain(town.council)
  expect(textOf(await at.go('decision.page'))).toContain('votes.json')
})
