import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Read } from '../../../platform/db/index.ts'
import type { Problem } from '../../problem/index.ts'
import { profileName } from '../arena.ts'
import { gather } from './applicants.ts'
import { inForce } from './beacon-rules.ts'
import { announcementsOf, readingsOf, type Announcement, type Reading } from './beacon-store.ts'
import { panelsWith, type Chance } from './chances.ts'
import { fillable } from './fillable.ts'
import { lastRunOf, panelsOf, throwsOf, type Panels, type Run, type Throw } from './panels-store.ts'
import { entriesOf, poolOf, type Entry, type Pool } from './pool-store.ts'
import type { PublishedCount } from '@folkmoot/tally/publish-counts.ts'
import { vacantIn, type Vacant } from './replacing.ts'
import { isOpenTo, prepares } from './rules.ts'
import { standingOf, type LotteryStanding } from './standing.ts'
import { sayable } from './counted.ts'
import { limitsOf, type LimitsVersion } from './store.ts'

/** Everything the page of a draw says, for one reader. */
export type DrawView = {
  readonly standing: LotteryStanding
  readonly versions: readonly LimitsVersion[]
  readonly limits: LimitsVersion | undefined
  readonly pool: Pool | undefined
  /** By feature and group, as far as it may be said; empty before the list is locked. */
  readonly applied: ReadonlyMap<string, PublishedCount>
  readonly run: Run | null
  readonly panels: Panels | undefined
  readonly throws: readonly Throw[]
  readonly announced: readonly Announcement[]
  /** The beacon that gives the number; undefined where dice do. */
  readonly beacon: Announcement | undefined
  readonly readings: readonly Reading[]
  /** What counts: a throw, or what a beacon gave. */
  readonly drawn: Drawn | undefined
  /** By group: how many of the drawn belong to it; null before, and where the group is too small to be spoken of. */
  readonly drawnOf: ReadonlyMap<string, number> | null
  readonly drawnPeople: readonly DrawnPerson[]
  readonly mine: Mine | undefined
  readonly mayPrepare: boolean
  /** Whether its limits, panels and chances are shown to this reader. */
  readonly isOpen: boolean
  /** How many of its seats are free again, when nobody is asked any more. */
  readonly free: number
  /** How many seats those who wait can fill, while the list is open and when seats are free again; null else. */
  readonly canFill: number | null
}

/** The panel that was drawn, and by what. */
export type Drawn =
  | { readonly panel: number; readonly thrown: Throw }
  | { readonly panel: number; readonly thrown: null; readonly reading: Reading; readonly beacon: Announcement }

/** Somebody on the drawn panel. Her name is public when she has said yes to her seat. */
export type DrawnPerson = { readonly number: number; readonly name: string | null; readonly line: string }

/** What only the applicant herself sees. */
export type Mine = {
  readonly number: number
  readonly row: { readonly values: readonly string[]; readonly household: string | null; readonly salt: string }
  readonly panels: readonly number[]
  readonly chance: Chance | null
  readonly isDrawn: boolean
}

export async function drawView(
  read: Read,
  problem: Problem,
  {
    actor,
    asked,
    now,
  }: {
    readonly actor: Actor
    /** An earlier draw of the case. */
    readonly asked: number | null
    readonly now: Temporal.Instant
  },
): Promise<DrawView> {
  const standing = await standingOf(read, problem, asked)
  const { at } = standing
  const [versions, pool, entries, run, panels, throws, announced, readings, vacant] = await Promise.all([
    limitsOf(read, at),
    poolOf(read, at),
    entriesOf(read, at),
    lastRunOf(read, at),
    panelsOf(read, at),
    throwsOf(read, at),
    announcementsOf(read, at),
    readingsOf(read, at),
    vacantIn(read, standing),
  ])
  const limits = panels ? versions.find(({ version }) => version === panels.version) : versions.at(-1)
  // A round that has passed before there are panels gives no number.
  const beacon = inForce(announced, panels?.madeAt ?? now)
  const drawn = drawnBy({ throws, readings, beacon })
  const numbers = drawn && panels ? (panels.panels[drawn.panel] ?? []) : []
  return {
    standing,
    versions,
    limits,
    pool,
    applied: new Map(Object.entries(pool?.applied ?? {})),
    run,
    panels,
    throws,
    announced,
    beacon,
    readings,
    drawn,
    drawnOf: sayable(limits ?? { features: [] }, standing.lottery?.drawnOf ?? null),
    drawnPeople: peopleOf(standing, entries, numbers),
    mine: limits && pool ? mineOf({ entries, panels, numbers, actor }) : undefined,
    isOpen: isOpenTo(standing.lottery, actor),
    mayPrepare: standing.isNewest && prepares(standing, actor),
    free: vacant && !vacant.isAsked ? vacant.free : 0,
    canFill: await canFill(read, standing, { limits, vacant }),
  }
}

async function canFill(
  read: Read,
  standing: LotteryStanding,
  { limits, vacant }: { readonly limits: LimitsVersion | undefined; readonly vacant: Vacant | null },
): Promise<number | null> {
  if (vacant) return fillable(vacant.limits, vacant.candidates)
  if (standing.lottery?.step !== 'limits' || !limits) return null
  return fillable(limits, (await gather(read, standing, limits)).applicants)
}

function drawnBy({ throws, readings, beacon }: Pick<DrawView, 'throws' | 'readings' | 'beacon'>): Drawn | undefined {
  const thrown = throws.find(({ panel, secondPanel }) => panel === secondPanel)
  if (thrown) return { panel: thrown.panel, thrown }
  const reading = readings.find(({ randomness, secondRandomness }) => randomness === secondRandomness)
  return reading && beacon ? { panel: reading.panel, thrown: null, reading, beacon } : undefined
}

function peopleOf(
  { arena }: LotteryStanding,
  entries: readonly Entry[],
  numbers: readonly number[],
): readonly DrawnPerson[] {
  const seats = new Map(arena.seats.map((seat) => [seat.account, seat]))
  const accounts = new Map(entries.map(({ number, account }) => [number, account]))
  const people = numbers.map((number) => {
    const account = accounts.get(number)
    const seat = account ? seats.get(account) : undefined
    return { number, name: seat?.name ?? null, line: profileName(arena, seat?.profile ?? null) }
  })
  // In the order of the names: the order of the numbers would tell whose number is whose.
  return people.toSorted(
    (a, b) => Number(a.name === null) - Number(b.name === null) || (a.name ?? '').localeCompare(b.name ?? ''),
  )
}

type Among = {
  readonly entries: readonly Entry[]
  readonly panels: Panels | undefined
  readonly numbers: readonly number[]
  readonly actor: Actor
}

function mineOf({ entries, panels, numbers, actor }: Among): Mine | undefined {
  const entry = actor.account === null ? undefined : entries.find(({ account }) => account === actor.account)
  if (!entry?.values || !entry.salt) return undefined
  const { number, values, household, salt, chance } = entry
  return {
    number,
    row: { values, household, salt: salt.toString('hex') },
    panels: panels ? panelsWith(panels.panels, number) : [],
    chance: panels && chance ? { ...chance, times: panelsWith(panels.panels, number).length } : null,
    isDrawn: numbers.includes(number),
  }
}
