import { newId, type Id, type Noun, type Thing } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { emptyForm, visit as visitOf } from '../../../platform/http/index.ts'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { bindCards, upstream } from '../../../platform/thread/index.ts'
import { inquiryCards, retellEvidence, retellNote, retellQuestion } from '../../inquiry/index.ts'
import { meetingCards, retellMeeting } from '../../meeting/index.ts'
import { opinionCards, retellHearing } from '../../opinion/index.ts'
import { problemCards } from '../../problem/index.ts'
import { draftCards } from '../cards.ts'
import { citableKinds, citableOnPage, fewOfKind, readableCitable, seekCitable, type CitableKind } from '../citable.ts'
import { addIdea } from '../ideas/commands.ts'
import { draftRoutes } from '../routes.tsx'
import { citeFrom } from './citing.ts'
import { citationsOf } from './citation-store.ts'
import { arenaCards } from '../../arena/index.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'
import { aSection, withSection, writingIn } from './testing.ts'

let home: TestDatabase
let database: Database
let town: Town
let at: TestGroup
let clause: Id<'clause'>

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  const cards = { ...draftCards, ...problemCards, ...inquiryCards, ...meetingCards, ...opinionCards, ...arenaCards }
  for (const [kind, make] of Object.entries(cards)) bindCards(kind as Noun, make) // keys of the record
})
afterAll(async () => {
  await database.close()
  await home.drop()
})
beforeEach(async () => {
  at = await foundGroup(database, town)
  const section = aSection()
  await writingIn(database, at).write(at.member('alice'), withSection(section))
  clause = section.clauses[0]?.id ?? newId('clause')
})

const read = () => database.read(town.place.id)
const day = Temporal.PlainDate.from('2026-01-01')

/** Something of every kind in the case, each with this word in it. */
async function everythingSays(word: string, problem = at.problem): Promise<void> {
  const source = `https://example.org/${problem}/${word}`
  const told = { problem, source, language: 'en' } as const
  await database.transact(town.place.id, null, async (tx) => {
    await retellMeeting(tx, {
      ...told,
      title: `An evening on ${word}`,
      day,
      hours: null,
      place: null,
      isOpen: true,
      items: [
        { title: 'Maps', minutes: `We looked at ${word}.`, decision: '' },
        { title: 'Vote', minutes: '', decision: `We are for ${word}.` },
        { title: `Only ${word} on the agenda`, minutes: '', decision: '' },
      ],
    })
    await retellQuestion(tx, { ...told, to: null, question: `Who pays?`, background: word, askedOn: day, reply: null })
    await retellNote(tx, {
      ...told,
      person: town.people.dora.person ?? newId('person'),
      heard: `That ${word} matters`,
      changed: 'My mind',
      why: '',
      writtenOn: day,
    })
    await retellEvidence(tx, {
      ...told,
      question: 'What does it cost?',
      orderedOn: day,
      answers: [
        {
          by: 'The office',
          side: 'administration',
          text: `Of ${word}: much`,
          sources: 'A table',
          uncertain: '',
          on: day,
        },
      ],
    })
    const begun = Temporal.Instant.from('2026-01-01T12:00:00Z')
    await retellHearing(tx, {
      ...told,
      openedOn: day,
      openedAt: begun,
      closedAt: begun.add({ hours: 24 }),
      statements: [{ text: `More ${word}`, replies: null }],
    })
    await sql`
      insert into meeting.gathering (jurisdiction_id, id, problem_id, number, title, about, place, starts_at, ends_at, announced_by,
        announced_at, changed_at, headcount, result, result_by, result_at)
      select ${tx.jurisdiction}, gen_random_uuid(), ${problem}, n, 'A walk', 'We walk', 'Quay', now(), now() + interval '1 hour',
        ${town.people.dora.account}, now(), now(), r.headcount, r.result, r.by, r.at
      from (values (1, 12, ${`Twelve people spoke of ${word}`}, ${town.people.dora.account}::uuid, now()), (2, null, '', null, null))
        r (n, headcount, result, by, at)`.execute(tx)
    await sql`
      with g as (
        insert into arena.working_group (jurisdiction_id, id, problem_id, number, question, works_on, language, ends_on, opened_by, opened_at)
        select ${tx.jurisdiction}, gen_random_uuid(), ${problem}, count(*) + 1, 'Where is it dark?', 'We walk', 'en', now(),
          ${town.people.dora.account}, now()
        from arena.working_group where problem_id = ${problem}
        returning id
      )
      insert into arena.working_group_member (jurisdiction_id, working_group_id, account_id, is_named, joined_at)
      select ${tx.jurisdiction}, id, ${town.people.dora.account}, true, now() from g`.execute(tx)
    await sql`
      insert into arena.group_report (jurisdiction_id, id, working_group_id, number, title, text, language, written_by, written_at)
      select ${tx.jurisdiction}, gen_random_uuid(), g.id, 1, 'We walked', ${`We counted ${word}`}, 'en', ${town.people.dora.account}, now()
      from arena.working_group g
      where g.problem_id = ${problem} and not exists (select from arena.group_report r where r.working_group_id = g.id)`.execute(
      tx,
    )
    await sql`
      update problem.framing set who_is_affected = ${`Those who like ${word}`} where problem_id = ${problem}`.execute(
      tx,
    )
  })
  await ideaOf(word)
}

async function ideaOf(word: string): Promise<Id<'idea'>> {
  const added = await addIdea(database, town.people.aisha, {
    slug: at.slug,
    kind: 'experience',
    title: `I saw ${word}`,
    text: 'There.',
    place: '',
    language: 'en',
  })
  if (!added.ok) throw new Error(added.refusal)
  return added.value.id
}

type Asked = {
  readonly words?: string
  readonly kind?: CitableKind | null
  readonly page?: number
  readonly cited?: readonly Id[]
}

function seek({ words = '', kind = null, page = 1, cited = [] }: Asked = {}) {
  return seekCitable(read(), { problem: at.problem, languages: ['en', 'da'], words, kind, page, cited })
}

const counted = async (asked: Asked) => (await seek(asked)).map(({ kind, count }) => [kind, count])

it('can be anything said in the case, of every stage before: found by words, cited, followed back', async () => {
  await everythingSays('lanterns')
  const groups = await seek({ words: 'lantern' })
  // The agenda without minutes and the event without result say nothing yet.
  expect(groups.map(({ kind, count }) => [kind, count])).toEqual([
    ['idea', 1],
    ['group-report', 1],
    ['statement', 1],
    ['item', 2],
    ['evidence', 1],
    ['question', 1],
    ['gathering', 1],
    ['meeting', 1],
    ['note', 1],
    ['framing', 1],
  ])
  expect(groups.map(({ kind }) => kind)).toEqual(citableKinds)
  const found = groups.flatMap((group) => group.found.map(({ thing }) => thing))
  const cites = found.map(({ id }) => id)
  const cited = await citeFrom(database, at.member('alice'), { slug: at.slug, clause, cites })
  expect(cited).toEqual({ ok: true, value: { count: 11 } })
  expect((await citationsOf(read(), [clause])).map(({ thing }) => thing.id).toSorted()).toEqual(cites.toSorted())
  const strands = await upstream(read(), { kind: 'clause', id: clause })
  for (const thing of found) expect(strands.map(({ to }) => to)).toContainEqual(thing)
  expect(await counted({ words: 'lantern', cited: cites }), 'what is named is not offered again').toEqual([])
  expect(await counted({ words: 'lantern bridge' }), 'all the words').toEqual([])
})

it('is shown by pages of one kind, all of them and each once', async () => {
  const ids = []
  for (let n = 0; n < 45; n += 1) ids.push(await ideaOf(n % 2 === 0 ? 'an owl' : 'a bat'))
  expect((await seek())[0]).toMatchObject({ kind: 'idea', count: 45 })
  expect((await seek())[0]?.found).toHaveLength(fewOfKind)
  const pages = await Promise.all([1, 2, 3].map((page) => seek({ kind: 'idea', page })))
  const seen = pages.flatMap(([group]) => group?.found.map(({ thing }) => thing.id) ?? [])
  expect(pages.map(([group]) => group?.found.length)).toEqual([citableOnPage, citableOnPage, 5])
  expect(seen, 'the newest first').toEqual(ids.toReversed())
  expect((await seek({ words: 'owls', kind: 'idea' }))[0]?.count).toBe(23)
  const [beyond] = await seek({ kind: 'idea', page: 9 })
  expect(beyond?.found, 'a page that is no more is the first').toHaveLength(citableOnPage)
})

it('is nothing of another case, nothing hidden, and nothing said behind closed doors', async () => {
  const other = await foundGroup(database, town)
  await everythingSays('lanterns', other.problem)
  expect(await counted({ words: 'lantern' }), 'the idea was written here').toEqual([['idea', 1]])
  await everythingSays('herons')
  const [items] = await seek({ words: 'heron', kind: 'item' })
  const [meeting] = await seek({ words: 'heron', kind: 'meeting' })
  const [idea] = await seek({ words: 'heron', kind: 'idea' })
  for (const thing of [meeting?.found[0]?.thing, idea?.found[0]?.thing]) if (thing) await hide(thing)
  const left = (await seek({ words: 'heron' })).map(({ kind }) => kind)
  expect(left).toEqual(['group-report', 'statement', 'evidence', 'question', 'gathering', 'note', 'framing'])
  const cite = { slug: at.slug, clause }
  for (const thing of [idea?.found[0]?.thing, items?.found[0]?.thing, meeting?.found[0]?.thing]) {
    const cites = [thing?.id ?? '']
    expect(await citeFrom(database, at.member('alice'), { ...cite, cites })).toEqual({
      ok: false,
      refusal: 'cites-hidden',
    })
    expect(await refusedIn('en', cites)).toContain('One of the contributions you ticked was hidden.')
    expect(await refusedIn('da', cites)).toContain('Et af de bidrag, du satte hak ved, er skjult.')
  }
  const closed = await database.transact(town.place.id, null, async (tx) => {
    const [id, item] = [newId('meeting'), newId('item')]
    await sql`
      insert into meeting.meeting (jurisdiction_id, id, problem_id, number, title, day, starts_at, ends_at, place, is_open, closed_ground,
        closed_by, closed_at, called_by, called_at, changed_at)
      values (${tx.jurisdiction}, ${id}, ${at.problem}, 9, 'Closed', '2026-01-02', now() - interval '2 hours', now() - interval '1 hour',
        'Hall', false, 'A person', ${town.people.dora.account}, now(), ${town.people.dora.account}, now(), now())`.execute(
      tx,
    )
    await sql`
      insert into meeting.item (jurisdiction_id, id, meeting_id, number, position, title, minutes)
      values (${tx.jurisdiction}, ${item}, ${id}, 1, 1, 'A heron of hers', 'Said in private')`.execute(tx)
    return item
  })
  expect(await counted({ words: 'heron', kind: 'item' })).toEqual([])
  expect(await citeFrom(database, at.member('alice'), { ...cite, cites: [closed, 'no-id'] })).toEqual({
    ok: false,
    refusal: 'cites-unknown',
  })
})

it('names no point of a meeting that was hidden after it was cited: its title stood on the clause and in the whole text', async () => {
  await everythingSays('otters')
  const [items] = await seek({ words: 'otter', kind: 'item' })
  const [meetings] = await seek({ words: 'otter', kind: 'meeting' })
  const [maps, meeting] = [items?.found.find(({ title }) => title === 'Maps')?.thing, meetings?.found[0]?.thing]
  if (!maps || !meeting) throw new Error('said there')
  await citeFrom(database, at.member('alice'), { slug: at.slug, clause, cites: [maps.id] })
  const readable = async () => (await readableCitable(read(), [maps])).map(({ title }) => title)
  expect(await readable()).toEqual(['Maps'])
  expect(await pageOf('draft.clause')).toContain('#item-1')
  await hide(meeting)
  expect(await readable()).toEqual([])
  for (const address of ['draft.clause', 'draft.page'] as const)
    for (const trace of ['Maps', '#item-1']) expect(await pageOf(address)).not.toContain(trace)
  expect(
    (await citationsOf(read(), [clause])).map(({ thing }) => thing.id),
    'the citation stands',
  ).toEqual([maps.id])
})

async function hide(thing: Thing): Promise<void> {
  await database.transact(town.place.id, null, (tx) =>
    sql`
      insert into moderation.hidden (jurisdiction_id, about_kind, about_id, rule, reason, hidden_by, hidden_by_role, hidden_at)
      values (${tx.jurisdiction}, ${thing.kind}, ${thing.id}, 'spam', 'A test', ${town.people.chen.account}, 'clerk', now())`.execute(
      tx,
    ),
  )
}

/** A page as a visitor reads it. */
async function pageOf(address: 'draft.clause' | 'draft.page'): Promise<string> {
  return textOf(
    await answerAt(draftRoutes, address, visitIn(database, town.place, { params: { problem: at.slug, clause } })),
  )
}

/** The page that answers who ticked this. */
async function refusedIn(lang: string, cites: readonly string[]): Promise<string> {
  const row = draftRoutes.find((route) => route.at === 'draft.cite')
  const reply = await row?.handle(
    visitOf({
      lang,
      jurisdiction: town.place,
      actor: at.member('alice'),
      database,
      now: Temporal.Now.instant(),
      params: { problem: at.slug, clause },
      form: { ...emptyForm, typed: { cites, q: ['heron'] } },
      isDemo: false,
      isIsland: false,
      query: new URLSearchParams(),
      origin: 'http://localhost',
    } as unknown as Parameters<typeof visitOf>[0]), // what a page of the stage uses of it
  )
  if (reply?.kind !== 'page') throw new Error('no page')
  expect(reply.status).toBe(422)
  const html = `${await reply.body}`
  expect(html, 'what was sought is kept').toContain('value="heron"')
  return html
}
