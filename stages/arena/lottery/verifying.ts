import { isDeepStrictEqual } from 'node:util'
import { mergeAlike } from '@folkmoot/sortition/alike.ts'
import { checkCertificate } from '@folkmoot/sortition/certificate.ts'
import type { Instance } from '@folkmoot/sortition/instance.ts'
import { lotteryFromJson } from '@folkmoot/sortition/lottery-file.ts'
import type { Solver as Programs } from '@folkmoot/sortition/solver.ts'
import { hashOf } from '../../../platform/ledger/index.ts'
import { commitToRow, fileHash, panelsFile } from './commitment.ts'
import type { DrawFile, RowsFile } from './draw-file.ts'
import { instanceOf, makePanels, methodOf } from './maker.ts'
import type { Drawable } from './solving.ts'

/** One thing that was checked: true, false with what was found, or not checked and why. */
export type Finding = { readonly what: string; readonly is: boolean | null; readonly found?: string }

/** Everything anybody can check of a draw with what was published, and with the rows of the list what only those can. */
export function verifyDraw(draw: DrawFile, rows: RowsFile | undefined, programs: Programs): readonly Finding[] {
  const panels = readPanels(draw.panels.file)
  const list = readList(draw.list.file)
  return [
    finding('The list has the code that was published when it was locked', fileHash(draw.list.file), draw.list.hash),
    finding('The list holds as many numbers as were published', list.size, draw.list.size),
    finding('The panels have the code that was read aloud', fileHash(draw.panels.file), draw.panels.hash),
    finding('The panels rest on these limits, this list and whoever left it', inputOf(draw), draw.panels.input),
    finding('Nobody chose the seed: it is that code', draw.panels.seed, draw.panels.input),
    { what: 'There are 1,000 panels, each with a seat for everybody on it', ...panelsAreWhole(draw, panels, list) },
    { what: 'Everybody’s share of the panels is within 1 in 1,000 of her chance', ...sharesFit(draw, panels) },
    { what: 'The number two people wrote gives the panel that was drawn', ...numberFits(draw, panels) },
    ...withRows(draw, { rows, panels, list, programs }),
  ]
}

type List = ReadonlyMap<number, string>
type Panels = readonly (readonly number[])[]
type Is = Omit<Finding, 'what'>

function finding(what: string, found: string | number, published: string | number): Finding {
  return found === published ? { what, is: true } : { what, is: false, found: `${found} is not ${published}` }
}

function readList(file: string): List {
  const lines = file.trimEnd().split('\n').slice(1)
  return new Map(lines.map((line) => [Number(line.split(',')[0]), line.split(',')[1] ?? '']))
}

function readPanels(file: string): Panels {
  const lines = file.trimEnd().split('\n').slice(1)
  return lines.map((line) => (line.split(',')[1] ?? '').split(' ').map(Number))
}

function inputOf({ limits, list, panels }: DrawFile): string {
  const { version: _version, ...rest } = limits
  return hashOf({ limits: rest, pool: list.hash, left: panels.left })
}

function panelsAreWhole({ limits, panels: { left } }: DrawFile, panels: Panels, list: List): Is {
  if (panels.length !== 1000) return { is: false, found: `${panels.length} panels` }
  const wrong = panels.findIndex(
    (members) =>
      new Set(members).size !== limits.seats ||
      members.length !== limits.seats ||
      members.some((number) => !list.has(number) || left.includes(number)),
  )
  return wrong === -1 ? { is: true } : { is: false, found: `panel ${wrong}` }
}

function sharesFit({ chances }: DrawFile, panels: Panels): Is {
  for (const [number, chance] of chances) {
    const times = panels.filter((members) => members.includes(number)).length
    if (Math.abs(times - panels.length * chance) >= 1 + 1e-6)
      return { is: false, found: `number ${number} is on ${times} panels, and its chance is ${chance}` }
  }
  return { is: true }
}

function numberFits({ throws, drawn }: DrawFile, panels: Panels): Is {
  const agreed = throws.filter(({ first, second }) => first === second)
  if (!drawn) return agreed.length === 0 ? { is: null, found: 'the dice have not been thrown' } : { is: false }
  const [one] = agreed
  const isSame = agreed.length === 1 && one?.first === drawn.panel
  const members = panels[Number(drawn.panel)]
  return isSame && isDeepStrictEqual(members, drawn.numbers)
    ? { is: true }
    : { is: false, found: `panel ${drawn.panel}` }
}

type Private = {
  readonly rows: RowsFile | undefined
  readonly panels: Panels
  readonly list: List
  readonly programs: Programs
}

const needRows = [
  'Every row is the one that was locked',
  'Every panel meets every limit, and has one person of a home at most where that was set',
  'The proof holds that no fairer chances exist',
  'Made again, the panels are the same to the last letter',
] as const

function withRows(draw: DrawFile, { rows, panels, list, programs }: Private): readonly Finding[] {
  const skip = (found: string): readonly Finding[] => needRows.map((what) => ({ what, is: null, found }))
  if (!rows) return skip('needs the file of the rows, which only the clerk has')
  const left = new Set(draw.panels.left)
  if (rows.rows.length < list.size - left.size)
    return skip('some people of the list have been erased, as they were promised')
  const [locked, limits, proof, again] = needRows
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
    { what: locked, ...rowsAreLocked(rows, list) },
    { what: limits, ...limitsAreMet(instance, { people, panels }) },
    { what: proof, ...proofHolds(draw, rows, { instance, programs }) },
    { what: again, ...comesOutAgain(draw, people, programs) },
  ]
}

function rowsAreLocked({ rows }: RowsFile, list: List): Is {
  const wrong = rows.find(
    ({ salt, ...row }) => commitToRow(row, Buffer.from(salt, 'hex')).toString('hex') !== list.get(row.number),
  )
  return wrong ? { is: false, found: `the row of number ${wrong.number} is another one` } : { is: true }
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
        if (count < min || count > max) return { is: false, found: `panel ${panel}` }
      }
    const homes = members.flatMap(({ household }) => household ?? [])
    if (new Set(homes).size < homes.length) return { is: false, found: `panel ${panel} has two of one home` }
  }
  return { is: true }
}

function proofHolds(
  draw: DrawFile,
  { certificate }: RowsFile,
  { instance, programs }: { readonly instance: Instance; readonly programs: Programs },
): Is {
  if (!certificate) return { is: null, found: 'the rows were written before the panels were made' }
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
  if (!lottery) return { is: false, found: 'the proof is none for these limits and this list' }
  const verdict = checkCertificate(instance, lottery, { solver: programs })
  return verdict.faults.length === 0 ? { is: true } : { is: false, found: JSON.stringify(verdict.faults[0]) }
}

function comesOutAgain({ limits, panels }: DrawFile, people: readonly Drawable[], programs: Programs): Is {
  if (panels.method !== methodOf(programs)) {
    return { is: null, found: `made with ${panels.method}; here is ${methodOf(programs)}` }
  }
  const made = makePanels(
    programs,
    { limits, people, seed: panels.seed },
    { onProgress: () => {}, isStopped: () => false },
  )
  return made.kind === 'made' && panelsFile(made.panels) === panels.file
    ? { is: true }
    : { is: false, found: 'other panels come out' }
}
