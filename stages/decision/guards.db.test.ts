import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { addMembership, addPerson, putResolution, type NewResolution } from '../../platform/directory/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { giveAnswer } from './answers/commands.ts'
import { handOver, setDates } from './commands.ts'
import { answersOf } from './slots.ts'
import * as answerStore from './answers/store.ts'
import * as store from './store.ts'
import { readyCase, wordsFor } from './testing.ts'

/** Whoever writes past the rules meets the database. */

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const now = Temporal.Instant.from('2026-11-24T08:00:00Z')

let home: TestDatabase
let real: Database
let town: Town
let pack: store.Package
let item: answerStore.Item

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
  const at = await readyCase(real, town)
  const { chen, dora } = town.people
  await handOver(real.at(now), at.chair, { slug: at.slug, place: town.place, language: 'en' })
  const dates = { meetingOn: day('2026-11-24'), returnOn: day('2027-06-01') }
  await setDates(real.at(now), chen, { slug: at.slug, ...dates })
  await giveAnswer(real.at(now), dora, { slug: at.slug, number: 1, place: town.place, ...wordsFor() })
  const read = real.read(town.place.id)
  const [found, items] = [await store.packageOf(read, at.problem), await answersOf(read, at.problem)]
  if (!found || !items[0]?.answer) throw new Error('nothing was answered')
  pack = found
  item = items[0]
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

const byHand = (text: string) => real.transact(town.place.id, null, (tx) => sql.raw(text).execute(tx))

describe('what was handed over', () => {
  test.each([
    ['its words', `snapshot = jsonb_set(snapshot, '{recommendations,0,text}', '"Build nothing."')`],
    ['its clock', `due_at = due_at + interval '1 year'`],
    ['who answers', `body_id = null`],
  ])('keeps %s', async (_, set) => {
    await expect(byHand(`update decision.package set ${set} where id = '${pack.id}'`)).rejects.toThrow('is frozen')
  })

  test('takes no recommendation that was not in it', async () => {
    const slipped = real.transact(town.place.id, null, (tx) =>
      answerStore.putItem(tx, pack.id, {
        recommendation: item.recommendation,
        number: 3,
        title: 'More',
        text: 'Pay me.',
      }),
    )
    await expect(slipped).rejects.toThrow('was not handed over in these words')
  })
})

describe('an answer', () => {
  const answering = (person: string | null, version = 2) =>
    byHand(`insert into decision.answer_version (jurisdiction_id, answer_id, version, kind, reason, person_id, account_id, at)
      values ('${town.place.id}', '${item.answer?.id}', ${version}, 'reject', 'x', '${person}',
        '${town.people.dora.account}', '${now.toString()}')`)

  test('is signed by nobody whose term ended yesterday, nor by one who never sat there', async () => {
    const strangers = await real.transact(town.place.id, null, async (tx) => {
      const [gone, never] = [
        await addPerson(tx, { slug: 'gone', name: 'Gone' }),
        await addPerson(tx, { slug: 'never', name: 'Never' }),
      ]
      const seat = { party: null, role: 'Councillor', isChair: false, startsOn: null }
      await addMembership(tx, { ...seat, person: gone, body: town.council, endsOn: day('2026-11-23') })
      await addMembership(tx, { ...seat, person: never, body: town.committee, endsOn: null })
      return [gone, never]
    })
    for (const person of strangers) await expect(answering(person)).rejects.toThrow('outside the body')
  })

  test('leaves no gap in its versions', async () => {
    await expect(answering(town.people.dora.person, 3)).rejects.toThrow('have no gap')
  })
})

describe('the record of a vote', () => {
  const vote = (part: Partial<NewResolution>) =>
    real.transact(town.place.id, null, (tx) =>
      putResolution(tx, {
        body: town.council,
        about: { kind: 'package', id: pack.id },
        motion: 'To answer so',
        decidedOn: day('2026-11-24'),
        reference: '',
        votesFor: 2,
        votesAgainst: 1,
        abstentions: 0,
        isCarried: true,
        dissent: '',
        draftedBy: town.people.chen.account,
        source: null,
        ...part,
      }),
    )

  test.each<[string, Partial<NewResolution>, string]>([
    ['more votes than seats', { votesFor: 9 }, 'in a body of'],
    ['nobody voting', { votesFor: 0, votesAgainst: 0, isCarried: false }, 'no vote ends like this'],
    ['carried against a majority', { votesFor: 1, votesAgainst: 2 }, 'no vote ends like this'],
    ['carried by nobody', { votesFor: 0, votesAgainst: 0, abstentions: 3 }, 'no vote ends like this'],
    ['a day to come', { decidedOn: day('2090-01-01') }, 'in the future'],
  ])('is not one with %s', async (_, part, words) => {
    await expect(vote(part)).rejects.toThrow(words)
  })

  test('is not confirmed while its names say something else than its counts', async () => {
    const { dora, emil, freja } = town.people
    const resolution = await vote({})
    const name = (person: string | null, choice: string) =>
      byHand(`insert into decision.named_vote (jurisdiction_id, resolution_id, person_id, choice)
        values ('${town.place.id}', '${resolution}', '${person}', '${choice}')`)
    const confirm = () =>
      byHand(`update directory.resolution set confirmed_by = '${dora.account}', confirmed_at = '${now.toString()}'
        where id = '${resolution}'`)
    await name(dora.person, 'for')
    await name(emil.person, 'against')
    await expect(confirm()).rejects.toThrow('do not add up')
    await name(freja.person, 'for')
    await expect(confirm()).resolves.toBeDefined()
  })

  test('of another body puts nothing to the vote here', async () => {
    const resolution = await vote({ body: town.committee })
    await expect(
      byHand(`insert into decision.put_to_vote (jurisdiction_id, resolution_id, answer_id, version)
        values ('${town.place.id}', '${resolution}', '${item.answer?.id}', 1)`),
    ).rejects.toThrow('was not on answer')
  })
})
