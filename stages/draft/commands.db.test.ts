import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { accept } from '@folkmoot/basics/result.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../platform/identity/testing.ts'
import { entries } from '../../platform/ledger/index.ts'
import { hiddenWords, hide } from '../../platform/moderation/index.ts'
import { follow, noticesOf, tellJob } from '../../platform/notices/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { bindCards } from '../../platform/thread/index.ts'
import { foundGroup } from '../arena/testing.ts'
import { retellProblem } from '../problem/index.ts'
import { draftCards } from './cards.ts'
import * as commands from './commands.ts'
import { addIdea } from './ideas/commands.ts'
import { ideaQueryOf } from './ideas/list-rules.ts'
import { listIdeas } from './ideas/list-store.ts'
import { recommendationsOf } from './recommendations.ts'
import { waitingForStand } from './stand-store.ts'
import { citeFrom } from './text/citing.ts'
import { saveVersion } from './text/saving.ts'
import { putClause } from './text/store.ts'
import { aSection, withSection, withWords, writingIn } from './text/testing.ts'
import { typeText } from './text/typing.ts'
import { retellIdea, retellRecommendation } from './told.ts'

let home: TestDatabase
let database: Database
let town: Town
let slug: string
let problem: Id<'problem'>

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  bindCards('idea', draftCards.idea)
  bindCards('clause', draftCards.clause)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const read = () => database.read(town.place.id)

beforeEach(async () => {
  ;({ slug, problem } = await foundGroup(database, town))
})

function member(name: Townsperson): Actor {
  return { ...town.people[name], roles: [...town.people[name].roles, { name: 'member', scope: problem }] }
}

async function anIdea(by: Townsperson = 'aisha'): Promise<Id<'idea'>> {
  const added = await addIdea(database, town.people[by], {
    slug,
    kind: 'experience',
    title: 'Dark crossing',
    text: 'I was nearly hit at the library.',
    place: 'Library',
    language: 'en',
  })
  if (!added.ok) throw new Error(added.refusal)
  return added.value.id
}

async function aRecommendation(by = member('alice')): Promise<number> {
  const section = aSection()
  await text().write(by, withSection(section))
  const cites = [await anIdea()]
  const cited = await citeFrom(database, by, { slug, clause: section.clauses[0]?.id ?? newId('clause'), cites })
  if (!cited.ok) throw new Error(cited.refusal)
  return 1
}

const text = () => writingIn(database, { slug })

async function theRecommendation(number = 1) {
  const found = (await recommendationsOf(read(), problem)).find((one) => one.number === number)
  if (!found) throw new Error('no recommendation')
  return found
}

describe('ideas', () => {
  it('are numbered without a gap, and their words stay out of the public record', async () => {
    await Promise.all(Array.from({ length: 8 }, () => anIdea()))
    const { ideas } = await listIdeas(read(), problem, ideaQueryOf(new URLSearchParams('order=newest')))
    expect(ideas.map(({ idea }) => idea.number)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    const told = await entries(read(), { problem })
    expect(JSON.stringify(told.map((entry) => entry.public))).not.toContain('library')
  })
})

describe('a recommendation', () => {
  it('waits until there is a group: before that staff write nothing in its name', async () => {
    const empty = `case-${newId('vote').slice(0, 8)}`
    await database.transact(town.place.id, null, (tx) =>
      retellProblem(tx, {
        slug: empty,
        question: 'Who cleans the beach?',
        whatHappens: 'Nobody does.',
        whoIsAffected: '',
        language: 'en',
        source: 'https://example.org',
        actors: [],
      }),
    )
    const typed = typeText(database, town.people.gita, { slug: empty, change: (now) => accept(now) })
    expect(await typed).toEqual({ ok: false, refusal: 'group-not-confirmed' })
  })

  it('is stood behind by members, and by no staff', async () => {
    const number = await aRecommendation()
    const { gita } = town.people
    expect(await commands.takeStand(database, gita, { slug, number, choice: 'agree', version: 1 })).toEqual({
      ok: false,
      refusal: 'members-only',
    })
  })

  it('shows agreement as it is, asks anew after a change, and lets the minority speak', async () => {
    const number = await aRecommendation()
    const say = (name: Townsperson, choice: 'agree' | 'disagree', version = 1) =>
      commands.takeStand(database, member(name), { slug, number, choice, version })
    expect((await theRecommendation()).agreement).toBeNull()
    await say('alice', 'agree')
    await say('dora', 'agree')
    expect((await theRecommendation()).agreement).toEqual({ kind: 'consensus', for: 2, against: 0, silent: 1 })
    await say('bashir', 'agree')
    await say('bashir', 'disagree')
    expect((await theRecommendation()).agreement).toEqual({ kind: 'majority', for: 2, against: 1, silent: 0 })
    const words = { slug, number, text: 'Too bright for the birds.' }
    expect(await commands.writeMinorityText(database, member('alice'), words)).toEqual({
      ok: false,
      refusal: 'only-who-disagrees',
    })
    expect(await commands.writeMinorityText(database, member('bashir'), words)).toEqual({ ok: true, value: null })
    expect((await theRecommendation()).minorityText).toBe(words.text)
    await text().write(member('dora'), withWords('The 34 crossings are lit.', 'The 34 crossings are lit in amber.'))
    expect((await theRecommendation()).agreement).toBeNull()
    expect(await say('alice', 'agree', 1)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
    const told = await entries(read(), { problem, limit: 50 })
    const stands = told.filter((entry) => entry.kind === 'draft.stand-taken')
    expect(stands.map((entry) => entry.public)).toEqual(stands.map(() => ({ number })))
  })

  it('waits on the desk of a member until she has said', async () => {
    const number = await aRecommendation()
    const account = town.people.alice.account as Id<'account'>
    const count = async () =>
      (await waitingForStand(read(), account, [problem])).find((one) => one.problem === problem)?.count
    expect(await count()).toBe(1)
    await commands.takeStand(database, member('alice'), { slug, number, choice: 'agree', version: 1 })
    expect(await count()).toBeUndefined()
  })
})

describe('after the hand-over', () => {
  it('nothing moves any more, and the record holds the whole text', async () => {
    const number = await aRecommendation()
    await database.transact(town.place.id, null, (tx) => commands.freezeDraft(tx, problem))
    await database.transact(town.place.id, null, (tx) => commands.freezeDraft(tx, problem))
    const who = member('alice')
    const late = await Promise.all([
      typeText(database, who, { slug, change: (now) => accept(now) }),
      saveVersion(database, who, { slug, reason: 'More.' }),
      commands.takeStand(database, who, { slug, number, choice: 'agree', version: 1 }),
      commands.writeMinorityText(database, who, { slug, number, text: 'No.' }),
    ])
    expect(late).toEqual(late.map(() => ({ ok: false, refusal: 'handed-over' })))
    const told = (await entries(read(), { problem })).filter((entry) => entry.kind === 'draft.handed-over')
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told[0]?.public)).toContain('The 34 crossings are lit.')
  })

  it('hidden words once stood in the record for ever: they stay out of it', async () => {
    const number = await aRecommendation()
    const { clauses } = await theRecommendation(number)
    const [clause] = clauses
    if (!clause) throw new Error('it has a clause')
    await database.transact(town.place.id, town.people.gita, (tx) =>
      hide(tx, town.people.gita, { about: { kind: 'clause', id: clause.id }, rule: 'spam', reason: 'A test' }),
    )
    await database.transact(town.place.id, null, (tx) => commands.freezeDraft(tx, problem))
    const [told] = (await entries(read(), { problem })).filter((entry) => entry.kind === 'draft.handed-over')
    expect(JSON.stringify(told?.public)).toContain(hiddenWords)
    expect(JSON.stringify(told?.public)).not.toContain(clause.text)
  })

  it('the database itself refuses, should somebody forget to ask', async () => {
    const number = await aRecommendation()
    const { section } = await theRecommendation(number)
    await database.transact(town.place.id, null, (tx) => commands.freezeDraft(tx, problem))
    const forget = database.transact(town.place.id, null, (tx) =>
      putClause(tx, { section, number: 9, text: 'Sneaked in', writtenBy: null, as: 'staff' }),
    )
    await expect(forget).rejects.toThrow(/handed over/)
  })
})

describe('a told case', () => {
  it('shows what its sources know: shares, a minority text, days or unknown', async () => {
    await database.transact(town.place.id, null, async (tx) => {
      const idea = await retellIdea(tx, {
        problem,
        kind: 'experience',
        title: 'Summary of replies',
        text: 'Against.',
        place: '',
        language: 'en',
        day: null,
        source: 'https://example.org',
      })
      await retellRecommendation(tx, {
        problem,
        title: 'Allow civil marriage',
        text: '',
        clauses: [{ text: 'Allow it.', cites: [{ kind: 'idea', id: idea }] }],
        agreement: { kind: 'majority', for: 79, against: 19, silent: 1 },
        minorityText: 'Nineteen did not.',
        day: null,
        source: 'https://example.org',
      })
      await retellRecommendation(tx, {
        problem,
        title: 'Say nothing',
        text: '',
        clauses: [],
        agreement: null,
        minorityText: '',
        day: null,
        source: 'https://example.org',
      })
    })
    const [marriage, nothing] = await recommendationsOf(read(), problem)
    expect(marriage?.agreement).toEqual({ kind: 'majority', for: 79, against: 19, silent: 1 })
    expect(marriage?.minorityText).toBe('Nineteen did not.')
    expect(nothing?.agreement).toBeNull()
  })
})

/** It once went to everybody upstream: to who only follows the case, and to them once for each clause. */
it('only who wrote what a clause cites hears that it builds on what she wrote, once for each recommendation', async () => {
  const idea = await anIdea('aisha')
  await anIdea('klub')
  const { account: emil } = town.people.emil
  if (!emil) throw new Error('Emil has no account')
  await database.transact(town.place.id, null, (tx) =>
    follow(tx, { account: emil, about: { kind: 'problem', id: problem } }),
  )
  const section = aSection('Light the crossings', ['The 34 crossings are lit.', 'They are lit all night.'])
  await text().write(member('alice'), withSection(section))
  for (const [i, by] of (['alice', 'bashir'] as const).entries()) {
    const clause = section.clauses[i]?.id ?? newId('clause')
    expect(await citeFrom(database, member(by), { slug, clause, cites: [idea] })).toMatchObject({ ok: true })
  }
  const { rows } = await database.queueSql("select data from pgboss.job where name = 'notices.tell'")
  const tell = tellJob({ origin: () => 'https://folkmoot.example', say: () => (message) => message })
  for (const { data } of rows as readonly { readonly data: Job }[]) await tell(database, data)
  const heard = async (name: Townsperson) => {
    const { account } = town.people[name]
    const notices = account ? await noticesOf(read(), account) : []
    return notices.filter(({ message, params }) => message === 'told.cited' && params['problem'] === slug).length
  }
  expect(await Promise.all((['aisha', 'klub', 'emil', 'dora', 'bashir'] as const).map(heard))).toEqual([1, 0, 0, 0, 0])
})
