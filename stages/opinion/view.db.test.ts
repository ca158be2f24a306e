import type { Choice } from '@folkmoot/tally/tally.ts'
import { expect, it } from 'vitest'
import { visitIn } from '../../platform/http/testing.ts'
import { hide } from '../../platform/moderation/index.ts'
import { testTown } from './map/testing-town.ts'
import { openCase, residents } from './testing.ts'
import { statementViewOf, viewOf } from './view.ts'
import { castVote } from './vote-commands.ts'

const here = testTown()
const texts = [
  'Light the crossings at night',
  'Close the street at eight',
  'A bench at every stop',
  'More trees at once',
]

it('knows of one statement what whoever reads them all knows of it', async () => {
  const { database, town } = here
  const at = await openCase(database, town, { statements: texts })
  const [voter, other] = await residents(database, town, 2)
  if (!voter || !other) throw new Error('two live here')
  const cast: readonly (readonly [number, Choice])[] = [
    [1, 'agree'],
    [3, 'pass'],
    [1, 'disagree'],
  ]
  for (const [number, choice] of cast)
    expect(await castVote(database, voter, { slug: at.slug, number, choice })).toMatchObject({ ok: true })
  await castVote(database, other, { slug: at.slug, number: 2, choice: 'agree' })
  const visitOf = (as: typeof voter | undefined) => {
    const { read, actor, now } = visitIn(database, town.place, as ? { as } : {})
    return { read, actor, now, params: { problem: at.slug } }
  }
  const [, second] = (await viewOf(visitOf(voter)))?.statements ?? []
  if (!second) throw new Error('there are four')
  await database.transact(town.place.id, town.people.gita, (tx) =>
    hide(tx, town.people.gita, { about: { kind: 'statement', id: second.id }, rule: 'spam', reason: 'Paint for sale' }),
  )
  for (const as of [voter, other, undefined]) {
    const all = await viewOf(visitOf(as))
    for (const [place, statement] of (all?.statements ?? []).entries()) {
      const one = await statementViewOf(visitOf(as), statement.number)
      expect(one).toMatchObject({ statement, isOpen: true, voted: all?.mine.size })
      expect([one?.before, one?.after]).toEqual([
        all?.statements[place - 1]?.number,
        all?.statements[place + 1]?.number,
      ])
      expect(one?.mine.get(statement.id)).toBe(all?.mine.get(statement.id))
      expect(one?.hidden.get(statement.id)).toEqual(all?.hidden.get(statement.id))
    }
    expect(all?.statements).toHaveLength(4)
  }
  expect(await statementViewOf(visitOf(voter), 5)).toBeUndefined()
  expect((await statementViewOf(visitOf(voter), 1))?.mine.size).toBe(1)
})
