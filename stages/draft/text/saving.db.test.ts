import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { noticesOf, tellJob } from '../../../platform/notices/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { bindCards, downstream, upstream } from '../../../platform/thread/index.ts'
import { draftCards } from '../cards.ts'
import { freezeDraft, takeStand } from '../commands.ts'
import { addIdea } from '../ideas/commands.ts'
import { everyRecommendationOf, recommendationsOf } from '../recommendations.ts'
import { citeFrom, takeCitationBack } from './citing.ts'
import { saveVersion } from './saving.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'
import { aSection, withSection, withWords, writingIn } from './testing.ts'
import { textOf } from './text.ts'
import { lastVersion, versionHeads } from './versions-store.ts'

let home: TestDatabase
let database: Database
let town: Town
let at: TestGroup
let text: ReturnType<typeof writingIn>

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  bindCards('idea', draftCards.idea)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})
beforeEach(async () => {
  at = await foundGroup(database, town)
  text = writingIn(database, at)
})

const read = () => database.read(town.place.id)
const write = (words: string) => database.transact(town.place.id, null, (tx) => sql.raw(words).execute(tx))
const recommendations = () => recommendationsOf(read(), at.problem)
const alice = () => at.member('alice')
const dora = () => at.member('dora')

async function anIdea(by: Townsperson = 'aisha'): Promise<Id<'idea'>> {
  const added = await addIdea(database, town.people[by], {
    slug: at.slug,
    kind: 'experience',
    title: 'Dark crossing',
    text: 'I was nearly hit at the library.',
    place: 'Library',
    language: 'en',
  })
  if (!added.ok) throw new Error(added.refusal)
  return added.value.id
}

describe('a version', () => {
  it('gives each recommendation a number for ever: one that goes is withdrawn, and comes back as itself', async () => {
    const [light, bus] = [aSection('Light the way'), aSection('A bus at night', ['It drives.'])]
    await text.write(alice(), withSection(light))
    await text.write(dora(), withSection(bus))
    await text.write(
      alice(),
      ({ sections }) => ({ sections: sections.filter(({ id }) => id !== light.id) }),
      'Too dear',
    )
    expect((await recommendations()).map(({ number, title }) => [number, title])).toEqual([[2, 'A bus at night']])
    const [gone] = await everyRecommendationOf(read(), at.problem)
    expect(gone).toMatchObject({ number: 1, isWithdrawn: true, title: 'Light the way', clauses: [] })
    expect(gone?.versions.map(({ change, reason }) => [change, reason]).at(-1)).toEqual(['withdrawn', 'Too dear'])
    const more = aSection('Paint the crossings')
    await text.write(dora(), ({ sections }) => ({ sections: [more, ...sections, light] }))
    expect((await recommendations()).map(({ number, title }) => [number, title])).toEqual([
      [1, 'Light the way'],
      [2, 'A bus at night'],
      [3, 'Paint the crossings'],
    ])
    expect((await textOf(read(), at.problem)).sections.map(({ heading }) => heading)).toEqual([
      'Paint the crossings',
      'A bus at night',
      'Light the way',
    ])
  })

  it('asks anew only where words changed, and keeps the stands on the rest', async () => {
    const [light, bus] = [aSection('Light the way'), aSection('A bus at night', ['It drives.'])]
    await text.write(alice(), ({ sections }) => ({ sections: [...sections, light, bus] }))
    for (const number of [1, 2])
      for (const name of ['alice', 'dora', 'bashir'] as const)
        await takeStand(database, at.member(name), { slug: at.slug, number, choice: 'agree', version: 1 })
    await text.write(dora(), withWords('It drives.', 'It drives at ten.'))
    expect((await recommendations()).map(({ agreement }) => agreement?.kind ?? null)).toEqual(['consensus', null])
    // Turned round, nothing is asked: no words changed.
    await text.write(dora(), ({ sections }) => ({ sections: sections.toReversed() }))
    expect((await recommendations()).map(({ voices }) => voices.agree)).toEqual([3, 0])
  })

  it('keeps whose letters are whose, clause by clause, and the share of staff', async () => {
    await text.write(alice(), withSection(aSection('Light the way', ['one two three four'])))
    await text.write(at.member('dora'), withWords('one two three four', 'one two three four five six seven'))
    await text.write(town.people.gita, withSection(aSection('What it costs', ['Much.'], 'passage')))
    const { sections, shares } = await textOf(read(), at.problem)
    expect(sections[0]?.clauses[0]?.shares).toMatchObject({ citizen: 18 / 33, politician: 15 / 33, staff: 0 })
    expect(sections[1]?.clauses[0]).toMatchObject({ as: 'staff', shares: { staff: 1 } })
    expect(shares?.staff).toBeGreaterThan(0)
    expect((await recommendations())[0]?.clauses[0]).toMatchObject({
      as: 'citizen',
      writtenBy: town.people.alice.account,
    })
  })

  it('moves a clause with its sources, out of the trace of one recommendation into that of another', async () => {
    const [light, bus] = [aSection('Light the way'), aSection('A bus at night', ['It drives.'])]
    await text.write(alice(), ({ sections }) => ({ sections: [...sections, light, bus] }))
    const idea = await anIdea()
    const [clause] = light.clauses
    if (!clause) throw new Error('no clause')
    await citeFrom(database, alice(), { slug: at.slug, clause: clause.id, cites: [idea] })
    await text.write(dora(), ({ sections }) => ({
      sections: sections.map((section) =>
        section.id === light.id ? { ...section, clauses: [] } : { ...section, clauses: [...section.clauses, clause] },
      ),
    }))
    const [one, two] = await recommendations()
    expect(two?.clauses.map(({ id, cites }) => [id, cites.length])).toEqual([
      [bus.clauses[0]?.id, 0],
      [clause.id, 1],
    ])
    const of = async (id: Id | undefined) =>
      (
        await upstream(read(), { kind: 'recommendation', id: (id ?? newId('recommendation')) as Id<'recommendation'> })
      ).map(({ to }) => to.id)
    expect(await of(one?.id)).not.toContain(idea)
    expect(await of(two?.id)).toContain(idea)
  })

  it('enters the record by its number and counts, its words only as a commitment', async () => {
    await text.write(alice(), withSection(aSection('Light the way', ['A secret sentence.'])), 'A secret reason')
    const told = (await entries(read(), { problem: at.problem })).filter(({ kind }) => kind.startsWith('draft.'))
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['draft.recommendation-proposed', 'draft.version-saved'])
    expect(told.find(({ kind }) => kind === 'draft.version-saved')?.public).toEqual({
      version: 1,
      as: 'citizen',
      sections: 1,
      clauses: 1,
      added: 1,
      changed: 0,
      moved: 0,
      gone: 0,
    })
    expect(JSON.stringify(told.map((entry) => entry.public))).not.toContain('secret')
  })

  it('is refused and leaves no trace when nothing changed, nothing is said, or a heading is empty', async () => {
    await text.write(alice(), withSection(aSection()))
    expect(await saveVersion(database, alice(), { slug: at.slug, reason: 'Why not' })).toEqual({
      ok: false,
      refusal: 'nothing-changed',
    })
    await text.type(alice(), withSection(aSection('')))
    const refused = async (reason: string, who = alice()) => {
      const saved = await saveVersion(database, who, { slug: at.slug, reason })
      return saved.ok ? null : saved.refusal
    }
    expect(await refused('A reason')).toBe('heading-needed')
    await text.type(alice(), ({ sections }) => ({
      sections: sections.map((one) => ({ ...one, heading: one.heading || 'Now' })),
    }))
    expect(await refused('')).toBe('reason-needed')
    expect(await refused('A reason', town.people.aisha)).toBe('not-a-member')
    expect(await versionHeads(read(), at.problem)).toHaveLength(1)
  })

  it('takes nothing of another case: not a clause, not a section', async () => {
    const other = await foundGroup(database, town)
    const theirs = aSection('Theirs', ['Theirs.'])
    await writingIn(database, other).write(other.member('alice'), withSection(theirs))
    await text.type(alice(), withSection({ ...aSection('Ours', []), clauses: theirs.clauses }))
    expect(await saveVersion(database, alice(), { slug: at.slug, reason: 'Taken' })).toEqual({
      ok: false,
      refusal: 'doubled-ids',
    })
    expect((await recommendationsOf(read(), other.problem))[0]?.clauses).toHaveLength(1)
  })

  it('of many that save at once is made once each, numbered without a gap', async () => {
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        text
          .type(alice(), withSection(aSection(`Section ${i}`)))
          .then(() => saveVersion(database, alice(), { slug: at.slug, reason: 'At once' })),
      ),
    )
    const saved = all.flatMap((one) => (one.ok ? [one.value.version] : []))
    expect((await versionHeads(read(), at.problem)).map(({ version }) => version)).toEqual(
      Array.from({ length: saved.length }, (_, i) => saved.length - i),
    )
    expect((await lastVersion(read(), at.problem))?.content.sections).toHaveLength(6)
    expect((await recommendations()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('what a clause comes from', () => {
  it('is said, taken back, and followed from the contribution to what became of it', async () => {
    const section = aSection()
    await text.write(alice(), withSection(section))
    const [clause] = section.clauses
    const idea = await anIdea()
    if (!clause) throw new Error('no clause')
    expect((await textOf(read(), at.problem)).uncited).toBe(1)
    const cite = { slug: at.slug, clause: clause.id, cites: [idea] }
    expect(await citeFrom(database, town.people.aisha, cite)).toEqual({ ok: false, refusal: 'not-a-member' })
    expect(await citeFrom(database, alice(), { ...cite, cites: [newId('idea')] })).toEqual({
      ok: false,
      refusal: 'cites-unknown',
    })
    expect(await citeFrom(database, alice(), { ...cite, clause: newId('clause') })).toEqual({
      ok: false,
      refusal: 'no-such-clause',
    })
    expect(await citeFrom(database, alice(), cite)).toEqual({ ok: true, value: { count: 1 } })
    expect(await citeFrom(database, alice(), cite), 'twice is once').toEqual({ ok: true, value: { count: 0 } })
    const [one] = await recommendations()
    expect((await downstream(read(), { kind: 'idea', id: idea })).map(({ from }) => from.id)).toEqual([
      clause.id,
      one?.id,
    ])
    expect((await textOf(read(), at.problem)).uncited).toBe(0)
    expect(await takeCitationBack(database, alice(), { slug: at.slug, clause: clause.id, cited: idea })).toEqual({
      ok: true,
      value: null,
    })
    expect(await downstream(read(), { kind: 'idea', id: idea })).toEqual([])
  })

  it('cannot be what was hidden', async () => {
    const section = aSection()
    await text.write(alice(), withSection(section))
    const idea = await anIdea()
    await write(`insert into moderation.hidden (jurisdiction_id, about_kind, about_id, rule, reason, hidden_by, hidden_by_role, hidden_at)
      values ('${town.place.id}', 'idea', '${idea}', 'spam', 'A test', '${town.people.chen.account}', 'clerk', now())`)
    const cite = { slug: at.slug, clause: section.clauses[0]?.id ?? newId('clause'), cites: [idea] }
    expect(await citeFrom(database, alice(), cite)).toEqual({ ok: false, refusal: 'cites-hidden' })
  })
})

describe('who hears of it', () => {
  async function heard(name: Townsperson): Promise<readonly (readonly [string, unknown])[]> {
    const { rows } = await database.queueSql(
      "select data from pgboss.job where name = 'notices.tell' order by created_on",
    )
    const tell = tellJob({ origin: () => 'https://folkmoot.example', say: () => (message) => message })
    for (const { data } of rows as readonly { readonly data: Job }[]) await tell(database, data)
    const { account } = town.people[name]
    const notices = account ? await noticesOf(read(), account) : []
    return notices
      .filter(({ params }) => params['problem'] === at.slug)
      .map(({ message, values }) => [message, values['reason'] ?? ''] as const)
      .toReversed()
  }

  it('whoever wrote what a clause came from: that it is used, changed, and dropped, with the reason', async () => {
    const section = aSection('Light the way', ['One.', 'Two.'])
    await text.write(alice(), withSection(section))
    const [mine, others] = [await anIdea('aisha'), await anIdea('klub')]
    const [one, two] = section.clauses
    await citeFrom(database, alice(), { slug: at.slug, clause: one?.id ?? newId('clause'), cites: [mine] })
    await citeFrom(database, alice(), { slug: at.slug, clause: two?.id ?? newId('clause'), cites: [mine, others] })
    await text.write(dora(), withWords('One.', 'One and a half.'), 'Half a lamp more')
    await text.write(dora(), withWords('One and a half.', ''), 'It is too dear')
    expect(await heard('aisha')).toEqual([
      ['told.cited', ''],
      ['told.clause-changed', 'Half a lamp more'],
      ['told.clause-gone', 'It is too dear'],
    ])
    expect(await heard('klub')).toEqual([['told.cited', '']])
    expect(await heard('dora'), 'who did it knows').toEqual([])
  })
})

describe('the hand-over', () => {
  it('waits for words that are in no version, and then stands still in the database too', async () => {
    const section = aSection()
    await text.write(alice(), withSection(section))
    const cites = [await anIdea()]
    await citeFrom(database, alice(), { slug: at.slug, clause: section.clauses[0]?.id ?? newId('clause'), cites })
    await text.type(alice(), withWords('The 34 crossings are lit.', 'The 35 crossings are lit.'))
    const freeze = () => database.transact(town.place.id, null, (tx) => freezeDraft(tx, at.problem))
    expect(await freeze()).toEqual({ ok: false, refusal: 'unsaved-words' })
    await text.save(alice())
    expect(await freeze()).toEqual({ ok: true, value: null })
    expect(await saveVersion(database, alice(), { slug: at.slug, reason: 'Late' })).toEqual({
      ok: false,
      refusal: 'handed-over',
    })
    const sections = `(select id from draft.section where problem_id = '${at.problem}')`
    const clauses = `(select id from draft.clause where section_id in ${sections})`
    for (const change of [
      `update draft.section set heading = 'Sneaked in' where id in ${sections}`,
      `update draft.clause set text = 'Sneaked in' where section_id in ${sections}`,
      `delete from draft.citation where clause_id in ${clauses}`,
      `insert into draft.text_version
        select jurisdiction_id, problem_id, version + 1, content, letters, reason, saved_by, saved_as, at
        from draft.text_version where problem_id = '${at.problem}'`,
    ])
      await expect(write(change)).rejects.toThrow(/handed over/)
  })
})
