import { beacons, timeOfRound } from '@folkmoot/sortition/beacons.ts'
import { numberOfBeacon } from '@folkmoot/sortition/picked-number.ts'
import canonicalize from 'canonicalize'
import { leadMinutes, patienceMinutes, patienceWhenReadMinutes } from './beacon-rules.ts'
import type { DrawFile } from './draw-file.ts'
import { panelCount } from './solving.ts'

/** What anybody checks of a draw with its published file alone, in the command and in a browser: so nothing here is of Node. */
export type Check = { readonly what: CheckKey; readonly run: () => Promise<Is> | Is }

export type CheckKey =
  | 'limits-set'
  | 'list-code'
  | 'list-size'
  | 'labels'
  | 'panels-code'
  | 'input'
  | 'seed'
  | 'whole'
  | 'shares'
  | 'beacon'
  | 'number'

/** True, false with what was found, or not checked and why. */
export type Is = { readonly is: boolean | null; readonly found?: Found }
export type Found = { readonly why: FoundKey; readonly values?: Readonly<Record<string, string>> }

export type FoundKey =
  | 'differs'
  | 'panel'
  | 'panels'
  | 'share'
  | 'line'
  | 'no-chance'
  | 'sum'
  | 'no-number'
  | 'given-up'
  | 'given-up-by-two'
  | 'in-haste'
  | 'set-late'
  | 'thrown-early'
  | 'late'
  | 'round-time'
  | 'signature'
  | 'signature-round'

export type List = ReadonlyMap<number, string>
export type Panels = readonly (readonly number[])[]

export function publicChecks(draw: DrawFile): readonly Check[] {
  const panels = readPanels(draw.panels.file)
  const list = readList(draw.list.file)
  const same = async (found: Promise<string> | string, published: string): Promise<Is> =>
    differs(await found, published)
  const { limitsSet } = draw
  return [
    ...(limitsSet ? [{ what: 'limits-set', run: () => setInTime(limitsSet) } as const] : []),
    { what: 'list-code', run: () => same(sha256(draw.list.file), draw.list.hash) },
    { what: 'list-size', run: () => differs(String(list.size), String(draw.list.size)) },
    { what: 'labels', run: () => linesAreLabelled(draw) },
    { what: 'panels-code', run: () => same(sha256(draw.panels.file), draw.panels.hash) },
    { what: 'input', run: () => same(inputOf(draw), draw.panels.input) },
    { what: 'seed', run: () => differs(draw.panels.seed, draw.panels.input) },
    { what: 'whole', run: () => panelsAreWhole(draw, panels, list) },
    { what: 'shares', run: () => sharesFit(draw, panels, list) },
    ...(draw.beacons.length > 0 ? [{ what: 'beacon', run: () => beaconsFit(draw) } as const] : []),
    { what: 'number', run: () => numberFits(draw, panels) },
  ]
}

/** Limits that were set late may be fair all the same: who checks is told, and judges. */
function setInTime({ at, callClosedAt }: NonNullable<DrawFile['limitsSet']>): Is {
  if (callClosedAt === null) return { is: true }
  return { is: null, found: { why: 'set-late', values: { set: at, closed: callClosedAt } } }
}

/** In hexadecimal, by the machine that every browser has on a safe page, and Node too. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex()
}

function differs(found: string, published: string): Is {
  return found === published ? { is: true } : { is: false, found: { why: 'differs', values: { found, published } } }
}

export function readList(file: string): List {
  const lines = file.trimEnd().split('\n').slice(1)
  return new Map(lines.map((line) => [Number(line.split(',')[0]), line.split(',')[1] ?? '']))
}

export function readPanels(file: string): Panels {
  const lines = file.trimEnd().split('\n').slice(1)
  return lines.map((line) => (line.split(',')[1] ?? '').split(' ').map(Number))
}

/** As `hashOf` of the ledger: SHA-256 over canonical JSON (RFC 8785). */
function inputOf({ limits, list, panels }: DrawFile): Promise<string> {
  const { version: _version, ...rest } = limits
  return sha256(canonicalize({ limits: rest, pool: list.hash, left: panels.left }) ?? '')
}

function panelsAreWhole({ limits, panels: { left } }: DrawFile, panels: Panels, list: List): Is {
  if (panels.length !== panelCount)
    return { is: false, found: { why: 'panels', values: { count: String(panels.length) } } }
  const gone = new Set(left)
  const wrong = panels.findIndex(
    (members) =>
      new Set(members).size !== limits.seats ||
      members.length !== limits.seats ||
      members.some((number) => !list.has(number) || gone.has(number)),
  )
  return wrong === -1 ? { is: true } : { is: false, found: onPanel(wrong) }
}

export function onPanel(panel: number | string): Found {
  return { why: 'panel', values: { panel: String(panel).padStart(3, '0') } }
}

/** The line of a panel is found by its place: what it is called has to be the same. Of a list each number stands once. */
function linesAreLabelled({ list, panels }: DrawFile): Is {
  const labels = (file: string): readonly string[] =>
    file
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0] ?? '')
  const wrong = [
    ...labels(panels.file).filter((label, at) => label !== String(at).padStart(3, '0')),
    ...labels(list.file).filter((label, at) => label !== String(at + 1)),
  ]
  return wrong[0] === undefined ? { is: true } : { is: false, found: { why: 'line', values: { line: wrong[0] } } }
}

/** Of everybody who could be drawn, once each, and of nobody else. */
function sharesFit({ chances, limits, panels: { left } }: DrawFile, panels: Panels, list: List): Is {
  const told = new Map(chances)
  const gone = new Set(left)
  const awaited = [...list.keys()].filter((number) => !gone.has(number))
  const odd =
    awaited.find((number) => !told.has(number)) ??
    [...told.keys()].find((number) => gone.has(number) || !list.has(number)) ??
    (told.size === chances.length ? undefined : chances[0]?.[0])
  if (odd !== undefined) return { is: false, found: { why: 'no-chance', values: { number: String(odd) } } }
  const sum = chances.reduce((all, [, chance]) => all + chance, 0)
  if (!(Math.abs(sum - limits.seats) < 1e-6))
    return { is: false, found: { why: 'sum', values: { sum: String(sum), seats: String(limits.seats) } } }
  const times = new Map<number, number>()
  for (const number of panels.flat()) times.set(number, (times.get(number) ?? 0) + 1)
  for (const [number, chance] of chances) {
    const on = times.get(number) ?? 0
    if (Math.abs(on - panels.length * chance) < 1 + 1e-6) continue
    const values = { number: String(number), times: String(on), chance: String(chance) }
    return { is: false, found: { why: 'share', values } }
  }
  return { is: true }
}

type Beacon = DrawFile['beacons'][number]

/** The one that counts: its round came after the panels were published, and it was not given up. */
function beaconOf({ beacons: announced, panels }: DrawFile): Beacon | undefined {
  return announced.find(({ roundAt, givenUp }) => !givenUp && isBefore(panels.publishedAt, roundAt))
}

function isBefore(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other)
}

function beaconsFit(draw: DrawFile): Is {
  for (const { beacon, round, roundAt, announcedAt } of draw.beacons) {
    const time = timeOfRound(beacons[beacon], round)
    if (time.epochMilliseconds !== Date.parse(roundAt))
      return { is: false, found: { why: 'round-time', values: { found: time.toString(), published: roundAt } } }
    if (Date.parse(announcedAt) + leadMinutes * 60_000 > Date.parse(roundAt))
      return { is: false, found: { why: 'late', values: { announced: announcedAt, published: roundAt } } }
  }
  const given = draw.beacons.find(({ givenUp }) => givenUp)
  return given ? wasMissing(draw, given) : { is: true }
}

/** Whether the two who gave it up waited as long as they had to. Whether it came only its address tells: who checks looks there. */
function wasMissing({ readings }: DrawFile, { turn, roundAt, address, doubt, givenUp }: Beacon): Is {
  const { at, reason } = givenUp ?? { at: roundAt, reason: '' }
  if (!doubt) return { is: null, found: { why: 'given-up', values: { reason, address } } }
  const patience = readings.some((one) => one.turn === turn) ? patienceWhenReadMinutes : patienceMinutes
  const isInHaste =
    Date.parse(doubt.at) < Date.parse(roundAt) + patienceMinutes * 60_000 ||
    Date.parse(at) < Date.parse(roundAt) + patience * 60_000 ||
    !isBefore(doubt.at, at)
  if (isInHaste) return { is: false, found: { why: 'in-haste', values: { given: at, published: roundAt } } }
  return { is: null, found: { why: 'given-up-by-two', values: { doubt: doubt.found, reason, address } } }
}

async function numberFits(draw: DrawFile, panels: Panels): Promise<Is> {
  const { drawn } = draw
  const thrown = draw.throws.filter(({ first, second }) => first === second)
  const read = draw.readings.filter(({ first, second }) => first === second)
  const [one, ...more] = [...thrown.map(({ first }) => first), ...read.map(({ first }) => panelOf(first))]
  if (!drawn) return one === undefined ? { is: null, found: { why: 'no-number' } } : { is: false }
  const members = panels[Number(drawn.panel)] ?? []
  const isWritten = one === drawn.panel && more.length === 0
  if (!isWritten || members.join(' ') !== drawn.numbers.join(' ')) return { is: false, found: onPanel(drawn.panel) }
  const early = thrownEarly(draw)
  if (early) return { is: false, found: { why: 'thrown-early', values: { thrown: early } } }
  return fromItsSource(draw, read[0])
}

function panelOf(randomness: string): string {
  const number = numberOfBeacon(randomness, panelCount)
  return number.ok ? String(number.value).padStart(3, '0') : ''
}

/** Dice two people wrote differently are looked at again, or thrown after that: when they were thrown where neither is true. */
function thrownEarly({ throws }: DrawFile): string | undefined {
  const minute = 60_000
  return throws.find(
    ({ sameAs, thrownAt = '' }, at) =>
      sameAs === null &&
      throws.slice(0, at).some(({ writtenAt = '' }) => Date.parse(thrownAt) + minute <= Date.parse(writtenAt)),
  )?.thrownAt
}

/** Dice where no beacon was announced; else the round that was, after its time, with its own signature. */
async function fromItsSource(draw: DrawFile, reading: DrawFile['readings'][number] | undefined): Promise<Is> {
  const beacon = beaconOf(draw)
  if (!beacon || !reading) return { is: beacon === undefined && reading === undefined }
  if (reading.turn !== beacon.turn || isBefore(reading.writtenAt, beacon.roundAt))
    return { is: false, found: { why: 'late', values: { announced: reading.writtenAt, published: beacon.roundAt } } }
  const { letters, isSigned } = beacons[beacon.beacon]
  if (reading.first.length !== letters) return { is: false }
  if (reading.signature === null || !isSigned) return { is: true }
  const signed = /^(?:[0-9a-f]{2})+$/.test(reading.signature) ? await sha256(Uint8Array.fromHex(reading.signature)) : ''
  if (signed !== reading.first) return { is: false, found: { why: 'signature' } }
  // Loaded where it is needed: most draws are by dice.
  const { isOfRound } = await import('./beacon-signature.ts')
  const isOfIt = await isOfRound(beacon.beacon, beacon.round, reading.signature)
  return isOfIt === false ? { is: false, found: { why: 'signature-round' } } : { is: true }
}
