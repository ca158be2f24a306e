import { expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { answerOffer } from '../acceptances/answering.ts'
import { leaveGroup } from '../acceptances/leaving.ts'
import { offersOf } from '../acceptances/store.ts'
import { confirmGroup, seatPolitician } from '../commands.ts'
import { callApplicant } from '../selecting.ts'
import { applicationsOf } from '../store.ts'
import { database, go, later, openTown, read, town, withPanels, write, writeAgain } from './testing-draw.ts'

openTown()

// A bug once: the page offered another draw, which was always refused, and by choice it could not be given either.
it('a seat by lot that is left after the group has begun is given by choice, and the page says so', async () => {
  const of = await withPanels()
  const { slug, id } = of.problem
  const { chen, gita, dora } = town.people
  await write(of, chen, '314')
  await writeAgain(of, gita, '314')
  const then = database.at(later(of.closedAt, 200))
  const drawn = new Set((await offersOf(read(), id)).map(({ account }) => account))
  const sitting = of.people.filter(({ account }) => account !== null && drawn.has(account))
  for (const person of sitting)
    expect(await answerOffer(then, person, { slug, isYes: true, words: '' })).toMatchObject({ ok: true })
  if (!dora.person || !sitting[0]) throw new Error('dora is a politician, and ten were drawn')
  await seatPolitician(then, dora, { slug, person: dora.person, isChair: true, reason: 'She leads it.' })
  expect(await confirmGroup(then, dora, { slug, exception: 'So.', toTheRest: 'Others were drawn.' })).toMatchObject({
    ok: true,
  })
  expect(await leaveGroup(database.at(later(of.closedAt, 300)), sitting[0], { slug, words: '' })).toMatchObject({
    ok: true,
  })

  const at = later(of.closedAt, 310)
  const page = () => go(of, 'arena.lottery', { as: chen, at })
  expect(textOf(await page())).toContain('nobody waits to be drawn')
  expect(textOf(await page())).not.toContain('Draw this seat again')
  expect(textOf(await go(of, 'arena.draw-lottery-again', { as: chen, at }))).toContain('nobody waits to be drawn')
  const rest = (await applicationsOf(read(), id)).filter(({ state }) => state === 'not-selected')
  const call = (number: number | undefined) =>
    callApplicant(database.at(at), dora, {
      slug,
      number: number ?? 0,
      reason: 'Lives next door.',
      criteria: [],
    })
  expect(await call(rest[0]?.number)).toMatchObject({ ok: true })
  expect(await call(rest[1]?.number)).toEqual({ ok: false, refusal: 'profile-full' })
  expect(textOf(await page())).not.toContain('nobody waits to be drawn')
})
