import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { resamples } from '@folkmoot/opinion-map/groups.ts'
import { createHash } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hide } from '../../../platform/moderation/index.ts'
import * as opinion from '../store.ts'
import { closeVoting, openCase, residents, type Case } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { mapsPoll } from './jobs.ts'
import { lastMapOf } from './last-map.ts'
import { mapRoutes } from './routes.tsx'
import { whyNowhere } from './standing.ts'
import { statements, voteAll } from './testing.ts'
import { testTown } from './testing-town.ts'

const here = testTown()
let people: readonly Actor[]

beforeAll(async () => {
  people = await residents(here.database, here.town, 45)
})

const { read } = here

type Asking = { readonly as?: Actor | undefined; readonly lang?: string }

async function ask({ slug }: Pick<Case, 'slug'>, address: Address, { as, lang = 'en' }: Asking = {}) {
  const going = { lang, params: { problem: slug }, ...(as ? { as } : {}) }
  return answerAt(mapRoutes, address, visitIn(here.database, here.town.place, going))
}
async function text(at: Pick<Case, 'slug'>, asking?: Asking): Promise<string> {
  const reply = await ask(at, 'opinion.map', asking)
  if (reply.kind !== 'page') throw new Error(`no page: ${reply.kind}`)
  return `${await reply.body}`
}

it('goes from no map over her own place to the last map, by the rule of the results, in both languages', async () => {
  const at = await openCase(here.database, here.town, { statements })
  const [first, , grey] = people
  if (!first || !grey) throw new Error('there are 45')
  expect(await text(at, { as: first })).toContain('You have voted on 0')
  await voteAll(here.database, at.slug, people.slice(0, 5))
  expect(await text(at, { as: first })).toContain('when 15 people have voted')
  await voteAll(here.database, at.slug, people.slice(5, 40), { from: 5 })
  await mapsPoll(here.database, here.town.place.id)

  const drawn = await opinion.consultationOf(read(), at.problem)
  expect(whyNowhere(drawn && (await lastMapOf(read(), drawn.id)), 'en')).toContain('You have voted on 0 statements')

  const hers = await text(at, { as: first })
  for (const words of [
    'You are nearest to group A',
    'Only you see this',
    'About 35 people',
    'id="divides"',
    'lit in winter',
  ])
    expect(hers).toContain(words)
  // How often, as the method does it; and for how many it is how sure, not that it is probably so.
  expect(hers).toContain(`drew the groups again ${resamples} times`)
  expect(hers).toContain('For half of the people in group A it is at least this sure')
  expect(await text(at, { as: grey })).toContain('You are nearest to group B')
  expect(await text(at, { as: first, lang: 'da' })).toContain('Du er tættest på gruppe A')
  // Who has not voted five times sees none of it, in no form.
  for (const who of [undefined, people[44], here.town.people.chen]) {
    expect(await text(at, { as: who })).toContain('Results are not shown yet')
    expect(await ask(at, 'opinion.map-file', { as: who })).toMatchObject({ kind: 'refused', status: 403 })
  }

  // She changes her mind on everything and moves at once, while the map stays.
  const before = textOf(await ask(at, 'opinion.map-file', { as: first }))
  for (const number of [1, 2, 3, 4, 5])
    await castVote(here.database, first, { slug: at.slug, number, choice: 'disagree' })
  for (const number of [6, 7, 8, 9, 10])
    await castVote(here.database, first, { slug: at.slug, number, choice: 'agree' })
  await mapsPoll(here.database, here.town.place.id)
  expect(await text(at, { as: first })).toContain('You are nearest to group B')
  expect(textOf(await ask(at, 'opinion.map-file', { as: first }))).toBe(before)

  // A statement hidden since is gone from the page, though the map was drawn with it.
  const consultation = await opinion.consultationOf(read(), at.problem)
  const crossing = consultation && (await opinion.statementsIn(read(), consultation.id))[10]
  if (!crossing) throw new Error('there are eleven')
  await here.database.transact(here.town.place.id, null, (tx) =>
    hide(tx, here.town.people.gita, {
      about: { kind: 'statement', id: crossing.id },
      rule: 'personal-data',
      reason: 'A name.',
    }),
  )
  expect(await text(at, { as: first })).not.toContain('lit in winter')

  await closeVoting(here.database, at.chair.jurisdiction, at.slug)
  await mapsPoll(here.database, here.town.place.id)
  const last = await text(at)
  expect(last).toContain('40 people voted')
  expect(last).not.toContain('You are nearest to group')
  const file = await ask(at, 'opinion.map-file')
  const [fact] = await entries(read(), { problem: at.problem, kinds: ['opinion.map-drawn'] })
  expect(fact?.public).toMatchObject({ outputHash: createHash('sha256').update(textOf(file)).digest('hex') })
})

it('says why there is none, and does not exist without a consultation', async () => {
  const at = await openCase(here.database, here.town, { statements })
  const [first] = people
  if (!first) throw new Error('there are 45')
  await voteAll(here.database, at.slug, people.slice(0, 9))
  expect(await ask(at, 'opinion.map-file', { as: first })).toMatchObject({ kind: 'refused', status: 409 })
  await closeVoting(here.database, at.chair.jurisdiction, at.slug)
  await mapsPoll(here.database, here.town.place.id)
  expect(await text(at)).toContain('Fewer than 10 people voted')
  expect(await ask({ slug: 'no-such-case' }, 'opinion.map')).toEqual({ kind: 'not-found' })
})

it('is read and parsed once for all who ask, and anew when another is drawn', async () => {
  const at = await openCase(here.database, here.town, { statements })
  const id = (await opinion.consultationOf(read(), at.problem))?.id
  if (!id) throw new Error('it was opened')
  expect(await lastMapOf(read(), id)).toBeUndefined()
  await voteAll(here.database, at.slug, people.slice(0, 20))
  await mapsPoll(here.database, here.town.place.id)
  const first = await lastMapOf(read(), id)
  expect(first).toMatchObject({ kept: { version: 1 }, published: { version: 1 } })
  expect(await lastMapOf(read(), id)).toBe(first)
  await voteAll(here.database, at.slug, people.slice(20, 25), { from: 20 })
  await mapsPoll(here.database, here.town.place.id)
  expect(await lastMapOf(read(), id)).toMatchObject({ kept: { version: 2 }, published: { version: 2, people: 20 } })
  expect(await lastMapOf(here.database.read(newId('jurisdiction')), id)).toBeUndefined()
})
