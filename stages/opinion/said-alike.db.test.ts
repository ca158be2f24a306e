import { answerAt, textOf, visitIn } from '../../platform/http/testing.ts'
import { expect, it } from 'vitest'
import { hide } from '../../platform/moderation/index.ts'
import { writeStatement } from './commands.ts'
import { testTown } from './map/testing-town.ts'
import { opinionRoutes } from './routes.tsx'
import { consultationOf, statementsIn } from './store.ts'
import { openCase, residents } from './testing.ts'
import { castVote } from './vote-commands.ts'

const here = testTown()
const campaign = 'Keep the swimming hall at the harbour, where our children learn to swim, says'

it('abuse 22: a campaign is asked once, with how many said it and every wording behind it; none is deleted', async () => {
  const at = await openCase(here.database, here.town, { statements: ['A bench at every bus stop'] })
  const [reader, ...writers] = await residents(here.database, here.town, 13)
  const names = ['Anna', 'Bo', 'Carl', 'Dina', 'Eva', 'Finn', 'Gro', 'Hans', 'Ida', 'Jens', 'Karl', 'Lise']
  for (const [place, writer] of writers.entries())
    expect(
      (
        await writeStatement(here.database, writer, {
          slug: at.slug,
          text: `${campaign} ${names[place] ?? ''}`,
          language: 'en',
        })
      ).ok,
    ).toBe(true)
  if (!reader) throw new Error('nobody reads')
  const consultation = await consultationOf(here.read(), at.problem)
  if (!consultation) throw new Error('it was opened')
  const all = await statementsIn(here.read(), consultation.id)
  expect(all).toHaveLength(13)
  const page = async () =>
    textOf(
      await answerAt(
        opinionRoutes,
        'opinion.statements',
        visitIn(here.database, here.town.place, { as: reader, params: { problem: at.slug } }),
      ),
    )
  // Two are asked, of thirteen.
  for (const number of [1, 2]) {
    expect(await page()).toContain('of 2')
    expect((await castVote(here.database, reader, { slug: at.slug, number, choice: 'agree' })).ok).toBe(true)
  }
  const done = await page()
  expect(done).toContain('Said by 12 people in nearly the same words: 12 statements, counted as one')
  for (const { number } of all) expect(done).toContain(`/statements/${number}"`)
  // Each of them has its page, and takes votes.
  expect((await castVote(here.database, reader, { slug: at.slug, number: 9, choice: 'disagree' })).ok).toBe(true)
  // The oldest is hidden: the next one stands for all.
  const first = all.find(({ number }) => number === 2)
  if (!first) throw new Error('no second statement')
  const about = { kind: 'statement', id: first.id } as const
  await here.database.transact(here.town.place.id, null, (tx) =>
    hide(tx, here.town.people.chen, { about, rule: 'spam', reason: 'x' }),
  )
  expect(await page()).toContain(`/statements/3`)
})
