import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { describe, expect, it } from 'vitest'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { countVotes } from '../count.ts'
import { opinionRoutes } from '../routes.tsx'
import { consultationOf } from '../store.ts'
import { closeVoting, openCase, residents } from '../testing.ts'
import { castVote } from '../vote-commands.ts'
import { mapsPoll } from './jobs.ts'
import { choiceOf, statements, voteAll } from './testing.ts'
import { testTown } from './testing-town.ts'

const here = testTown()

/** A vote somebody changes while the first map stands: her number, the statement, and what she says now. */
type Change = readonly [person: number, statement: number, choice: Choice]

/** All agree with the last one: where few do not, one changed vote moves a mark by a spot more often. */
const choose: typeof choiceOf = (side, person, statement) =>
  statement === statements.length - 1 ? 'agree' : choiceOf(side, person, statement)

/** Three publications: of 40 people, of 45 after these changes, and after the close. Everything a stranger can read of each. */
async function world(changes: readonly Change[]): Promise<string> {
  const at = await openCase(here.database, here.town, { statements })
  const people = await residents(here.database, here.town, 45)
  const id = (await consultationOf(here.database.read(here.town.place.id), at.problem))?.id
  if (!id) throw new Error('it was opened')
  const reader = people[39]
  if (!reader) throw new Error('there are 45')
  const texts: string[] = []
  const publish = async (): Promise<void> => {
    await countVotes(here.database, here.town.place.id)
    await mapsPoll(here.database, here.town.place.id)
    // A voter, who may see it while voting is open.
    texts.push(await everything(at.slug, reader))
  }
  await voteAll(here.database, at.slug, people.slice(0, 40), { choose })
  await publish()
  for (const [person, number, choice] of changes) {
    const actor = people[person]
    if (actor)
      expect(await castVote(here.database, actor, { slug: at.slug, number, choice })).toMatchObject({ ok: true })
  }
  await voteAll(here.database, at.slug, people.slice(40), { from: 40, choose })
  await publish()
  await closeVoting(here.database, at.chair.jurisdiction, at.slug)
  await publish()
  const facts = await entries(here.database.read(here.town.place.id), { problem: at.problem, limit: 2000 })
  // In the order of their words: votes of one instant stand in an order of chance.
  texts.push(...facts.map(({ kind, public: told }) => `${kind} ${JSON.stringify(told)}`).toSorted())
  return nameless(texts.join('\n'), { slug: at.slug, id })
}

async function everything(slug: string, as: Actor): Promise<string> {
  const texts: string[] = []
  for (const address of ['opinion.map', 'opinion.map-file', 'opinion.results'] as const)
    for (const lang of ['en', 'da']) {
      const reply = await answerAt(
        opinionRoutes,
        address,
        visitIn(here.database, here.town.place, { as, lang, params: { problem: slug } }),
      )
      texts.push(reply.kind === 'page' ? `${await reply.body}` : textOf(reply))
    }
  return texts.join('\n')
}

/** Without her own place, which is hers; what names the case; and what is a hash over random names: nobody can try out votes against those. */
function nameless(text: string, { slug, id }: { readonly slug: string; readonly id: Id }): string {
  return text
    .replaceAll(/<g class="you".*?<\/g>/gs, '')
    .replaceAll(slug, 'the-case')
    .replaceAll(id, 'the-consultation')
    .replaceAll(/question \d+\?/g, 'question?')
    .replaceAll(/\b(?:[0-9a-f]{8} ){7}[0-9a-f]{8}\b|\b[0-9a-f]{64}\b/g, 'a-hash')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'an-instant')
}

function firstDifference(here: string, there: string): string {
  const at = [...here].findIndex((letter, index) => letter !== there[index])
  return `${here.slice(Math.max(0, at - 200), at + 100)} | ${there.slice(Math.max(0, at - 200), at + 100)}`
}

describe('the attack: whoever reads every map, result and fact before and after, and subtracts', () => {
  it('abuse 61: finds the same, to the letter, whichever of two people changed her vote', async () => {
    // Person 1 is green, person 2 grey; both had agreed with the last statement. One of them disagrees now.
    const here = await world([[1, 11, 'disagree']])
    const there = await world([[2, 11, 'disagree']])
    expect(here === there, firstDifference(here, there)).toBe(true)
    for (const words of ['"version":1', '"version":2', '"version":3', 'opinion.map-drawn', 'id="divides"'])
      expect(here).toContain(words)
  })

  it('finds a difference where a group changes its mind: the comparison can fail', async () => {
    const green = Array.from({ length: 30 }, (_, nth) => Math.floor(nth / 2) * 3 + (nth % 2)).slice(0, 20)
    const here = await world([])
    const there = await world(green.map((person) => [person, 11, 'disagree']))
    expect(here === there).toBe(false)
  })
})
