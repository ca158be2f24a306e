import { newId, type Id, type Noun } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../platform/db/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { openFileStore } from '../../platform/files/index.ts'
import { emptyForm, visit } from '../../platform/http/index.ts'
import { nobody } from '../../platform/identity/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { hide } from '../../platform/moderation/index.ts'
import { retellAnswers } from '../../stages/decision/index.ts'
import { retellCommitment } from '../../stages/delivery/index.ts'
import { retellIdea, retellRecommendation } from '../../stages/draft/index.ts'
import { retellEvidence, retellNote, retellQuestion } from '../../stages/inquiry/index.ts'
import { retellMeeting } from '../../stages/meeting/index.ts'
import { retellHearing } from '../../stages/opinion/index.ts'
import { retellProblem } from '../../stages/problem/index.ts'
import { searchRoutes } from './routes.tsx'

const own = await testDatabase()
const database = openDatabase({ url: own.url, connections: 4 })
const source = 'https://folkmoot.example/harbour'
const told = { source, language: 'en' } as const
const day = Temporal.PlainDate.from('2026-01-01')

beforeAll(async () => {
  await foundTown(database)
})

afterAll(async () => {
  await database.close()
  await own.drop()
})

/** A case in which every kind of thing has this word, in a town of its own. */
async function townTold(word: string, mark = word) {
  const town = await foundTown(database)
  const ids = await database.transact(town.place.id, null, async (tx) => {
    const problem = await retellProblem(tx, {
      ...told,
      slug: 'harbour',
      question: `How do we live at the quay of ${mark}?`,
      whatHappens: `Each winter brings ${word}.`,
      whoIsAffected: 'Everyone',
      actors: [],
    })
    const about = { ...told, problem }
    const idea = await retellIdea(tx, {
      ...about,
      kind: 'idea',
      title: `A gate ${mark}`,
      text: `Stop the ${word}`,
      place: '',
      day,
    })
    const question = await retellQuestion(tx, {
      ...about,
      to: null,
      question: `Who pays ${mark}?`,
      background: `After ${word}`,
      askedOn: day,
      reply: null,
    })
    const evidence = await retellEvidence(tx, {
      ...about,
      question: `What does it cost ${mark}?`,
      orderedOn: day,
      answers: [
        {
          by: 'The office',
          side: 'administration',
          text: `${word} costs much`,
          sources: 'A table',
          uncertain: '',
          on: day,
        },
      ],
    })
    const note = await retellNote(tx, {
      ...about,
      person: town.people.dora.person ?? newId('person'),
      heard: `They fear ${word}`,
      changed: 'My mind',
      why: '',
      writtenOn: day,
    })
    await sql`
      insert into meeting.gathering (jurisdiction_id, id, problem_id, number, title, about, place, starts_at, ends_at, announced_by,
        announced_at, changed_at, headcount, result, result_by, result_at)
      select ${tx.jurisdiction}, gen_random_uuid(), ${problem}, n, ${`A walk ${mark}`}, 'We walk', 'Quay', now(), now() + interval '1 hour',
        ${town.people.dora.account}, now(), now(), r.headcount, r.result, r.by, r.at
      from (values (1, 12, ${`Twelve spoke of ${word}`}, ${town.people.dora.account}::uuid, now()), (2, null, '', null, null))
        r (n, headcount, result, by, at)`.execute(tx)
    const meeting = await retellMeeting(tx, {
      problem,
      source,
      title: `Third evening ${mark}`,
      day,
      hours: null,
      place: 'Town hall',
      isOpen: true,
      items: [{ title: 'Maps', minutes: `We saw maps of ${word}.`, decision: '' }],
    })
    const at = Temporal.Instant.from('2026-01-01T12:00:00Z')
    await retellHearing(tx, {
      ...about,
      openedOn: day,
      openedAt: at,
      closedAt: at.add({ hours: 24 }),
      statements: [{ text: `Let nobody build where there was ${word} ${mark}`, replies: null }],
    })
    const recommendation = await retellRecommendation(tx, {
      problem,
      source,
      title: `A wall ${mark}`,
      text: 'Build it.',
      clauses: [{ text: `High enough for any ${word}.`, cites: [] }],
      agreement: null,
      minorityText: '',
      day,
    })
    const { answers } = await retellAnswers(tx, {
      problem,
      source,
      body: town.council,
      handedOverOn: day,
      isClosed: true,
      answers: [
        {
          recommendation,
          number: 1,
          title: `A wall ${mark}`,
          text: 'Build it.',
          kind: 'accept',
          reason: `Because of the ${word}`,
          answeredOn: day,
          source,
        },
      ],
    })
    await retellCommitment(tx, {
      problem,
      source,
      answer: answers.get(recommendation) ?? null,
      title: `Wall against ${word} ${mark}`,
      standing: 'promised',
    })
    return { problem, idea, question, evidence, note, meeting, recommendation }
  })
  const read = database.read(town.place.id)
  const { rows } = await sql<{
    clause: Id<'clause'>
    statement: Id<'statement'>
    framing: Id<'framing'>
    finding: Id<'finding'>
    item: Id<'item'>
    gathering: Id<'gathering'>
  }>`select (select id from inquiry.finding) as finding, (select id from meeting.item) as item,
    (select id from meeting.gathering where number = 1) as gathering, (select id from draft.clause) as clause, (select id from opinion.statement) as statement, (select id from problem.framing) as framing`.execute(
    read,
  )
  const [more] = rows
  if (!more) throw new Error('one row')
  return { town, ids: { ...ids, ...more } }
}

const kinds = [
  'cases',
  'recommendations',
  'answers',
  'commitments',
  'ideas',
  'statements',
  'questions',
  'facts',
  'notes',
  'meetings',
  'points',
  'events',
]

async function search(town: Town, q: string, lang = 'en'): Promise<string> {
  const [route] = searchRoutes
  if (!route) throw new Error('search has a route')
  const reply = await route.handle(
    visit({
      lang,
      jurisdiction: town.place,
      actor: nobody(town.place.id),
      database,
      now: Temporal.Now.instant(),
      query: new URLSearchParams({ q }),
      params: { lang, jurisdiction: town.place.slug },
      form: emptyForm,
      files: openFileStore(''), // a search opens none
      origin: 'https://folkmoot.example',
      originHere: 'https://folkmoot.example',
      isDemo: false,
      isIsland: false,
    }),
  )
  if (reply.kind !== 'page') throw new Error(`search answered ${reply.kind}`)
  return String(await reply.body)
}

function groups(html: string): readonly string[] {
  return [...html.matchAll(/ id="found-([a-z]+)"/g)].map((match) => match[1] ?? '')
}

async function hideIn(town: Town, kind: Noun, id: Id) {
  const hidden = await database.transact(town.place.id, town.people.gita, (tx) =>
    hide(tx, town.people.gita, { about: { kind, id }, rule: 'personal-data', reason: 'Names a neighbour' }),
  )
  expect(hidden.ok).toBe(true)
}

test('“flood” found neither “flooding” nor the harbour: every kind is found by the stem of a word, with a link', async () => {
  const { town } = await townTold('flooding')
  const html = await search(town, 'flood')
  expect(groups(html)).toEqual(kinds)
  const at = `/en/${town.place.slug}/problems/harbour`
  for (const path of [
    '',
    '/draft/1',
    '/answer/1',
    '/delivery/1',
    '/ideas/1',
    '/statements/1',
    '/questions/1',
    '/evidence/1',
    '/notes#note-1',
    '/meetings/1',
    '/meetings/1#item-1',
    '/events/1',
  ])
    expect(html).toContain(`href="${at}${path}"`)
  expect(html, 'an event nobody has told of says nothing yet').not.toContain('/events/2')
  expect(html).toContain('Answer to recommendation 1: A wall flooding') // told of its source, so no proposal
  expect(html).toContain('We saw maps of flooding.')
  expect(html).toContain('In the case “How do we live at the quay of flooding?”')
  expect(groups(await search(town, 'flood -winter'))).not.toContain('cases')
})

test('Danish words have their stems too, and a part of a word finds cases and people', async () => {
  const { town } = await townTold('oversvømmelser')
  expect(groups(await search(town, 'oversvømmelse', 'da'))).toEqual(kinds)
  expect(groups(await search(town, 'svømm'))).toEqual(['cases'])
  expect(groups(await search(town, 'dor'))).toEqual(['people'])
})

test('a place of another language finds words as they are written', async () => {
  const { town } = await townTold('Hochwasser')
  const elsewhere = { ...town, place: { ...town.place, languages: ['de'] } }
  expect(groups(await search(elsewhere, 'hochwasser'))).toEqual(kinds)
})

test('words of a text and of its clause are found together', async () => {
  const { town } = await townTold('flooding')
  expect(groups(await search(town, 'build flood'))).toEqual(['recommendations', 'statements'])
})

test('what is hidden is not found, nor by its clause, its agenda or its framing', async () => {
  const { town, ids } = await townTold('flooding')
  const { idea, statement, question, recommendation, problem } = ids
  const { evidence, note, gathering } = ids
  for (const [kind, id] of Object.entries({ idea, statement, question, evidence, note, gathering, problem }))
    await hideIn(town, kind as Noun, id)
  expect(groups(await search(town, 'flood'))).toEqual([
    'recommendations',
    'answers',
    'commitments',
    'meetings',
    'points',
  ])
  await hideIn(town, 'recommendation', recommendation)
  await hideIn(town, 'meeting', ids.meeting)
  expect(groups(await search(town, 'flood'))).toEqual(['commitments'])

  const other = await townTold('flooding', 'dike')
  await hideIn(other.town, 'clause', other.ids.clause)
  await hideIn(other.town, 'framing', other.ids.framing)
  const html = await search(other.town, 'flood')
  expect(groups(html)).not.toContain('recommendations')
  expect(groups(html)).not.toContain('cases')
})

test('a hidden answer and a hidden point are found by nothing they say', async () => {
  const { town, ids } = await townTold('flooding', 'dike')
  await hideIn(town, 'finding', ids.finding)
  await hideIn(town, 'item', ids.item)
  const html = await search(town, 'flood')
  expect(groups(html)).not.toContain('facts')
  expect(groups(html)).not.toContain('points')
  expect(groups(await search(town, 'dike')), 'the fact itself still is').toContain('facts')
})

test('what was said behind closed doors, taken off the agenda or ordered and withdrawn is not found', async () => {
  const { town, ids } = await townTold('flooding')
  const { gita } = town.people
  await database.transact(town.place.id, null, async (tx) => {
    await sql`
      insert into meeting.meeting (jurisdiction_id, id, problem_id, number, title, day, starts_at, ends_at, place, is_open, closed_ground,
        closed_by, closed_at, called_by, called_at, changed_at)
      select ${tx.jurisdiction}, m.id, ${ids.problem}, m.number, 'An evening', '2026-01-02', now() - interval '2 hours',
        now() - interval '1 hour', 'Hall', m.is_open, case when m.is_open then '' else 'A person' end,
        case when m.is_open then null else ${gita.account}::uuid end, case when m.is_open then null else now() end,
        ${gita.account}, now(), now()
      from (values (${newId('meeting')}::uuid, 8, false), (${newId('meeting')}::uuid, 9, true)) m (id, number, is_open)`.execute(
      tx,
    )
    await sql`
      insert into meeting.item (jurisdiction_id, id, meeting_id, number, position, title, minutes, taken_off_at)
      select ${tx.jurisdiction}, gen_random_uuid(), m.id, n, n, 'Tsunami', case when n = 1 then 'A tsunami' else '' end,
        case when m.number = 9 then now() end
      from meeting.meeting m, generate_series(1, 2) n
      where m.number in (8, 9)`.execute(tx)
  })
  expect(groups(await search(town, 'tsunami'))).toEqual([])
  await database.transact(town.place.id, null, (tx) =>
    sql`update inquiry.evidence set withdrawn_at = now(), withdrawn_by = ${gita.account}, withdrawn_words = 'No need'`.execute(
      tx,
    ),
  )
  expect(groups(await search(town, 'flood'))).not.toContain('facts')
})

test('a question is found by its answer', async () => {
  const { town, ids } = await townTold('flooding')
  await database.transact(town.place.id, null, (tx) =>
    retellQuestion(tx, {
      ...told,
      problem: ids.problem,
      to: null,
      question: 'Who pays?',
      background: '',
      askedOn: day,
      reply: { text: 'The lighthouse does.', on: day, isStaff: false },
    }),
  )
  const html = await search(town, 'lighthouses')
  expect(groups(html)).toEqual(['questions'])
  expect(html).toContain('The lighthouse does.')
  expect(groups(await search(town, '"lighthouse does"'))).toEqual(['questions'])
  expect(groups(await search(town, 'flood -lighthouse')), 'without a word').toContain('facts')
})

test('what is written in another place is never found', async () => {
  await townTold('tsunami')
  const { town } = await townTold('flooding')
  expect(groups(await search(town, 'tsunami'))).toEqual([])
  // The functions that read past row-level security hold the place themselves.
  const read = database.read(town.place.id)
  for (const name of ['draft.ideas', 'draft.recommendations', 'opinion.statements', 'inquiry.questions']) {
    const count = async (word: string) => {
      const { rows } = await sql`select * from ${sql.raw(name)}_with(${word}, '{english}')`.execute(read)
      return rows.length
    }
    expect([name, await count('tsunami'), await count('flood')]).toEqual([name, 0, 1])
  }
})

test('ten of a kind are shown, the best first, and how many more there are', async () => {
  const { town, ids } = await townTold('flooding')
  await database.transact(town.place.id, null, async (tx) => {
    for (let i = 0; i < 13; i++) {
      const text = i === 4 ? 'flood, floods and flooding' : `one flood among ${'very '.repeat(i + 20)}many words`
      await retellIdea(tx, {
        ...told,
        problem: ids.problem,
        kind: 'idea',
        title: `Thought ${i}`,
        text,
        place: '',
        day,
      })
    }
  })
  const html = await search(town, 'flood')
  expect(html.match(/\/ideas\/\d+"/g)).toHaveLength(10)
  expect(html.match(/\/ideas\/(\d+)"/)?.[1]).toBe('6')
  expect(html).toContain('4 more: narrow your words.')
})

test.each(['', '   ', 'word '.repeat(1000), 'x'.repeat(9000), '"', '-', 'a\u0000b', '\uD800', "'); --", '%_\\', 'the'])(
  'a clear page for %j',
  async (q) => {
    const { town } = await townTold('flooding')
    for (const lang of ['en', 'da']) {
      const html = await search(town, q, lang)
      expect(html.match(/<h1/g)).toHaveLength(1)
      if (q.length > 1000) expect(html).toContain(lang === 'en' ? 'Only your first words' : 'dine første ord')
    }
  },
)
