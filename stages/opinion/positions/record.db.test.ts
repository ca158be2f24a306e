import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { visitIn } from '../../../platform/http/testing.ts'
import { nobody } from '../../../platform/identity/index.ts'
import { hide } from '../../../platform/moderation/index.ts'
import { testTown } from '../map/testing-town.ts'
import { consultationOf, statementsIn } from '../store.ts'
import { closeVoting, openCase, residents, type Case } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { takePosition } from './commands.ts'
import { lastOf, type Position } from './position.ts'
import { mostRevisions } from './rules.ts'
import { publicPositionsOf, statementPositionsPart } from './record.tsx'
import { putPosition, statementPositionsBy } from './store.ts'

/** A politician with a position on each of two statements, a voter on the first alone; every test in a case of its own. */

const here = testTown()
const first = 'Light the crossings at night'
const second = 'Close the lane in the morning'

let at: Case
let voter: Actor

beforeEach(async () => {
  const { database, town } = here
  at = await openCase(database, town, { statements: [first, second] })
  const [resident] = await residents(database, town, 1)
  if (!resident) throw new Error('one resident')
  voter = resident
  await castVote(database, voter, { slug: at.slug, number: 1, choice: 'pass' })
  await take(1, 'agree')
  await take(1, 'disagree', `It is dark at eight in ${at.slug}.`)
  await take(2, 'pass')
})

async function take(number: number, choice: 'agree' | 'disagree' | 'pass', reason = '') {
  const { timeZone } = here.town.place
  const said = { slug: at.slug, number, choice, reason, language: 'en', timeZone }
  expect(await takePosition(here.database, here.town.people.freja, said)).toMatchObject({ ok: true })
}

const freja = (): Id<'person'> => {
  const { person } = here.town.people.freja
  if (!person) throw new Error('freja is a councillor')
  return person
}

/** Of this case: in others she said more. */
async function recordFor(reader: Actor) {
  const { said } = await publicPositionsOf(visitIn(here.database, here.town.place, { as: reader }), freja())
  return said.filter(({ href }) => href.includes(`/${at.slug}/`))
}

it('is read once a visit, however many parts of a page ask', async () => {
  const visit = visitIn(here.database, here.town.place, { as: voter })
  const first = publicPositionsOf(visit, freja())
  expect(publicPositionsOf(visit, freja())).toBe(first)
  expect(publicPositionsOf(visitIn(here.database, here.town.place, { as: voter }), freja())).not.toBe(first)
  expect((await first).said.length + (await first).unread).toBeGreaterThan(0)
})

const titlesFor = async (reader: Actor) => (await recordFor(reader)).map(({ title }) => title).toSorted()
const visitor = () => nobody(here.town.place.id)

async function hideThat(about: { kind: 'statement' | 'statement-position'; id: Id }) {
  const { gita } = here.town.people
  await here.database.transact(here.town.place.id, gita, (tx) =>
    hide(tx, gita, { about, rule: 'spam', reason: 'Words' }),
  )
}

async function positionOn(choice: 'disagree' | 'pass'): Promise<Position> {
  // The newest first: those of this case.
  const position = (await statementPositionsBy(here.read(), freja())).find((one) => lastOf(one).choice === choice)
  if (!position) throw new Error('she took two')
  return position
}

describe('what a politician says in public, in her record', () => {
  it('is read by who has voted on that statement, with her reason and that she changed it; the rest is counted', async () => {
    expect(await recordFor(voter)).toMatchObject([
      {
        title: first,
        choice: 'disagree',
        reason: `It is dark at eight in ${at.slug}.`,
        changes: 1,
        isAfterClose: false,
      },
    ])
    const { unread } = await publicPositionsOf(visitIn(here.database, here.town.place, { as: voter }), freja())
    expect(unread).toBeGreaterThan(0)
  })

  it('leads nobody who has not voted, and is there for herself', async () => {
    expect(await titlesFor(visitor())).toEqual([])
    expect(await titlesFor(here.town.people.emil)).toEqual([])
    expect(await titlesFor(here.town.people.freja)).toEqual([second, first])
    const partFor = async (as: Actor) =>
      `${await statementPositionsPart(visitIn(here.database, here.town.place, { as }), { id: freja(), name: 'Freja' })}`
    for (const reader of [visitor(), here.town.people.emil])
      expect(await partFor(reader)).not.toContain(`dark at eight in ${at.slug}.`)
    expect(await partFor(here.town.people.emil)).toContain('when you have voted on the statement')
    // Who cannot vote is not told to.
    for (const reader of [visitor(), here.town.people.gita, here.town.people.klub])
      expect(await partFor(reader)).toMatch(/^(?![^]*when you have voted)[^]*shown to everybody when voting closes/)
  })

  it('is read by everybody after the close', async () => {
    await closeVoting(here.database, at.chair.jurisdiction, at.slug)
    expect(await titlesFor(visitor())).toEqual([second, first])
  })

  it('is gone when a moderator hid it, or the statement it is about', async () => {
    await closeVoting(here.database, at.chair.jurisdiction, at.slug)
    await hideThat({ kind: 'statement-position', id: (await positionOn('disagree')).id })
    expect(await titlesFor(visitor())).toEqual([second])
    await hideThat({ kind: 'statement', id: (await positionOn('pass')).statement })
    expect(await titlesFor(visitor())).toEqual([])
  })
})

it('of many positions each is read to its end: none is shown as it was before she changed her mind', async () => {
  const { database, town } = here
  const { account, person } = town.people.dora
  if (!account || !person) throw new Error('dora is a councillor')
  const statements = Array.from({ length: 51 }, (_, index) => `One statement of many, number ${index}`)
  const { problem } = await openCase(database, town, { statements })
  await database.transact(town.place.id, null, async (tx) => {
    const consultation = await consultationOf(tx, problem)
    for (const { id: statement } of consultation ? await statementsIn(tx, consultation.id) : []) {
      const id = await putPosition(tx, { statement, person })
      await sql`
        insert into opinion.position_revision
          (jurisdiction_id, position_id, number, choice, reason, language, account_id, taken_at, is_after_close)
        select ${tx.jurisdiction}, ${id}, n, case when n % 2 = 0 then 'agree' else 'disagree' end, '', 'en', ${account}, ${tx.now}, false
        from generate_series(1, ${mostRevisions}::integer) n`.execute(tx)
    }
  })
  const said = await statementPositionsBy(here.read(), person)
  expect(said.map(({ revisions }) => revisions.length)).toEqual(statements.map(() => mostRevisions))
})
