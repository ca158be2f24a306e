import { createHash } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import { expect, it } from 'vitest'
import { tablesWith } from '../../../platform/db/testing.ts'
import { setPreferences } from '../../../platform/identity/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { tellJob } from '../../../platform/notices/index.ts'
import { answerOffer } from '../acceptances/answering.ts'
import { changeApplication } from '../changing.ts'
import { applyForSeat } from '../commands.ts'
import * as answers from '../letters/answers-commands.ts'
import { codeOf } from '../letters/codes.ts'
import * as letters from '../letters/commands.ts'
import { printJob } from '../letters/jobs.ts'
import { runOf } from '../letters/print-store.ts'
import { arenaWords } from '../messages/words.ts'
import * as onBehalf from '../on-behalf/commands.ts'
import { answerApplications } from '../selecting.ts'
import { applicationsOf } from '../store.ts'
import type { TestCall } from '../testing.ts'
import { at, decideOn, home, openCall, openTown, read, real, resident, town, writeDown } from '../testing-call.ts'
import { forgettingPoll } from './jobs.ts'

/** No word of any language: whatever it stands in was told for this case. */
const marker = 'Zibeltunge'
const thatDay = Temporal.Instant.from('2027-02-05T23:01:00Z')
const origin = () => 'https://folkmoot.example'

openTown()

const whereIs = () => tablesWith(home.url, marker)

/** Who reads each news in a mail of its own, so that its words go as far as words can. */
async function applicant(call: TestCall): Promise<Actor> {
  const who = await resident()
  await real.transact(town.place.id, null, async (tx) => {
    if (who.account) await setPreferences(tx, who.account, { name: 'Nia', language: 'en', mailFrequency: 'at-once' })
  })
  const words = { slug: call.slug, profile: call.profile, tie: `${marker}vej`, gender: null }
  await applyForSeat(at, who, { ...words, motivation: `First ${marker}` })
  expect(await changeApplication(at, who, { ...words, motivation: `Then ${marker}` })).toMatchObject({ ok: true })
  return who
}

/** Everything on the queue is done, and stays there as done work does. */
async function workOff(): Promise<void> {
  const jobs = async (queue: string): Promise<readonly Job[]> => {
    const { rows } = await real.queueSql('select data from pgboss.job where name = $1', [queue])
    return (rows as { data: Job }[]).map(({ data }) => data)
  }
  const tell = tellJob({ origin, say: (_, lang) => arenaWords.sayAny(lang) })
  for (const job of await jobs('notices.tell')) await tell(at, job)
  for (const job of await jobs('letters.print')) await printJob({ origin })(at, job)
}

async function sendLetters({ slug, problem }: TestCall): Promise<void> {
  const addresses = [1, 2, 3].map((number) => ({
    name: marker,
    lines: [`${marker}vej ${number}`],
    postcode: '5700',
    town: marker,
    household: `${marker}${number}`,
    values: [],
  }))
  const { chen, alice } = town.people
  await letters.listAddresses(at, chen, { slug, list: { features: [], addresses } })
  await letters.drawLetters(at, chen, { slug, letters: 2, strataBy: [], expected: {} })
  const run = await runOf(read(), problem, 1)
  if (!run) throw new Error('the letters are drawn')
  const nobody = { ...alice, account: null, roles: [] }
  const opened = await answers.openLetter(at, nobody, { typed: codeOf(run.key, 1), client: null })
  if (!opened.ok || opened.value.kind !== 'opened') throw new Error('the letter opens')
  const token = createHash('sha256').update(opened.value.token).digest()
  const no = { token, timeZone: town.place.timeZone, reason: `No ${marker}` }
  expect(await answers.declineLetter(at, nobody, no)).toMatchObject({ ok: true })
}

/** By telephone: one says later that she takes it back, one was sent back, and one is answered like everybody else. */
async function writeThreeDown(call: TestCall): Promise<void> {
  const words = { motivation: marker, tie: marker, name: marker }
  const numbers = []
  for (const phone of ['1', '2', '3'])
    numbers.push(await writeDown(call, { ...words, phone, address: `${marker}vej ${phone}` }))
  const [first = 0, second = 0, third = 0] = numbers
  await decideOn(call, first)
  await decideOn(call, second)
  await decideOn(call, third, `Ask ${marker} for her street`)
  const { chen, gita } = town.people
  const takesBack = { slug: call.slug, receipt: second, answer: 'withdraw', way: 'phone', words: '' } as const
  await onBehalf.recordAnswer(at, chen, takesBack)
  await onBehalf.decideAnswer(at, gita, { slug: call.slug, number: 1, why: `Ask ${marker} again` })
}

// A bug once: the reason of an answer stood in the notice, in the finished job and in the mail of who was told it.
it('abuse 69: no word of what was told is left in any table after the day: not in a notice, a finished job or a mail on its way', async () => {
  const call = await openCall()
  const [nia] = [await applicant(call), await applicant(call)]
  await writeThreeDown(call)
  await sendLetters(call)
  await workOff()
  const [first, ...others] = (await applicationsOf(read(), call.problem)).map(({ number }) => number)
  const reason = `Why: ${marker}`
  const choice = { reason, criteria: [], isSelected: false, isSubstitute: false }
  const choices = [
    { ...choice, number: first ?? 0, isSelected: true, criteria: ['Lives beside it'] },
    ...others.map((number, position) => ({ ...choice, number, isSubstitute: position === 0 })),
  ]
  expect(await answerApplications(at, town.people.dora, { slug: call.slug, choices })).toMatchObject({ ok: true })
  const no = { slug: call.slug, isYes: false, words: `No: ${marker}` }
  expect(await answerOffer(at, nia, no)).toMatchObject({ ok: true })
  await workOff()
  // What is looked for is there: in each of these, until the day.
  expect(await whereIs()).toEqual([
    'arena.address',
    'arena.application',
    'arena.letter',
    'arena.offer',
    'arena.staff_answer',
    'arena.staff_record',
    'identity.account',
    'ledger.event_secret',
  ])
  await forgettingPoll(real.at(thatDay), town.place.id)
  expect(await whereIs()).toEqual([])
})
