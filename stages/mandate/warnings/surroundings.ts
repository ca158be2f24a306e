import { deadlineAfter, endOfDay } from '@folkmoot/basics/working-days.ts'
import type { Read } from '../../../platform/db/index.ts'
import {
  allSeats,
  isSeatedOn,
  majorityOf,
  nextElection,
  todayIn,
  type Jurisdiction,
  type Seat,
} from '../../../platform/directory/index.ts'
import { problemsLedBy, type Problem } from '../../problem/index.ts'
import type { Terms } from '../rules.ts'
import { warningsOf, type SponsorSeat, type Surroundings, type Warning } from './rules.ts'
import { groupsAYear, othersInForce } from './store.ts'

type Asked = {
  readonly problem: Problem
  readonly terms: Terms & { readonly version: number }
  readonly place: Jurisdiction
  readonly now: Temporal.Instant
}

/** What there is to warn of, as the directory and the other mandates stand now. */
export async function warningsFor(read: Read, asked: Asked): Promise<readonly Warning[]> {
  return warningsOf(asked.terms, await surroundings(read, asked))
}

async function surroundings(read: Read, { problem, terms, place, now }: Asked): Promise<Surroundings> {
  const { recipientBody, parentBody, endsOn, answerRule, version } = terms
  const today = todayIn(place, now)
  const [seats, majority, electedOn, led, most] = await Promise.all([
    allSeats(read),
    recipientBody ? majorityOf(read, recipientBody) : [],
    recipientBody ? nextElection(read, recipientBody, today) : null,
    Promise.all(problem.sponsors.map((person) => problemsLedBy(read, person))),
    groupsAYear(read),
  ])
  const ledByThem = led.flat().map(({ id }) => id)
  const others = await othersInForce(read, { problem: problem.id, ledByThem, parentBody })
  const sitting = seats.filter((seat) => isSeatedOn(seat, today))
  const answerBy =
    endsOn && answerRule ? todayIn(place, deadlineAfter(endOfDay(endsOn, place.timeZone), answerRule, place)) : null
  return {
    today,
    isFirst: version === 1,
    sponsors: problem.sponsors.flatMap((person) => sponsorSeat(sitting.filter((seat) => seat.person === person)) ?? []),
    majority: majority.length === 0 ? undefined : majority.map(({ name }) => name),
    electedOn,
    bodyUntil: lastDay(sitting.filter((seat) => seat.body === recipientBody)),
    answerBy,
    others,
    groupsAYear: most,
  }
}

function sponsorSeat(seats: readonly Seat[]): SponsorSeat | undefined {
  const [first] = seats
  return first && { name: first.name, party: seats.find(({ party }) => party)?.party ?? null, until: lastDay(seats) }
}

/** Null where one of the terms has no end, or none is known. */
function lastDay(seats: readonly Seat[]): Temporal.PlainDate | null {
  const days = seats.map(({ endsOn }) => endsOn)
  if (days.length === 0 || days.includes(null)) return null
  return (
    days
      .filter((day) => day !== null)
      .toSorted((a, b) => Temporal.PlainDate.compare(a, b))
      .at(-1) ?? null
  )
}
