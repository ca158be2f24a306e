import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Sent } from './testing-odd.ts'
import { rowOf } from './testing-row-forms.ts'
import { testOrigin, type Browser, type TestHouse } from './testing.ts'
import type { Kept, Watch } from './testing-written.ts'

export type Trial = {
  readonly house: TestHouse
  readonly watch: Watch
  readonly browser: Browser
  readonly place: string
}

/** No answer comes later. */
const mostMilliseconds = 1_000

export type Judged = { readonly isTaken: boolean; readonly faults: readonly string[] }

/** What is wrong with the answer to this, and with what it left in the database; nothing, where all is well. */
export async function judge(trial: Trial, sent: Sent): Promise<Judged> {
  const { status, milliseconds, broke } = await send(trial, sent)
  const kept = await trial.watch.since()
  if (broke !== undefined) return { isTaken: false, faults: [`${sent.path} ${broke}`] }
  const isSlow = milliseconds > mostMilliseconds && (await isSlowAgain(trial, sent))
  const slow = isSlow ? [`${sent.path} answered after ${milliseconds.toFixed(0)} ms`] : []
  const isTaken = status < 400
  return { isTaken, faults: [...slow, ...(isTaken ? faultsOfTaken(sent, kept) : faultsOfRefused(sent, kept, status))] }
}

/** The home page takes no longer on a machine that does nothing else. */
const usualMilliseconds = 50

/** A machine that is busy with something else is slow once, and with every page; what is slow is slow each time and more than others. */
async function isSlowAgain(trial: Trial, sent: Sent): Promise<boolean> {
  for (let again = 0; again < 3; again += 1) {
    const began = performance.now()
    await trial.browser.get('')
    const busy = Math.max(1, (performance.now() - began) / usualMilliseconds)
    const { milliseconds } = await send(trial, sent)
    await trial.watch.since()
    if (milliseconds <= mostMilliseconds * busy) return false
  }
  return true
}

type Answer = { readonly status: number; readonly milliseconds: number; readonly broke?: string }

async function send({ house, browser, place }: Trial, sent: Sent): Promise<Answer> {
  const body = sent.files.length > 0 ? new FormData() : new URLSearchParams()
  body.append('form-token', browser.token)
  for (const [name, value] of sent.fields) body.append(name, value)
  if (body instanceof FormData) for (const [name, file] of sent.files) body.append(name, file)
  const headers = {
    cookie: browser.cookie,
    origin: testOrigin,
    'sec-fetch-site': 'same-origin',
    ...(sent.isIsland ? { 'x-island': '1' } : {}),
  }
  const began = performance.now()
  try {
    const response = await house.ask(`/${sent.lang}/${place}${sent.path}`, { method: 'POST', headers, body })
    await response.arrayBuffer()
    const { status } = response
    return {
      status,
      milliseconds: performance.now() - began,
      ...(status >= 500 ? { broke: `answered ${status}` } : {}),
    }
  } catch (error) {
    return { status: 500, milliseconds: 0, broke: causeOf(error) }
  }
}

/** The message of what broke, which our own test house wraps. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause, message } = error
  return cause instanceof Error
    ? `broke: ${cause.message} ${cause.stack?.split('\n')[1]?.trim() ?? ''}`
    : `broke: ${message}`
}

/**
 * Written beside an act, not by it: a wrong code is no success and counted all the same, a file waits for its form to come back, a
 * session is seen.
 */
const beside: ReadonlySet<string> = new Set(['identity.attempt', 'identity.session', 'files.waiting'])

/** Where a form comes back with what is wrong and the rest of it is saved. */
const savesWhatIsRight: ReadonlySet<Address> = new Set<Address>(['mandate.save'])

/** What is on record of these is another of their acts: an appeal, a version. */
const recordsSome: ReadonlySet<Address> = new Set<Address>(['moderation.report', 'draft.change-section'])

/** A mail that tries whether mails go out is all there is to it. */
const isOnlyAJob: ReadonlySet<Address> = new Set<Address>(['settings.mail-test'])

function faultsOfRefused(sent: Sent, kept: readonly Kept[], status: number): readonly string[] {
  const { path } = sent
  const row = rowOf(path)
  if (row && savesWhatIsRight.has(row.at)) return faultsOfTaken(sent, kept)
  const written = kept.flatMap(({ tables }) => tables).filter((table) => !beside.has(table))
  return written.length > 0 ? [`${path} was refused with ${status} and wrote ${written.join(', ')}`] : []
}

/** An act is one transaction: its rows with its fact and its jobs, or nothing of it. */
function faultsOfTaken({ path }: Sent, kept: readonly Kept[]): readonly string[] {
  const row = rowOf(path)
  if (!row) return [`${path} was taken, and no row of the table takes it`]
  const known: readonly string[] = row.records === 'nothing' ? [] : row.records
  const acts = kept.filter(({ tables }) => tables.some((table) => !beside.has(table)))
  const wrote = acts.map(({ tables }) => tables.join(' ')).join(' | ')
  const strange = acts.flatMap(({ facts }) => facts).filter((fact) => !known.includes(fact))
  const isJobAlone = acts.some(({ tables }) => tables.every((table) => table.startsWith('pgboss.')))
  const isSilent = known.length > 0 && acts.length > 0 && acts.every(({ facts }) => facts.length === 0)
  return [
    ...(acts.length > 1 ? [`${path} wrote in ${acts.length} transactions: ${wrote}`] : []),
    ...strange.map((fact) => `${path} recorded ${fact}, which its row does not say`),
    ...(isJobAlone && !isOnlyAJob.has(row.at) ? [`${path} left a job without what it is for`] : []),
    ...(isSilent && !recordsSome.has(row.at) ? [`${path} wrote ${wrote} and recorded nothing`] : []),
  ]
}
