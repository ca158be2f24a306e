import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TextContent } from '../stages/draft/text/document.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'
import {
  isKept,
  openForm,
  openRoom,
  seat,
  shownTo,
  statusOf,
  storedText,
  wordsIn,
  write,
  type Writer,
} from './writers.ts'

/**
 * Ten people write in one text at once, in ten browsers: two are cut off, one is killed, and somebody without JavaScript writes
 * in the same section meanwhile. No acknowledged word is lost, all end with the same text, and saved versions are whole.
 * CUT=5 cuts the two off for five seconds instead of a minute.
 */

const secondsCutOff = Number(process.env.CUT ?? 60)
const wordsOfEach = 12
const ten = ['Ane', 'Bo', 'Cai', 'Dag', 'Eli', 'Fie', 'Gro', 'Hal', 'Ida', 'Jon']

let house: StoryHouse
beforeAll(async () => {
  house = await openStoryHouse()
})
afterAll(() => house.close())

it('ten people write one text at once, two cut off, one killed, and one without JavaScript', async () => {
  const room = await openRoom(house, ten)
  const writers: Writer[] = []
  for (const name of ten) writers.push(await seat(room, name))
  const [ane, , , , , fie, gro, hal] = writers
  if (!ane || !fie || !gro || !hal) throw new Error('ten are there')

  // All at once, each in a clause: where two begin at one spot in the same instant, Yjs may part a word with another's.
  await Promise.all(writers.map((writer, at) => write(writer, at, wordsOfEach)))
  await Promise.all(writers.map(isKept))

  // Somebody without JavaScript opens a form, and while she writes the others go on.
  const form = await openForm(room)
  await Promise.all([fie, gro].map(({ context }) => context.setOffline(true)))
  for (const cut of [fie, gro]) await expect.poll(() => statusOf(cut)).toBe('cut-off')
  const began = performance.now()
  // One is killed in the middle of her words: what she was told is kept has to be there.
  await isKept(hal)
  const halsKept = [...hal.words]
  await Promise.all([
    ...writers.filter((writer) => writer !== hal).map((writer) => write(writer, ten.indexOf(writer.name), wordsOfEach)),
    write(hal, 7, 3).then(() => hal.context.close()),
    form.send('Written without a script.'),
  ])
  for (const cut of [fie, gro]) {
    expect(await statusOf(cut)).toBe('cut-off')
    expect(await cut.page.locator('[data-live-status]').innerText()).toMatch(/cut off.*Changes not kept yet: [1-9]/s)
  }
  await new Promise((later) => setTimeout(later, Math.max(0, secondsCutOff * 1000 - (performance.now() - began))))
  await Promise.all([fie, gro].map(({ context }) => context.setOffline(false)))

  const present = writers.filter((writer) => writer !== hal)
  await Promise.all(present.map(isKept))
  const words = wordsIn(await storedText(room))
  const written = [...present.flatMap((writer) => writer.words), ...halsKept]
  expect(written.length).toBeGreaterThan(wordsOfEach * 16)
  expect(written.filter((word) => !new RegExp(`${word}(?!\\d)`).test(words))).toEqual([])
  expect(words).toContain('Written without a script.')
  for (const [at] of room.clauses.entries()) expect(words).toContain(`Clause ${at + 1} begins here.`)
  for (const writer of present) await expect.poll(() => shownTo(writer), { timeout: 30_000 }).toBe(words)
  expect(present.flatMap(({ faults }) => faults)).toEqual([])
  expect((await storedText(room)).sections[0]?.clauses.map(({ id }) => id)).toEqual(room.clauses)

  // What was written becomes a version, whole; the save waits for the last word.
  await write(ane, 0, 1)
  await ane.page.getByLabel('Why').last().fill('All of us wrote.')
  await Promise.all([
    ane.page.waitForURL(/draft(?!\/write)/),
    ane.page.getByRole('button', { name: 'Save version 1' }).click(),
  ])
  const { rows } = await sql<{ content: TextContent }>`
    select content from draft.text_version where problem_id = ${room.problem} order by version`.execute(
    house.database.read(house.town.place.id),
  )
  expect(rows).toHaveLength(1)
  // A version keeps one blank where two were typed.
  const saved = wordsIn(rows[0]?.content ?? { sections: [] })
  expect(saved).toBe(wordsIn(await storedText(room)).replaceAll(/ +/g, ' '))
  for (const { context } of present) await context.close()
})
