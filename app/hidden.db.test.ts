import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonKey } from './demo/lindhavn/cast.ts'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { readLinked } from './testing-crawl.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { type TestHouse } from './testing.ts'

/** What a moderator hid is read nowhere: not on its page, and not where other pages name it. */

let house: TestHouse
let town: Lindhavn

/** A word nobody else writes, in every text that can be hidden, with the table it stands in. */
const texts = {
  'problem.framing': [
    'question',
    'what_happens',
    'who_is_affected',
    'how_often',
    'since_when',
    'tried',
    'place',
    'reason',
  ],
  'problem.actor': ['name'],
  'arena.working_group': ['question', 'works_on'],
  'arena.group_report': ['title', 'text'],
  'draft.idea': ['title', 'text', 'place'],
  'draft.comment': ['text'],
  'opinion.statement': ['text'],
  'inquiry.question': ['question', 'background'],
  'inquiry.note': ['heard', 'changed', 'why'],
  'inquiry.evidence': ['question', 'why'],
  'inquiry.finding': ['text', 'sources', 'uncertain'],
  'inquiry.objection': ['reason', 'source'],
  'inquiry.position': ['subject'],
  'inquiry.reply': ['text'],
  'opinion.statement_position': [],
  'draft.clause': ['text'],
  'draft.amendment': ['reason'],
  'draft.remark': ['text'],
  'decision.meeting_question': ['text'],
  'delivery.pledge': ['what', 'how_much'],
  'delivery.monitor_word': ['question'],
  'meeting.meeting': ['title'],
  'meeting.item': ['title'],
  'meeting.wish': ['words'],
  'meeting.ground_rules': ['words'],
  'meeting.action': ['what'],
  'meeting.material': ['title'],
  'meeting.encounter': ['about'],
  'meeting.gathering': ['title', 'about'],
} as const

/** What somebody wrote of herself where no answer fits, or where she asks to take part: read by those who answer her, if by anybody. */
const ofHerself = {
  'identity.account': ['tie_words'],
  'arena.application': ['motivation', 'tie'],
  'arena.letter': ['reason'],
  'arena.staff_answer': ['words', 'why'],
} as const

const canary = (table: string, column: string): string => `canary ${table} ${column}`

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn(6))
  for (const [table, columns] of Object.entries(texts)) {
    const set = columns.map((column) => `${column} = '${canary(table, column)} ' || id`).join(', ')
    await house.asOwner(`alter table ${table} disable trigger user`)
    if (set) await house.asOwner(`update ${table} set ${set} where jurisdiction_id = '${town.place.id}'`)
    // A clause of a recommendation is hidden with it: the journey, the thread and its own page went on showing it.
    if (!table.startsWith('problem.')) await hide(thingsOf(table))
  }
  await putOfHerself()
  await house.asOwner(`alter table problem.actor_version disable trigger user`)
  await house.asOwner(`update problem.actor_version set name = '${canary('problem.actor_version', 'name')}',
    how = '${canary('problem.actor_version', 'how')}' where jurisdiction_id = '${town.place.id}'`)
  for (const column of ['settled_words', 'delivered_much'])
    await house.asOwner(
      `update delivery.pledge set ${column} = '${canary('delivery.pledge', column)}' where ${column} <> ''`,
    )
  await house.asOwner(`alter table opinion.position_revision disable trigger user`)
  await house.asOwner(
    `update opinion.position_revision set reason = '${canary('opinion.position_revision', 'reason')}'`,
  )
  const title = canary('draft.recommendation', 'title')
  await house.asOwner(`update draft.recommendation_version set title = '${title}'`)
  // As handed over they stand in the record of the body, and in what was frozen: hidden there too.
  await house.asOwner(`alter table decision.item disable trigger user`)
  await house.asOwner(
    `update decision.item set title = '${canary('decision.item', 'title')}', text = '${canary('decision.item', 'text')}'`,
  )
  await house.asOwner(`alter table decision.package disable trigger user`)
  await house.asOwner(`update decision.package set snapshot = jsonb_set(snapshot, '{recommendations}', (
    select jsonb_agg(one || '{"title": "${canary('decision.package', 'snapshot')}", "text": "${canary('decision.package', 'snapshot')}"}'::jsonb)
    from jsonb_array_elements(snapshot -> 'recommendations') one)) where snapshot is not null`)
  await hide(`select 'recommendation', id from draft.recommendation`)
  await house.asOwner(`alter table draft.idea_merger disable trigger user`)
  await house.asOwner(
    `update draft.idea_merger set objection = '${canary('draft.idea_merger', 'objection')}' where objection <> ''`,
  )
  await hide(`select 'idea-objection', objection_id from draft.idea_merger where objection <> ''`)
  await putUnread()
  await putMoreVersions()
  // Of every other problem each version and each actor by itself, of the rest the problem alone: it takes them all with it.
  await hide(`select 'problem', id from problem.problem where ${isOdd('id')}`)
  await hide(`select 'framing', id from problem.framing where not ${isOdd('problem_id')}`)
  await hide(`select 'actor', id from problem.actor where not ${isOdd('problem_id')}`)
}, 600_000)

afterAll(() => house.close())

function thingsOf(table: string): string {
  const all = `select '${(table.split('.')[1] ?? '').replaceAll('_', '-')}', id from ${table}`
  return table === 'draft.clause'
    ? `${all} where section_id in (select s.id from draft.section s where s.recommendation_id is null)`
    : all
}

function hide(things: string) {
  return house.asOwner(
    `insert into moderation.hidden (jurisdiction_id, about_kind, about_id, rule, reason, hidden_by, hidden_by_role, hidden_at)
      select '${town.place.id}', kind, thing, 'spam', 'A test', '${town.people.clerk.account}', 'clerk', now()
      from (${things} ${things.includes(' where ') ? 'and' : 'where'} jurisdiction_id = '${town.place.id}') t (kind, thing)`,
  )
}

/** Statements that nobody but their authors reads so far: prepared in every case, waiting, and refused. */
async function putUnread() {
  for (const table of ['waiting', 'prepared']) {
    await house.asOwner(`alter table opinion.${table} disable trigger user`)
    await house.asOwner(`update opinion.${table} set text = '${canary(`opinion.${table}`, 'text')}'`)
  }
  await house.asOwner(
    `insert into opinion.prepared (jurisdiction_id, id, problem_id, text, plain_form, language, written_by, written_at)
      select jurisdiction_id, gen_random_uuid(), id, '${canary('opinion.prepared', 'text')}', 'canary', 'en', $1, now()
      from problem.problem where jurisdiction_id = $2`,
    [town.people.clerk.account, town.place.id],
  )
  const refused = await house.asOwner(
    `insert into opinion.waiting (jurisdiction_id, id, consultation_id, text, plain_form, language, written_by, written_at, state, judged_at, judged_by)
      select jurisdiction_id, gen_random_uuid(), consultation_id, text, plain_form, language, written_by, written_at, 'refused', now(), $1
      from opinion.waiting where jurisdiction_id = $2 and state = 'waiting' returning id`,
    [town.people.clerk.account, town.place.id],
  )
  expect(refused).not.toEqual([])
  await hide(`select 'statement', id from opinion.waiting where state = 'refused'`)
}

async function putOfHerself() {
  await house.asOwner(`update identity.account set tie = 'other', tie_words = 'so' where tie is not null`)
  for (const [table, columns] of Object.entries(ofHerself)) {
    await house.asOwner(`alter table ${table} disable trigger user`)
    for (const column of columns)
      await house.asOwner(`update ${table} set ${column} = '${canary(table, column)}' where ${column} <> ''`)
  }
  const [planted] = await house.asOwner(
    `select (select count(*) from identity.account where tie_words like 'canary%') > 20 as ties,
      (select count(*) from arena.application where motivation like 'canary%' and tie like 'canary%') > 20 as asked`,
  )
  expect(planted).toEqual({ ties: true, asked: true })
}

const isOdd = (id: string): string => `hashtext(${id}::text) % 2 = 0`

/** An earlier version and one that waits for its answer, of every problem. */
async function putMoreVersions() {
  for (const [state, more] of [
    ['earlier', 500],
    ['proposed', 600],
  ] as const)
    await house.asOwner(
      `insert into problem.framing (jurisdiction_id, id, problem_id, number, question, what_happens, who_is_affected, reason, proposed_at, state)
        select jurisdiction_id, gen_random_uuid(), problem_id, number + ${more}, question || ' ${state}', what_happens || ' ${state}',
          who_is_affected, '${canary('problem.framing', 'reason')}', proposed_at, '${state}'
        from problem.framing where jurisdiction_id = '${town.place.id}' and state = 'current'`,
    )
}

/** Each canary a reader met, with the page; and how many pages she read. */
async function leaksTo(who: PersonKey | null): Promise<{ readonly leaks: readonly string[]; readonly pages: number }> {
  const leaks = new Set<string>()
  const from = ['/feed.atom', '/calendar.ics', '/owed.atom', '/owed.ics', '/popolo.json', '/mandates.csv']
  from.push('/owed/figures.csv', '/moderation', '/search?q=canary', '/people/ragna-holm/record.json')
  const reader = await house.browser(town.place, who === null ? null : town.people[who].account)
  const pages = await readLinked(reader, { place: town.place.slug, from }, (path, { html }) => {
    if (isHerOwn(path)) return
    for (const [leak] of html.replaceAll('\r\n ', '').matchAll(/canary [a-z]+\.[a-z_]+ [a-z_]+/g))
      leaks.add(`${leak} at ${path}`)
  })
  return { leaks: [...leaks], pages }
}

/** Where she reads what she told of herself. */
const isHerOwn = (path: string): boolean => /^\/(?:me|welcome)\b/.test(path)

const isOfHerself = (leak: string): boolean =>
  Object.keys(ofHerself).some((table) => leak.startsWith(`canary ${table} `))

describe.each([
  ['a visitor', null],
  ['a resident who sits in no group', 'birgit'],
] as const)('to %s', (_, who) => {
  let met: Awaited<ReturnType<typeof leaksTo>>
  beforeAll(async () => {
    met = await leaksTo(who)
    expect(met.pages).toBeGreaterThan(200)
  }, 240_000)

  it('abuse 42: nothing that is hidden, waits or was refused is shown', () => {
    expect(met.leaks.filter((leak) => !isOfHerself(leak))).toEqual([])
  })

  it('abuse 62: nothing that somebody wrote of herself is shown, as a category or otherwise', () => {
    expect(met.leaks.filter(isOfHerself)).toEqual([])
  })
})
