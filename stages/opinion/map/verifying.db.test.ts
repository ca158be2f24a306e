import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { hide } from '../../../platform/moderation/index.ts'
import { consultationOf, statementsIn } from '../store.ts'
import { closeVoting, openCase, residents } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { mapsPoll } from './jobs.ts'
import { statements, voteAll } from './testing.ts'
import { verifyMap } from './verifying.ts'
import { testTown } from './testing-town.ts'

const here = testTown()

const { read } = here
const findings = async (slug: string, version?: number) =>
  Object.fromEntries((await verifyMap(read(), slug, version))?.findings.map(({ what, is }) => [what, is]) ?? [])
const all = { recorded: true, published: true, votes: true, 'drawn-again': true, axes: true }

it('draws every version again to the same bytes, long after votes were changed, added and hidden', async () => {
  const at = await openCase(here.database, here.town, { statements })
  const people = await residents(here.database, here.town, 30)
  const draw = () => mapsPoll(here.database, here.town.place.id)
  expect(await verifyMap(read(), at.slug)).toBeUndefined()
  await voteAll(here.database, at.slug, people.slice(0, 20))
  await draw()
  await Promise.all(
    people.slice(0, 8).map((actor) => castVote(here.database, actor, { slug: at.slug, number: 4, choice: 'pass' })),
  )
  await voteAll(here.database, at.slug, people.slice(20, 25), { from: 20 })
  await draw()
  const consultation = await consultationOf(read(), at.problem)
  if (!consultation) throw new Error('it is open')
  const [second] = (await statementsIn(read(), consultation.id)).slice(1)
  await here.database.transact(here.town.place.id, null, (tx) =>
    hide(tx, here.town.people.gita, {
      about: { kind: 'statement', id: second?.id ?? consultation.id },
      rule: 'personal-data',
      reason: 'It names a child.',
    }),
  )
  await voteAll(here.database, at.slug, people.slice(25), { from: 25 })
  await draw()
  await closeVoting(here.database, at.chair.jurisdiction, at.slug)
  await draw()
  for (const version of [1, 2, 3, 4]) expect(await findings(at.slug, version), `map ${version}`).toEqual(all)
  expect((await verifyMap(read(), at.slug))?.map.version).toBe(4)
  expect(await verifyMap(read(), at.slug, 5)).toBeUndefined()

  // Somebody with the keys of the database slips a vote in, dated back.
  await here.database.transact(here.town.place.id, null, (tx) =>
    sql`
      insert into opinion.vote (jurisdiction_id, statement_id, participant_id, revision, id, choice, at)
      select v.jurisdiction_id, v.statement_id, v.participant_id, v.revision + 1, gen_random_uuid(), 'pass', v.at
      from opinion.vote v
      join opinion.statement s on s.id = v.statement_id and s.consultation_id = ${consultation.id} and s.number = 11
      order by v.at limit 1`.execute(tx),
  )
  expect(await findings(at.slug, 1)).toMatchObject({ recorded: true, published: true, votes: false })
})
