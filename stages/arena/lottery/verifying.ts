import { mergeAlike } from '@folkmoot/sortition/alike.ts'
import { checkCertificate } from '@folkmoot/sortition/certificate.ts'
import type { Instance } from '@folkmoot/sortition/instance.ts'
import { lotteryFromJson } from '@folkmoot/sortition/lottery-file.ts'
import type { Solver as Programs } from '@folkmoot/sortition/solver.ts'
import {
  onPanel,
  publicChecks,
  readList,
  readPanels,
  type CheckKey,
  type Found,
  type FoundKey,
  type List,
  type Panels,
} from './checks.ts'
import { commitToRow, panelsFile } from './commitment.ts'
import type { DrawFile, RowsFile } from './draw-file.ts'
import { instanceOf, makePanels, methodOf } from './maker.ts'
import { lotteryWords } from './messages/words.ts'
import type { Drawable } from './solving.ts'
import type { RecordFoundKey, RecordKey } from './verifying-record.ts'

type RowsKey = 'rows' | 'limits' | 'proof' | 'again'
type RowsFoundKey =
  | 'needs-rows'
  | 'erased'
  | 'row'
  | 'two-homes'
  | 'no-proof'
  | 'proof-none'
  | 'fault'
  | 'other-method'
  | 'other-panels'

/** One thing that was checked: true, false with what was found, or not checked and why. */
export type Finding = Is & { readonly what: CheckKey | RowsKey | RecordKey }
type Is = {
  readonly is: boolean | null
  readonly found?: Omit<Found, 'why'> & { readonly why: FoundKey | RowsFoundKey | RecordFoundKey }
}

/** What was checked and what was found, in words. */
export function findingInWords({ what, found }: Finding, lang: string): string {
  const say = lotteryWords.say(lang)
  return found ? `${say(`verify.${what}`)} (${say(`found.${found.why}`, found.values)})` : say(`verify.${what}`)
}

/** Everything anybody can check of a draw with what was published, and with the rows of the list what only those can. */
export async function verifyDraw(
  draw: DrawFile,
  rows: RowsFile | undefined,
  programs: Programs,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { what, run } of publicChecks(draw)) findings.push({ what, ...(await run()) })
  const [panels, list] = [readPanels(draw.panels.file), readList(draw.list.file)]
  return [...findings, ...withRows(draw, { rows, panels, list, programs })]
}

type Private = {
  readonly rows: RowsFile | undefined
  readonly panels: Panels
  readonly list: List
  readonly programs: Programs
}

const needRows = ['rows', 'limits', 'proof', 'again'] as const

function withRows(draw: DrawFile, { rows, panels, list, programs }: Private): readonly Finding[] {
  const skip = (why: RowsFoundKey): readonly Finding[] => needRows.map((what) => ({ what, is: null, found: { why } }))
  if (!rows) return skip('needs-rows')
  const left = new Set(draw.panels.left)
  if (rows.rows.length < list.size - left.size) return skip('erased')
  const people = rows.rows
    .filter(({ number }) => !left.has(number))
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, values, household }): Drawable => ({
      number,
      values,
      household: draw.limits.onePerHousehold ? household : null,
    }))
  const instance = instanceOf({ limits: draw.limits, people })
  return [
    { what: 'rows', ...rowsAreLocked(rows, list) },
    { what: 'limits', ...limitsAreMet(instance, { people, panels }) },
    { what: 'proof', ...proofHolds(draw, rows, { instance, programs }) },
    { what: 'again', ...comesOutAgain(draw, people, programs) },
  ]
}

function rowsAreLocked({ rows }: RowsFile, list: List): Is {
  const wrong = rows.find(
    ({ salt, ...row }) => commitToRow(row, Buffer.from(salt, 'hex')).toString('hex') !== list.get(row.number),
  )
  return wrong ? { is: false, found: { why: 'row', values: { number: String(wrong.number) } } } : { is: true }
}

function limitsAreMet(
  { features }: Instance,
  { people, panels }: { readonly people: readonly Drawable[]; readonly panels: Panels },
): Is {
  const byNumber = new Map(people.map((one) => [one.number, one]))
  for (const [panel, numbers] of panels.entries()) {
    const members = numbers.flatMap((number) => byNumber.get(number) ?? [])
    for (const [at, { quotas }] of features.entries())
      for (const { value, min, max } of quotas) {
        const count = members.filter(({ values }) => values[at] === value).length
        if (count < min || count > max) return { is: false, found: onPanel(panel) }
      }
    const homes = members.flatMap(({ household }) => household ?? [])
    if (new Set(homes).size < homes.length) return { is: false, found: { ...onPanel(panel), why: 'two-homes' } }
  }
  return { is: true }
}

function proofHolds(
  draw: DrawFile,
  { certificate }: RowsFile,
  { instance, programs }: { readonly instance: Instance; readonly programs: Programs },
): Is {
  if (!certificate) return { is: null, found: { why: 'no-proof' } }
  const { kinds } = mergeAlike(instance)
  const chances = new Map(draw.chances)
  const lottery = lotteryFromJson(instance, {
    objective: 'leximin',
    probabilities: instance.candidates.map(({ id }) => chances.get(Number(id)) ?? 0),
    panels: certificate.panels.map(({ weight, kinds: seated }) => ({
      weight,
      seats: kinds.map((_, kind) => seated.filter((one) => one === kind).length),
    })),
    certificate: certificate.proof,
  })
  if (!lottery) return { is: false, found: { why: 'proof-none' } }
  const verdict = checkCertificate(instance, lottery, { solver: programs })
  const [fault] = verdict.faults
  return fault ? { is: false, found: { why: 'fault', values: { fault: JSON.stringify(fault) } } } : { is: true }
}

function comesOutAgain({ limits, panels }: DrawFile, people: readonly Drawable[], programs: Programs): Is {
  if (panels.method !== methodOf(programs)) {
    const values = { made: panels.method, here: methodOf(programs) }
    return { is: null, found: { why: 'other-method', values } }
  }
  const made = makePanels(
    programs,
    { limits, people, seed: panels.seed },
    { onProgress: () => {}, isStopped: () => false },
  )
  return made.kind === 'made' && panelsFile(made.panels) === panels.file
    ? { is: true }
    : { is: false, found: { why: 'other-panels' } }
}
