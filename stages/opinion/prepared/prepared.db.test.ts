import type { Actor, RoleName } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, typed as written, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { retellProblem } from '../../problem/index.ts'
import { openConsultation } from '../commands.ts'
import { opinionRoutes } from '../routes.tsx'
import { consultationOf, statementsIn } from '../store.ts'
import { changePrepared, prepareStatement } from './commands.ts'
import * as rules from './rules.ts'
import { preparedIn } from './store.ts'

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

const read = () => database.read(town.place.id)
let cases = 0

/** A case whose group has not opened voting: dora chairs, emil and bashir sit in it. */
async function unopened() {
  cases += 1
  const slug = `unopened-${cases}`
  const problem = await database.transact(town.place.id, null, (tx) =>
    retellProblem(tx, {
      slug,
      question: `How do we begin, ${cases}?`,
      whatHappens: 'Much.',
      whoIsAffected: '',
      language: 'en',
      source: 'https://example.org',
      actors: [],
    }),
  )
  const seated = (actor: Actor, ...names: readonly RoleName[]): Actor => ({
    ...actor,
    roles: [...actor.roles, ...names.map((name) => ({ name, scope: problem }))],
  })
  const { dora, emil, bashir } = town.people
  const people = {
    chair: seated(dora, 'member', 'arena-chair'),
    emil: seated(emil, 'member'),
    bashir: seated(bashir, 'member'),
  }
  const say = (actor: Actor, text: string) => prepareStatement(database, actor, { slug, text, language: 'en' })
  const open = (moderation: 'before' | 'after' = 'after') =>
    openConsultation(database, people.chair, {
      slug,
      until: Temporal.Now.plainDateISO().add({ days: 9 }),
      timeZone: town.place.timeZone,
      shows: 'after-five',
      moderation,
      decided: '',
    })
  const texts = async () => (await preparedIn(read(), problem)).map(({ text }) => text)
  return { slug, problem, ...people, say, open, texts }
}

describe('preparing statements', () => {
  it.each(['before', 'after'] as const)(
    'begins the vote with them, said to be of the group; moderation %s',
    async (when) => {
      const at = await unopened()
      expect((await at.say(at.emil, 'The harbour needs a ferry')).ok).toBe(true)
      expect((await at.say(at.bashir, 'The ferry should be free')).ok).toBe(true)
      expect((await at.open(when)).ok).toBe(true)
      const consultation = await consultationOf(read(), at.problem)
      const statements = consultation ? await statementsIn(read(), consultation.id) : []
      expect(statements).toMatchObject([
        { number: 1, text: 'The harbour needs a ferry', isSeed: true, writtenBy: at.emil.account },
        { number: 2, text: 'The ferry should be free', isSeed: true, writtenBy: at.bashir.account },
      ])
      const going = { as: town.people.alice, params: { problem: at.slug } }
      const reply = await answerAt(opinionRoutes, 'opinion.statements', visitIn(database, town.place, going))
      const shown = reply.kind === 'page' ? `${await reply.body}` : ''
      expect(shown).toContain('Written by the group to start with')
      expect(shown).not.toContain('Emil')
      const facts = await entries(read(), { problem: at.problem, limit: 50 })
      expect(facts.find(({ kind }) => kind === 'opinion.opened')?.public).toMatchObject({
        prepared: 2,
        moderation: when,
      })
      expect(facts.filter(({ kind }) => kind === 'opinion.stated').map((fact) => fact.public)).toEqual(
        expect.arrayContaining([
          { number: 1, byTheGroup: true },
          { number: 2, byTheGroup: true },
        ]),
      )
    },
  )

  it('is for members, who change their own; the chair changes any; nobody after the opening', async () => {
    const at = await unopened()
    const { alice, chen } = town.people
    for (const stranger of [alice, chen])
      expect(await at.say(stranger, 'Let me begin it')).toEqual({ ok: false, refusal: 'not-yours-to-prepare' })
    await at.say(at.emil, 'The harbour needs a ferry')
    expect(await at.say(at.bashir, 'the HARBOUR needs a ferry!')).toEqual({ ok: false, refusal: 'prepared-already' })
    const [one] = await preparedIn(read(), at.problem)
    const change = (actor: Actor, text: string | null) =>
      changePrepared(database, actor, { slug: at.slug, id: one?.id ?? '', text })
    expect(await change(at.bashir, 'Mine now, all of it')).toEqual({ ok: false, refusal: 'not-yours-to-prepare' })
    expect((await change(at.emil, 'The harbour needs two ferries')).ok).toBe(true)
    expect((await change(at.chair, 'The harbour needs three ferries')).ok).toBe(true)
    expect(await at.texts()).toEqual(['The harbour needs three ferries'])
    expect((await change(at.chair, null)).ok).toBe(true)
    expect(await change(at.chair, null)).toEqual({ ok: false, refusal: 'not-prepared' })
    await at.say(at.emil, 'The harbour needs a ferry')
    await at.open()
    const [kept] = await preparedIn(read(), at.problem)
    const late = changePrepared(database, at.emil, { slug: at.slug, id: kept?.id ?? '', text: null })
    expect(await late).toEqual({ ok: false, refusal: 'opened-by-now' })
    expect(await at.say(at.emil, 'One more, too late')).toEqual({ ok: false, refusal: 'opened-by-now' })
    const past = database.transact(town.place.id, null, (tx) =>
      tx.deleteFrom('opinion.prepared').where('problem_id', '=', at.problem).execute(),
    )
    await expect(past).rejects.toThrow('stays as it is')
  })

  it('is seen by the group alone, and keeps what was typed', async () => {
    const at = await unopened()
    await at.say(at.emil, 'The harbour needs a ferry')
    const page = async (actor: Actor, typed?: Readonly<Record<string, string>>): Promise<string> => {
      const going = { as: actor, params: { problem: at.slug }, typed: written(typed ?? {}) }
      const address = typed ? 'opinion.prepare-add' : 'opinion.prepare'
      const reply = await answerAt(opinionRoutes, address, visitIn(database, town.place, going))
      return reply.kind === 'page' ? `${await reply.body}` : JSON.stringify(reply)
    }
    expect(await page(at.bashir)).toContain('The harbour needs a ferry')
    expect(await page(at.bashir)).not.toContain('Change it or take it out')
    expect(await page(at.emil)).toContain('Change it or take it out')
    for (const stranger of [town.people.alice, town.people.chen]) expect(await page(stranger)).not.toContain('harbour')
    expect(await page(at.emil, { text: 'Short' })).toContain('Short')
    expect(await page(at.emil, { text: 'The harbour needs a ferry.' })).toContain('prepared this already')
  })
})

it('says what came of it: prepared, saved, taken out', async () => {
  const at = await unopened()
  const send = async (
    address: 'opinion.prepare-add' | 'opinion.prepare-change',
    typed: Readonly<Record<string, string>>,
  ) => {
    const going = { as: at.emil, params: { problem: at.slug }, typed: written(typed) }
    return JSON.stringify(await answerAt(opinionRoutes, address, visitIn(database, town.place, going)))
  }
  const text = 'The harbour needs a ferry'
  expect(await send('opinion.prepare-add', { text })).toContain('It is prepared.')
  const id = (await preparedIn(read(), at.problem))[0]?.id ?? ''
  expect(await send('opinion.prepare-change', { id, act: 'change', text: `${text} now` })).toContain(
    'Your words are saved.',
  )
  expect(await send('opinion.prepare-change', { id, act: 'remove', text: '' })).toContain('It is taken out.')
  expect(await at.texts()).toEqual([])
})

it('keeps what was typed as number one hundred and one, and says to take one out', async () => {
  const at = await unopened()
  for (let n = 0; n < rules.mostPrepared; n += 1)
    expect((await at.say(at.emil, `Another beginning, ${n}`)).ok).toBe(true)
  const typed = written({ text: 'The harbour needs a ferry' })
  const going = { as: at.emil, params: { problem: at.slug }, typed }
  const reply = await answerAt(opinionRoutes, 'opinion.prepare-add', visitIn(database, town.place, going))
  const shown = reply.kind === 'page' ? `${reply.status} ${await reply.body}` : JSON.stringify(reply)
  expect(shown).toMatch(/^422 /)
  expect(shown).toContain('The harbour needs a ferry</textarea>')
  expect(shown).toContain('Take one out first')
})

it('stops at a hundred, and at nothing but words', () => {
  const problem = newId('problem')
  const { dora } = town.people
  const chair: Actor = { ...dora, roles: [...dora.roles, { name: 'arena-chair', scope: problem }] }
  const adding = { problem, isOpened: false, plainForm: 'x', isTaken: false, count: 0 }
  expect(rules.prepare(chair, adding).ok).toBe(true)
  expect(rules.prepare(chair, { ...adding, count: rules.mostPrepared })).toEqual({ ok: false, refusal: 'too-many' })
  expect(rules.prepare(chair, { ...adding, plainForm: '' })).toEqual({ ok: false, refusal: 'says-nothing' })
})
