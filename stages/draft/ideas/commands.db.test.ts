import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hide } from '../../../platform/moderation/index.ts'
import { followersOf } from '../../../platform/notices/index.ts'
import { bindCards } from '../../../platform/thread/index.ts'
import type { Problem } from '../../problem/index.ts'
import { draftCards } from '../cards.ts'
import { addComment, type CommentInput } from './commenting.ts'
import { commentCount, commentsOf, commentsOnPage, pagesOfComments } from './comment-store.ts'
import { joinIdea, leaveIdea } from './joining.ts'
import { joinedCount } from './joined-store.ts'
import { ideaOrders, ideaQueryOf, ideasOnPage } from './list-rules.ts'
import { countIdeas, listIdeas } from './list-store.ts'
import { nearIdeas } from './near.ts'
import { mostWrittenDown } from './rules.ts'
import { searchIdeas } from './search-store.ts'
import { ideasPoll, sortIdeas } from './sorting.ts'
import { aCase, anIdea, crossing, memberOf } from './testing.ts'
import { writeDownIdea, type WriteDownInput } from './writing-down.ts'

let home: TestDatabase
let database: Database
let town: Town
let problem: Problem

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, connections: 4 })
  town = await foundTown(database)
  bindCards('idea', draftCards.idea)
  bindCards('comment', draftCards.comment)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})
beforeEach(async () => {
  problem = await aCase(database, town)
})

const read = () => database.read(town.place.id)

async function listed(query: string): Promise<readonly string[]> {
  const { ideas } = await listIdeas(read(), problem.id, ideaQueryOf(new URLSearchParams(query)))
  return ideas.map(({ idea }) => idea.title)
}

describe('what is near', () => {
  const near = async (words: string, more = {}): Promise<readonly string[]> =>
    (await nearIdeas(read(), problem.id, { words, languages: ['en', 'da'], ...more })).map(({ idea }) => idea.title)

  it('is found by other forms of its words, in this case alone', async () => {
    const { alice } = town.people
    await anIdea(database, alice, problem)
    await anIdea(database, alice, problem, { title: 'A later bus', text: 'The last one leaves at six.', place: '' })
    const other = await aCase(database, town)
    await anIdea(database, alice, other, { title: 'Dark crossings elsewhere' })
    expect(await near('The crossings are dark near the libraries')).toEqual(['Dark crossing'])
  })

  it('leaves out what is hidden', async () => {
    const idea = await anIdea(database, town.people.alice, problem)
    await database.transact(town.place.id, town.people.gita, (tx) =>
      hide(tx, town.people.gita, { about: { kind: 'idea', id: idea.id }, rule: 'spam', reason: 'A test' }),
    )
    expect(await near('dark crossing at the library')).toEqual([])
  })
})

describe('saying that it says what I mean', () => {
  const at = async () => ({ slug: problem.slug, number: (await anIdea(database, town.people.aisha, problem)).number })

  it('counts once, tells nobody who, and is taken back', async () => {
    const { bashir, alice } = town.people
    const idea = await anIdea(database, town.people.aisha, problem)
    const where = { slug: problem.slug, number: idea.number }
    expect(await joinIdea(database, bashir, where)).toEqual({ ok: true, value: null })
    expect(await joinIdea(database, alice, where)).toEqual({ ok: true, value: null })
    expect(await joinIdea(database, bashir, where)).toEqual({ ok: false, refusal: 'already-joined' })
    expect(await joinedCount(read(), idea.id)).toBe(2)
    expect(await followersOf(read(), [idea.id])).toContain(bashir.account)
    const told = JSON.stringify((await entries(read(), { problem: problem.id })).map((entry) => entry.public))
    expect(told).not.toContain(bashir.account)
    expect(await leaveIdea(database, bashir, where)).toEqual({ ok: true, value: null })
    expect(await joinedCount(read(), idea.id)).toBe(1)
    expect(await leaveIdea(database, bashir, where)).toEqual({ ok: false, refusal: 'not-joined' })
  })

  it('is for nobody’s own, not for staff, and only for what is there', async () => {
    expect(await joinIdea(database, town.people.aisha, await at())).toEqual({ ok: false, refusal: 'own-idea' })
    expect(await joinIdea(database, town.people.gita, await at())).toEqual({ ok: false, refusal: 'staff-never-join' })
    expect(await joinIdea(database, town.people.bashir, { slug: problem.slug, number: 99 })).toEqual({
      ok: false,
      refusal: 'no-such-idea',
    })
  })
})

describe('saying something to it', () => {
  const say = (actor: Parameters<typeof addComment>[1], more: Partial<CommentInput> & { readonly number: number }) =>
    addComment(database, actor, { slug: problem.slug, text: 'So it is.', language: 'en', replyTo: null, ...more })

  it('stands with its replies under it, each as what she spoke as', async () => {
    const { number, id } = await anIdea(database, town.people.aisha, problem)
    await say(town.people.bashir, { number, text: 'One' })
    await say(memberOf(town, problem.id, 'alice'), { number, text: 'Two' })
    await say(town.people.dora, { number, text: 'To one', replyTo: 1 })
    await say(town.people.gita, { number, text: 'To one, too', replyTo: 1 })
    const said = await commentsOf(read(), id, 1)
    expect(said.map(({ text, as, head }) => [text, as, head])).toEqual([
      ['One', 'resident', 1],
      ['To one', 'politician', 1],
      ['To one, too', 'staff', 1],
      ['Two', 'member', 2],
    ])
    expect(await commentCount(read(), id)).toBe(4)
  })

  it('is no reply to a reply, and none to what is not there; the database refuses it too', async () => {
    const idea = await anIdea(database, town.people.aisha, problem)
    const { number } = idea
    await say(town.people.bashir, { number })
    await say(town.people.alice, { number, replyTo: 1 })
    expect(await say(town.people.bashir, { number, replyTo: 2 })).toEqual({ ok: false, refusal: 'reply-to-reply' })
    expect(await say(town.people.bashir, { number, replyTo: 7 })).toEqual({ ok: false, refusal: 'no-such-comment' })
    await expect(
      database.transact(town.place.id, null, (tx) =>
        sql`
          insert into draft.comment (jurisdiction_id, id, problem_id, idea_id, number, head, text, language, written_by, written_as, written_at)
          values (${tx.jurisdiction}, gen_random_uuid(), ${problem.id}, ${idea.id}, 3, 2, 'x', 'en', ${town.people.alice.account}, 'resident', now())`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow('not under a reply')
  })

  it('comes in pages on which nothing is missing and nothing twice', async () => {
    const { number, id } = await anIdea(database, town.people.aisha, problem)
    const many = commentsOnPage * 2 + 5
    for (let at = 0; at < many; at += 1) await say(town.people.bashir, { number, replyTo: at % 3 === 2 ? 1 : null })
    const pages = await Promise.all([1, 2, 3, 4].map((page) => commentsOf(read(), id, page)))
    expect(pages.map(({ length }) => length)).toEqual([commentsOnPage, commentsOnPage, 5, 0])
    const numbers = pages.flat().map((one) => one.number)
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: many }, (_, at) => at + 1))
    const ids = pages.flat().map((one) => one.id)
    const named = await pagesOfComments(read(), ids)
    for (const [at, page] of pages.entries()) for (const one of page) expect(named.get(one.id)).toBe(at + 1)
  })
})

describe('a list', () => {
  it('knows what waits for a word of the group, what is cited, and each kind', async () => {
    const { aisha, bashir, dora } = town.people
    await anIdea(database, aisha, problem, { title: 'First' })
    const second = await anIdea(database, bashir, problem, { title: 'Second', kind: 'idea' })
    expect(await listed('order=newest')).toEqual(['Second', 'First'])
    expect(await listed('order=unheard')).toEqual(['First', 'Second'])
    const words = { slug: problem.slug, number: second.number, text: 'I see.', language: 'en', replyTo: null }
    await addComment(database, bashir, words)
    expect(await listed('order=unheard')).toEqual(['First', 'Second'])
    await addComment(database, dora, words)
    expect(await listed('order=unheard')).toEqual(['First'])
    expect(await listed('kind=idea')).toEqual(['Second'])
    expect(await listed('cited=yes')).toEqual([])
    expect(await listed('cited=no&order=newest')).toEqual(['Second', 'First'])
    expect(await listed('page=2')).toEqual([])
  })

  it('comes in pages on which nothing is missing and nothing twice, in every order', async () => {
    const many = ideasOnPage * 2 + 3
    for (let at = 0; at < many; at += 1)
      await anIdea(database, town.people.aisha, problem, { title: `Number ${at}`, area: at % 2 ? 'Quay' : '' })
    for (const order of ideaOrders) {
      const pages = await Promise.all([1, 2, 3, 4].map((page) => listed(`order=${order}&page=${page}`)))
      expect(pages.map(({ length }) => length)).toEqual([ideasOnPage, ideasOnPage, 3, 0])
      expect(new Set(pages.flat()).size).toBe(many)
    }
    expect(await listed('area=Quay&order=newest')).toHaveLength(ideasOnPage)
  })

  it('is sorted by the job: what speaks to the question first; what comes later stands behind until then', async () => {
    const { aisha } = town.people
    await anIdea(database, aisha, problem, { title: 'Cake', text: 'More cake at the bakery.', place: '' })
    await anIdea(database, aisha, problem, { title: 'Light', text: 'Light the way to school.', place: '' })
    expect(await listed('')).toEqual(['Cake', 'Light'])
    await ideasPoll(database, town.place.id)
    expect(await listed('')).toEqual(['Light', 'Cake'])
    await anIdea(database, aisha, problem, { title: 'Dark', text: 'Dark way to school for children.', place: '' })
    await ideasPoll(database, town.place.id)
    expect(await listed('')).toEqual(['Light', 'Cake', 'Dark'])
  })

  it('says of each idea whether it has its place yet: what came after the sorting stands behind, and has not', async () => {
    const ordered = async () =>
      (await listIdeas(read(), problem.id, ideaQueryOf(new URLSearchParams()))).ideas.map(({ isOrdered }) => isOrdered)
    await anIdea(database, town.people.aisha, problem, { title: 'Light' })
    await anIdea(database, town.people.aisha, problem, { title: 'No words', text: '.', place: '' })
    expect(await ordered()).toEqual([false, false])
    await ideasPoll(database, town.place.id)
    expect(await ordered()).toEqual([true, true])
    await anIdea(database, town.people.aisha, problem, { title: 'Dark' })
    expect(await ordered()).toEqual([true, true, false])
    await sortIdeas(database, town.place.id, problem.id)
    expect(await ordered()).toEqual([true, true, true])
  })
})

describe('what staff write down', () => {
  const letter = (more: Partial<WriteDownInput> = {}): WriteDownInput => ({
    slug: problem.slug,
    ...crossing,
    channel: 'paper',
    occasion: '',
    email: '',
    ...more,
  })

  it('is nobody’s, is seen as such, has a number to ask by, and tells whose it is', async () => {
    const { chen, bashir } = town.people
    const written = await writeDownIdea(database, chen, letter({ email: 'bashir@example.org' }))
    if (!written.ok) throw new Error(written.refusal)
    const { ideas } = await listIdeas(read(), problem.id, ideaQueryOf(new URLSearchParams()))
    expect(ideas[0]?.idea).toMatchObject({ channel: 'paper', writtenBy: null })
    expect(await followersOf(read(), [written.value.id])).toEqual([bashir.account])
    expect(await countIdeas(read(), problem.id)).toMatchObject({ all: 1, byStaff: 1 })
    const asked = { words: written.value.receipt, configurations: ['english' as const] }
    expect((await searchIdeas(read(), asked, 5)).map(({ id }) => id)).toEqual([written.value.id])
  })

  it('is refused to who is no staff, without the name of the event, and beyond what one may in a day', async () => {
    const { alice, gita } = town.people
    expect(await writeDownIdea(database, alice, letter())).toEqual({ ok: false, refusal: 'only-staff-write-down' })
    expect(await writeDownIdea(database, gita, letter({ channel: 'event' }))).toEqual({
      ok: false,
      refusal: 'occasion-needed',
    })
    for (let at = 0; at < mostWrittenDown; at += 1)
      expect((await writeDownIdea(database, gita, letter({ title: `Letter ${at}` }))).ok).toBe(true)
    expect(await writeDownIdea(database, gita, letter())).toEqual({ ok: false, refusal: 'quota-used' })
  })
})
