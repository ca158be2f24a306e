import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { during, openMeetingTown, slug, type MeetingTown } from '../testing.ts'
import { tasksWaitingFor } from '../tasks/slots.ts'
import { tasksOf } from '../tasks/store.ts'
import { writeMinutes } from './commands.ts'

let home: MeetingTown
beforeAll(async () => {
  home = await openMeetingTown()
})
afterAll(() => home.close())

async function held(): Promise<{ readonly number: number }> {
  const number = await home.called()
  await home.go('meeting.add-item', { as: home.member, params: { number }, typed: { title: ['Lamps'] } })
  return { number }
}
const page = async (number: number, at = during) => textOf(await home.go('meeting.page', { params: { number }, at }))

test('two who write at once lose no word: put together where it goes, asked where it does not', async () => {
  const params = await held()
  const write = (as: typeof home.chair, minutes: string, seen: string) =>
    home.go('meeting.write-minutes', {
      as,
      params,
      at: during,
      typed: { item: ['1'], seen: [seen], minutes: [minutes] },
    })
  await write(home.chair, 'Six are broken.\nTwo are dim.', '0')
  const gita = home.town.people.gita
  expect(await write(gita, 'Six are broken.\nTwo are dim.\nAsk the works.', '1')).toMatchObject({ kind: 'redirect' })
  expect(await write(home.chair, 'Light matters.\nSix are broken.\nTwo are dim.', '1')).toMatchObject({
    done: { text: expect.stringContaining('put together') as string },
  })
  expect(await page(params.number)).toMatch(/Light matters\.[\s\S]*Six are broken\.[\s\S]*Ask the works\./)

  await write(home.chair, 'Light matters.\nFive are broken.\nTwo are dim.\nAsk the works.', '3')
  const asked = await write(gita, 'Nine are broken.\nTwo are dim.\nAsk the works.', '3')
  expect(asked).toMatchObject({ kind: 'page', status: 422 })
  const shown = textOf(asked)
  expect(shown).toContain('Somebody else has changed the same lines')
  expect(shown).toContain('Nine are broken.')
  expect(shown).toContain('name="seen" value="4"')
  expect(await page(params.number)).not.toContain('Nine')
  await write(gita, 'Nine are broken.\nTwo are dim.\nAsk the works.', '4')
  expect(await page(params.number)).toContain('Nine are broken.')
})

test('two writers in the same moment: both are kept', async () => {
  const { number } = await held()
  const words = { slug, number, item: 1, decision: '', seen: 0, reason: '' }
  await Promise.all([
    writeMinutes(home.database.at(during), home.chair, { ...words, minutes: 'From the chair.' }),
    writeMinutes(home.database.at(during), home.town.people.gita, { ...words, minutes: 'From the facilitator.' }),
  ])
  const shown = await page(number)
  expect(shown).toContain('From the chair.')
  expect(shown).toContain('From the facilitator.')
})

test('minutes are approved at the next meeting; a correction says why and keeps both', async () => {
  const { number } = await held()
  const params = { number }
  const typed = { item: ['1'], seen: ['0'], minutes: ['Six are broken.'], decision: ['Ask for a list.'] }
  await home.go('meeting.write-minutes', { as: home.chair, params, at: during, typed })
  const approve = (at: Temporal.Instant) => home.go('meeting.approve-minutes', { as: home.chair, params, at })
  expect(textOf(await approve(during))).toContain('None has begun yet')
  const next = await home.called({ day: Temporal.PlainDate.from('2026-12-10') })
  const later = Temporal.Instant.from('2026-12-10T17:30:00Z')
  expect(await approve(later)).toMatchObject({ kind: 'redirect' })
  expect(textOf(await approve(later))).toContain('approved these minutes already')
  expect(await page(number, later)).toContain(`Approved at meeting ${next}`)

  const correct = (reason: string) =>
    home.go('meeting.write-minutes', {
      as: home.chair,
      params,
      at: later.add({ hours: 1 }),
      typed: { ...typed, seen: ['1'], minutes: ['Seven are broken.'], reason: [reason] },
    })
  expect(textOf(await correct(''))).toContain('Say why they are corrected')
  await correct('Counted again.')
  const shown = await page(number, later.add({ hours: 2 }))
  for (const words of ['Seven are broken.', 'What the group approved', 'Six are broken.', 'Counted again.'])
    expect(shown).toContain(words)
})

test('what was agreed is somebody’s task: told, on her desk, late in public, done by her', async () => {
  const { number } = await held()
  const params = { number }
  const { alice, bashir, gita } = home.town.people
  const typed = { item: ['1'], what: ['Count the lamps'], owner: [alice.account ?? ''], dueOn: ['2026-12-01'] }
  const agree = (other = {}) =>
    home.go('meeting.agree-on-task', { as: gita, params, at: during, typed: { ...typed, ...other } })
  expect(textOf(await agree({ owner: [home.problem] }))).toContain('Choose who does it')
  expect(textOf(await agree({ dueOn: ['2026-11-01'] }))).toContain('lies before the meeting')
  expect(await agree()).toMatchObject({ kind: 'redirect' })
  expect((await home.told()).findLast(({ message }) => message === 'told.task')?.only).toEqual([alice.account])
  expect(await tasksWaitingFor(home.visit({ as: alice }))).toMatchObject([{ title: 'Count the lamps' }])
  expect(await tasksWaitingFor(home.visit({ as: bashir }))).toEqual([])
  const late = Temporal.Instant.from('2026-12-04T08:00:00Z')
  expect(textOf(await home.go('meeting.series', { at: late }))).toContain('3 days overdue')

  const [task] = await tasksOf(home.database.read(home.town.place.id), home.problem)
  const finish = (as: typeof alice) =>
    home.go('meeting.finish-task', { as, params: { number: task?.number ?? 0 }, typed: { words: ['There are 41.'] } })
  expect(textOf(await finish(bashir))).toContain('Whose task it is')
  expect(await finish(alice)).toMatchObject({ kind: 'redirect' })
  expect(textOf(await finish(alice))).toContain('done already')
  expect(await page(number)).toContain('There are 41.')
  expect(await tasksWaitingFor(home.visit({ as: alice }))).toEqual([])
})
