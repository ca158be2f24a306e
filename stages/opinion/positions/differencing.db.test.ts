import { newId } from '@folkmoot/basics/ids.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'
import { describe, expect, it } from 'vitest'
import { answerAt, visitIn } from '../../../platform/http/testing.ts'
import { seatAtOnce } from '../../arena/testing.ts'
import { countVotes } from '../count.ts'
import { statements, voteAll } from '../map/testing.ts'
import { testTown } from '../map/testing-town.ts'
import { opinionRoutes } from '../routes.tsx'
import { closeVoting, openCase, residents } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { takePosition } from './commands.ts'

const here = testTown()

/** A vote somebody changes while the first page stands: her number and what she says of the sixth statement now. */
type Change = readonly [person: number, choice: Choice]

/** The page as it is read of 40 people, of 44 after these changes, of 45, and after the close. The first fourteen are members. */
async function world(changes: readonly Change[]) {
  const { database, town } = here
  const { timeZone } = town.place
  const at = await openCase(database, town, { statements })
  const people = await residents(database, town, 45)
  const reader = people[39]
  if (!reader) throw new Error('there are 45')
  await database.transact(town.place.id, null, async (tx) => {
    for (const { account } of people.slice(0, 14))
      if (account)
        await seatAtOnce(tx, at.problem, {
          account,
          person: null,
          kind: 'citizen',
          profile: newId('profile'),
          isChair: false,
        })
  })
  const said = { slug: at.slug, choice: 'agree', reason: '', language: 'en', timeZone } as const
  for (const politician of [town.people.dora, town.people.emil, town.people.freja])
    for (const number of [1, 6, 11])
      expect(await takePosition(database, politician, { ...said, number })).toMatchObject({ ok: true })
  const page = async (): Promise<string> => {
    await countVotes(database, town.place.id)
    const texts: string[] = []
    for (const lang of ['en', 'da']) {
      const visit = visitIn(database, town.place, { as: reader, lang, params: { problem: at.slug } })
      const reply = await answerAt(opinionRoutes, 'opinion.positions', visit)
      texts.push(reply.kind === 'page' ? `${await reply.body}` : reply.kind)
    }
    return texts
      .join('\n')
      .replaceAll(at.slug, 'the-case')
      .replaceAll(/question \d+\?/g, 'question?')
  }
  await voteAll(database, at.slug, people.slice(0, 40))
  const first = await page()
  for (const [person, choice] of changes) {
    const actor = people[person]
    if (actor) expect(await castVote(database, actor, { slug: at.slug, number: 6, choice })).toMatchObject({ ok: true })
  }
  await voteAll(database, at.slug, people.slice(40, 44), { from: 40 })
  const four = await page()
  await voteAll(database, at.slug, people.slice(44), { from: 44 })
  const five = await page()
  await closeVoting(database, at.chair.jurisdiction, at.slug)
  return { first, four, five, closed: await page() }
}

describe('the attack: whoever reads the gap before and after, and subtracts', () => {
  it('abuse 61: finds the same page, to the letter, until five people more have voted', async () => {
    const { first, four, five } = await world([[1, 'agree']])
    expect(four).toBe(first)
    expect(five).not.toBe(first)
    expect(first).toMatch(/points? of 100/)
  })

  it('finds the same on every page, to the letter, whichever of two people changed her vote', async () => {
    // Two members had disagreed with the sixth statement. One of them agrees now.
    const [one, other] = [await world([[3, 'agree']]), await world([[6, 'agree']])]
    expect(one).toEqual(other)
    expect(one.closed).toMatch(/about \d+ % agree/)
  })

  it('abuse 61: finds the same, to the letter, whether a member changed her vote or somebody else', async () => {
    const [member, somebody] = [await world([[3, 'agree']]), await world([[18, 'agree']])]
    expect(member).toEqual(somebody)
  })

  it('finds a difference where many change their minds: the comparison can fail', async () => {
    const many = Array.from({ length: 20 }, (_, person): Change => [person, 'agree'])
    expect((await world(many)).closed).not.toBe((await world([])).closed)
  })
})
