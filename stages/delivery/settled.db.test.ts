import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../platform/db/index.ts'
import { testDatabase } from '../../platform/db/testing.ts'
import { textOf, typed } from '../../platform/http/testing.ts'
import { foundTown } from '../../platform/identity/testing.ts'
import { commitmentCounts, reportsDue } from './open-store.ts'
import { answeredCase } from './testing.ts'

const spring = Temporal.Instant.from('2027-03-02T09:00:00Z')
const today = Temporal.PlainDate.from('2027-03-02')

async function openTown() {
  const home = await testDatabase()
  const real = openDatabase({ url: home.url })
  onTestFinished(async () => {
    await real.close()
    await home.drop()
  })
  const town = await foundTown(real)
  const at = await answeredCase(real, town)
  const { emil } = town.people
  for (const day of ['2027-03-01', '2027-03-04', '2027-03-08', '2027-09-01']) {
    const promise = { title: `By ${day}`, office: 'Works', needsNoBudget: 'yes', 'what-1': 'All', 'due-1': day }
    const reply = await at.go('delivery.commit', {
      as: emil,
      typed: typed({ ...promise, recommendation: '1', owner: emil.person ?? '', nextReportOn: day }),
    })
    if (reply.kind !== 'redirect') throw new Error(textOf(reply).slice(0, 2000))
  }
  return { real, town, at, read: real.read(town.place.id) }
}

test('what is kept or dropped is counted as it stands, also when four are settled in the same moment and one goes on', async () => {
  const { town, at, read } = await openTown()
  const { alice, dora, emil } = town.people
  const { rows: none } = await sql`select count from delivery.settled`.execute(read)
  expect(none, 'nothing is settled').toEqual([])
  const settle = (number: number, standing: string) =>
    at.go('delivery.report', {
      as: emil,
      at: spring,
      params: { number },
      typed: typed({ text: 'So.', standing, reason: 'It was looked at.' }),
    })
  const replies = await Promise.all([settle(1, 'kept'), settle(2, 'kept'), settle(3, 'dropped'), settle(4, 'kept')])
  expect(replies.map(({ kind }) => kind)).toEqual(['redirect', 'redirect', 'redirect', 'redirect'])
  expect(await commitmentCounts(read, today)).toEqual({ open: 0, late: 0, given: 4 })
  const doubted = { reopenReason: 'It does not stand.' }
  expect(await at.go('delivery.reopen', { as: alice, at: spring, typed: typed(doubted) })).toMatchObject({
    kind: 'redirect',
  })
  expect(await commitmentCounts(read, today)).toMatchObject({ open: 1, given: 3 })
  const answer = { goesOn: 'no', answerWords: 'We looked.', answerNext: '' }
  expect(await at.go('delivery.answer-reopening', { as: dora, at: spring, typed: typed(answer) })).toMatchObject({
    kind: 'redirect',
  })
  expect(await commitmentCounts(read, today)).toEqual({ open: 0, late: 0, given: 4 })
})

test('a desk is told the first reports due and how many there are, of her in her body alone', async () => {
  const { town, read } = await openTown()
  const { emil, dora } = town.people
  if (emil.person === null || dora.person === null) throw new Error('both are politicians')
  const { rows } = await sql<{
    readonly body: typeof town.place.id
  }>`select body_id as body from decision.package`.execute(read)
  const bodies = rows.map(({ body }) => body as never)
  const until = today.add({ days: 14 })
  const due = (asked: object) => reportsDue(read, { until, today, most: 2, ...asked })
  expect(await due({ hers: { owner: emil.person, bodies } })).toMatchObject({
    first: [{ title: 'By 2027-03-01' }, { title: 'By 2027-03-04' }],
    count: 3,
    late: 1,
  })
  expect(await due({})).toMatchObject({ count: 3, late: 1 })
  expect(await due({ hers: { owner: emil.person, bodies: [] } })).toEqual({ first: [], count: 0, late: 0 })
  expect(await due({ hers: { owner: dora.person, bodies } })).toEqual({ first: [], count: 0, late: 0 })
})
