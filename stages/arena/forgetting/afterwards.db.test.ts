import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { codeOf } from '../letters/codes.ts'
import * as letters from '../letters/commands.ts'
import { runOf } from '../letters/print-store.ts'
import * as byStaff from '../by-staff/commands.ts'
import * as onBehalf from '../on-behalf/commands.ts'
import { at, decideOn, openCall, openTown, read, real, town, writeDown } from '../testing-call.ts'
import { forgettingPoll } from './jobs.ts'

const thatDay = Temporal.Instant.from('2027-02-05T23:01:00Z')
const lastDay = Temporal.Instant.from('2027-03-07T23:01:00Z')

openTown()

// A bug once: an answer by telephone that nobody had confirmed could be sent back for ever, with words nobody erased.
it('nothing is written of an answer once the record it belongs to is erased', async () => {
  const call = await openCall()
  const receipt = await writeDown(call, { phone: '12345678' })
  await decideOn(call, receipt)
  const { chen, gita } = town.people
  const answer = { slug: call.slug, receipt, answer: 'withdraw', way: 'phone', words: '' } as const
  expect(await onBehalf.recordAnswer(real.at(thatDay), chen, answer)).toMatchObject({ ok: true })
  await forgettingPoll(real.at(thatDay), town.place.id)
  await forgettingPoll(real.at(lastDay), town.place.id)
  const deciding = { slug: call.slug, number: 1, why: 'Ask Grethe in her street' }
  expect(await onBehalf.decideAnswer(real.at(lastDay), gita, deciding)).toMatchObject({ refusal: 'no-such-record' })
  expect(await onBehalf.decideAnswer(real.at(lastDay), gita, { ...deciding, why: null })).toMatchObject({ ok: false })
})

// A bug once: confirmed after the day, her letter was written to her account, and nothing took it away again.
it('which letter was whose is known of nobody after the last day, also of who was confirmed since the day', async () => {
  const call = await openCall()
  const addresses = [1, 2, 3].map((number) => ({
    name: 'Grethe',
    lines: [`Havnevej ${number}`],
    postcode: '5700',
    town: '',
    household: null,
    values: [],
  }))
  const { chen, gita } = town.people
  await letters.listAddresses(at, chen, { slug: call.slug, list: { features: [], addresses } })
  await letters.drawLetters(at, chen, { slug: call.slug, letters: 1, strataBy: [], expected: {} })
  const run = await runOf(read(), call.problem, 1)
  if (!run) throw new Error('the letters are drawn')
  const number = await writeDown(call, { phone: '1', code: codeOf(run.key, 1) })
  await forgettingPoll(real.at(thatDay), town.place.id)
  const confirming = { slug: call.slug, number, why: null }
  expect(await byStaff.decideRecord(real.at(thatDay), gita, confirming)).toMatchObject({ ok: true })
  const whose = async () => {
    const { rows } = await sql<{ readonly answer: string; readonly known: boolean }>`
      select answer, account_id is not null as known from arena.letter where problem_id = ${call.problem}`.execute(
      read(),
    )
    return rows
  }
  expect(await whose()).toEqual([{ answer: 'yes', known: true }])
  await forgettingPoll(real.at(lastDay), town.place.id)
  expect(await whose()).toEqual([{ answer: 'yes', known: false }])
})
