import { poissonTail } from './poisson.ts'

/** Somebody's random name, when she first voted (microseconds since 1970), and what she said last: `3a 7d 9p`, in any order. */
export type Voter = { readonly voter: string; readonly first: number; readonly votes: string }

/** Which network somebody came from, where that is still known: a hash. */
export type Networks = ReadonlyMap<string, string>

export const kinds = ['burst', 'night', 'same-answers', 'one-network'] as const
export type Kind = (typeof kinds)[number]

export type Anomaly = {
  readonly kind: Kind
  readonly voters: readonly string[]
  /** In microseconds since 1970: of the first who is in it and the last. */
  readonly from: number
  readonly until: number
  /** How many would come by chance. */
  readonly expected: number
}

/** Since when and until when people could vote, in microseconds, and the clock of the place. */
export type Span = { readonly from: number; readonly until: number; readonly timeZone: string }

/** Fewer are no pattern, and nothing is published of fewer. */
const leastPeople = 10
/** In a rush: a class that votes in one lesson is none. */
const leastInBurst = 20
const leastAnswers = 10
/** By chance alone one consultation in a thousand has one. */
const rare = 0.001
/** Days and evenings differ by less than this: a mail to all does not. */
const timesExpected = 4
const mostOfKind = 5
const minute = 60_000_000
const hour = 60 * minute
const widths = [10 * minute, hour]
const nightHours = 7

/**
 * What is unusual in how people came and what they said. It never says that it is wrong: a mail to all, a school class and two
 * camps that answer alike look the same.
 *
 * Bursts and nights: scan for the window with the least likely number of first votes, with the rate of all others as what is
 * expected (J. Naus, The distribution of the size of the maximum cluster of points on a line, 1965; M. Kulldorff, A spatial scan
 * statistic, 1997), times the number of windows looked at (Bonferroni), at most five of a kind. Same answers: people who gave the
 * same ten or more answers to the same statements, against how often answers as frequent as these would meet by chance. One
 * network: ten or more within a day from one /24 or /48. O(voters · log voters + answers).
 */
export function unusualIn(voters: readonly Voter[], span: Span, networks: Networks = new Map()): readonly Anomaly[] {
  const sorted = voters.toSorted((one, other) => one.first - other.first || (one.voter < other.voter ? -1 : 1))
  return [...bursts(sorted, span), ...nights(sorted, span), ...sameAnswers(sorted), ...oneNetwork(sorted, networks)]
}

type Window = { readonly voters: readonly Voter[]; readonly expected: number; readonly chance: number }

function bursts(sorted: readonly Voter[], span: Span): readonly Anomaly[] {
  const found: Anomaly[] = []
  for (let left = sorted; found.length < mostOfKind;) {
    const windows = widths.flatMap((width) => rarestWindow(left, { ...span, width }) ?? [])
    const [best] = windows.toSorted((one, other) => one.chance - other.chance)
    if (!best || best.chance >= rare) break
    found.push(anomalyOf('burst', best))
    const taken = new Set(best.voters)
    left = left.filter((one) => !taken.has(one))
  }
  return found
}

function rarestWindow(
  sorted: readonly Voter[],
  { from, until, width }: Span & { readonly width: number },
): Window | undefined {
  const whole = Math.max(until - from, 2 * width)
  let best: Window | undefined
  for (let start = 0, end = 0; start < sorted.length; start += 1) {
    while (end < sorted.length && (sorted[end]?.first ?? 0) < (sorted[start]?.first ?? 0) + width) end += 1
    const people = end - start
    if (people < leastInBurst || (best && people <= best.voters.length)) continue
    const expected = Math.max(1, ((sorted.length - people) * width) / (whole - width))
    if (people < timesExpected * expected) continue
    const chance = poissonTail(people, expected) * sorted.length
    if (!best || chance <= best.chance) best = { voters: sorted.slice(start, end), expected, chance }
  }
  return best
}

/** From midnight to seven by the clock of the place. */
function nights(sorted: readonly Voter[], { from, until, timeZone }: Span): readonly Anomaly[] {
  const byNight = Map.groupBy(sorted, ({ first }) => nightOf(first, timeZone))
  const days = Math.max(1, Math.ceil((until - from) / (24 * hour)))
  const asleep = [...byNight].flatMap(([night, people]) => (night === '' ? [] : [people]))
  const all = asleep.reduce((sum, people) => sum + people.length, 0)
  return asleep
    .flatMap((people): readonly Window[] => {
      const byDay = ((sorted.length - all) * nightHours) / ((24 - nightHours) * days)
      const expected = Math.max(1, days > 1 ? (all - people.length) / (days - 1) : byDay)
      const chance = poissonTail(people.length, expected) * days
      const isUnusual = people.length >= leastInBurst && people.length >= timesExpected * expected && chance < rare
      return isUnusual ? [{ voters: people, expected, chance }] : []
    })
    .toSorted((one, other) => one.chance - other.chance)
    .slice(0, mostOfKind)
    .map((night) => anomalyOf('night', night))
}

function nightOf(at: number, timeZone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000)).toZonedDateTimeISO(timeZone)
  return local.hour < nightHours ? local.toPlainDate().toString() : ''
}

function sameAnswers(sorted: readonly Voter[]): readonly Anomaly[] {
  const answers = sorted.map((one) => ({ one, said: one.votes.split(' ').toSorted() }))
  const groups = [...Map.groupBy(answers, ({ said }) => said.join(' ')).values()].filter(
    ([first, ...more]) => more.length + 1 >= leastPeople && (first?.said.length ?? 0) >= leastAnswers,
  )
  if (groups.length === 0) return []
  const counts = new Map<string, number>()
  for (const { said } of answers) for (const answer of said) counts.set(answer, (counts.get(answer) ?? 0) + 1)
  return groups
    .map((group): Window => {
      const expected = sorted.length * chanceOf(group[0]?.said ?? [], counts)
      const chance = poissonTail(group.length, expected) * groups.length
      return { voters: group.map(({ one }) => one), expected, chance }
    })
    .filter(({ chance }) => chance < rare)
    .toSorted((one, other) => one.chance - other.chance)
    .slice(0, mostOfKind)
    .map((group) => anomalyOf('same-answers', group))
}

/** That one person gives just these answers, were each given as often as all give it, and none because of another. */
function chanceOf(said: readonly string[], counts: ReadonlyMap<string, number>): number {
  return said.reduce((chance, answer) => {
    const statement = answer.slice(0, -1)
    const all = ['a', 'd', 'p'].reduce((sum, letter) => sum + (counts.get(statement + letter) ?? 0), 0)
    return (chance * (counts.get(answer) ?? 0)) / all
  }, 1)
}

function oneNetwork(sorted: readonly Voter[], networks: Networks): readonly Anomaly[] {
  const from = Map.groupBy(sorted, ({ voter }) => networks.get(voter) ?? '')
  return [...from]
    .flatMap(([network, people]) => (network === '' ? [] : [mostInADay(people)]))
    .filter((people) => people.length >= leastPeople)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, mostOfKind)
    .map((people) => anomalyOf('one-network', { voters: people, expected: 0 }))
}

function mostInADay(sorted: readonly Voter[]): readonly Voter[] {
  let best: readonly Voter[] = []
  for (let start = 0, end = 0; start < sorted.length; start += 1) {
    while (end < sorted.length && (sorted[end]?.first ?? 0) < (sorted[start]?.first ?? 0) + 24 * hour) end += 1
    if (end - start > best.length) best = sorted.slice(start, end)
  }
  return best
}

function anomalyOf(kind: Kind, { voters, expected }: Omit<Window, 'chance'>): Anomaly {
  return {
    kind,
    voters: voters.map(({ voter }) => voter),
    from: voters.reduce((least, { first }) => Math.min(least, first), Infinity),
    until: voters.reduce((most, { first }) => Math.max(most, first), 0),
    expected,
  }
}
