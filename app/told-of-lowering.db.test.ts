import type { Id } from '@folkmoot/basics/ids.ts'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Job } from '../platform/jobs/index.ts'
import { everybodyAround, follow, tellJob } from '../platform/notices/index.ts'
import { foundTown, townspeople, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { entries } from '../platform/ledger/index.ts'
import { problemBySlug } from '../stages/problem/index.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { sayYes, setUpGroup } from '../stages/arena/testing.ts'
import { draftingIn, type Drafting, type MandateCase } from '../stages/mandate/testing.ts'
import { wordsByStage } from './bindings.ts'
import { openTestHouse, testOrigin, type TestHouse, type Typed } from './testing.ts'

/** A promise that is lowered is told to everybody who takes part, whatever she did and whatever she follows; and stands on every page. */

let house: TestHouse
let town: Town
let d: Drafting
let at: MandateCase

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database)
  await giveRule(house.database, town)
  d = draftingIn(house.database, town)
  at = await aCaseWithEverybody()
}, 60_000)
afterAll(() => house.close())

const path = (rest = '') => `/problems/${at.slug}${rest}`

/** alice raised it, dora leads it, emil has a seat, bashir asked for one, aisha wrote an idea, klub asked a question, freja follows. */
async function aCaseWithEverybody(): Promise<MandateCase> {
  const raised = await post('alice', '/problems/new', {
    question: 'What shall become of the gasworks?',
    whatHappens: 'It is empty.',
    whoIsAffected: 'All of us',
  })
  const slug = /problems\/([^/?]+)/.exec(raised ?? '')?.[1] ?? ''
  const problem = await problemBySlug(house.database.read(town.place.id), slug)
  if (!problem) throw new Error('not raised')
  at = { slug, problem: problem.id }
  await post('dora', path('/problem/sponsor'), { words: 'I take it up.' })
  await d.save(at, d.whole())
  await d.answer(at)
  await d.draftVote(at)
  await d.confirm(at)
  await setUpGroup(house.database, town.people.dora, slug, Temporal.PlainDate.from('2199-01-01'))
  await post('dora', path('/people/call'), { until: '2199-01-01' })
  const apply = (await (await as('bashir')).get(path('/people/apply'))).html
  const profile = /name="profile"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="profile"/.exec(apply)
  await post('bashir', path('/people/apply'), {
    profile: profile?.[1] ?? profile?.[2] ?? '',
    motivation: 'I live there.',
    tie: 'Next door',
    gender: 'none',
  })
  await post('dora', path('/people/politicians'), { person: town.people.emil.person ?? '', reason: 'Knows it.' })
  await sayYes(house.database, slug, [town.people.emil])
  await post('aisha', path('/ideas'), { kind: 'idea', title: 'A hall', text: 'For music.', place: '' })
  await post('klub', path('/questions'), {
    to: town.people.dora.person ?? '',
    question: 'What does the roof cost?',
    background: '',
  })
  const about = { kind: 'problem', id: problem.id } as const
  await house.database.transact(town.place.id, null, (tx) => follow(tx, { account: idOf('freja'), about }))
  return at
}

async function lower(): Promise<void> {
  const first = await d.save(at, { ...d.whole(), promise: 'consult' }, { as: town.people.dora })
  expect(first).toMatchObject({ ok: true })
  await d.draftVote(at, { loweringReason: 'The money is gone.' })
}

it('everybody who takes part hears of it, once, with the reason; the chair sees before how many', async () => {
  await lower()
  const read = house.database.read(town.place.id)
  const everybody = await everybodyAround(read, at.problem)
  const chair = await (await as('dora')).get(path('/mandate'))
  expect(chair.html).toContain(`${everybody.length} people are told.`)
  await house.asOwner("delete from pgboss.job where name = 'notices.tell'")
  expect(await d.confirm(at)).toEqual({ ok: true, value: { isAdopted: true } })
  const rows = await house.asOwner("select data from pgboss.job where name = 'notices.tell'")
  for (const { data } of rows) await tellJob(settings)(house.database, data as Job)
  for (const { data } of rows) await tellJob(settings)(house.database, data as Job)
  const told = await house.asOwner("select account_id from notices.notice where message = 'told.promise-lowered'")
  const names = townspeople.filter((name) => told.some((row) => row['account_id'] === idOf(name)))
  expect(new Set(names)).toEqual(new Set(['alice', 'bashir', 'aisha', 'emil', 'freja', 'klub', 'dora']))
  expect(told).toHaveLength(everybody.length)
  expect((await (await as('bashir')).get('/me')).html).toContain('The money is gone.')

  for (const page of ['', '/people', '/ideas', '/mandate', '/answer', '/problem']) {
    const { html } = await (await house.browser(town.place, null)).get(path(page))
    expect(html, page).toContain('lowered the promise from “Collaborate” to “Consult”: The money is gone.')
  }
})

it('the hash in the adoption and in the opening of the call is that of the bytes that are served', async () => {
  const served = await house.ask(`/en/${town.place.slug}/problems/${at.slug}/mandate.json?version=1`)
  expect(served.headers.get('content-type')).toContain('application/json')
  const sha256 = createHash('sha256')
    .update(Buffer.from(await served.arrayBuffer()))
    .digest('hex')
  const facts = await entries(house.database.read(town.place.id), { problem: at.problem, limit: 200 })
  const adopted = facts.filter(({ kind }) => kind === 'mandate.adopted').map((fact) => fact.public)
  expect(adopted).toContainEqual(expect.objectContaining({ version: 1, sha256 }))
  expect(facts.find(({ kind }) => kind === 'arena.call-opened')?.public).toMatchObject({
    mandate: { version: 1, sha256 },
  })
  expect((await house.ask(`/en/${town.place.slug}/problems/${at.slug}/mandate.json?version=9`)).status).toBe(404)
})

const settings = {
  origin: () => testOrigin,
  say: (stage: string, lang: string) => wordsByStage[stage]?.sayAny(lang) ?? (() => `nobody speaks for ${stage}`),
}

async function post(who: Townsperson, to: string, typed: Typed): Promise<string | null> {
  const page = await (await as(who)).post(to, typed)
  expect({ to, status: page.status, errors: /fm-errors[\s\S]{0,500}/.exec(page.html)?.[0] }).toMatchObject({
    status: 303,
  })
  return page.to
}

function as(who: Townsperson) {
  return house.browser(town.place, idOf(who))
}

function idOf(name: Townsperson): Id<'account'> {
  const { account } = town.people[name]
  if (!account) throw new Error(`${name} has no account`)
  return account
}
