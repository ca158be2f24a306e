import { holds } from '@folkmoot/basics/actor.ts'
import { politicianBySlug, politiciansById } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { cityOf } from '../../../platform/i18n/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemsById, problemsLedBy } from '../../problem/index.ts'
import { numberOf } from '../crumbs.ts'
import { encounterWords, type SayEncounter } from './messages/words.ts'
import { EncounterPage } from './pages/encounter-page.tsx'
import { EncountersPage } from './pages/encounters-page.tsx'
import { OfferPage } from './pages/offer-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

export function say(visit: Visit): SayEncounter {
  return encounterWords.say(visit.lang)
}

/** All there are, or those with one politician (`?with=ragna-holm`). */
export async function encountersPage(visit: Visit<'meeting.encounters'>): Promise<Reply> {
  const slug = visit.query.get('with') ?? ''
  const politician = slug === '' ? undefined : await politicianBySlug(visit.read, slug)
  const all = politician
    ? await store.encountersWith(visit.read, politician.id)
    : await store.encounters(visit.read, visit.now)
  const [people, hidden] = await Promise.all([
    politiciansById(
      visit.read,
      all.map(({ person }) => person),
    ),
    hiddenAmong(
      visit.read,
      all.map(({ id }) => id),
    ),
  ])
  return page({
    title: say(visit)('title'),
    body: (
      <EncountersPage
        reader={visit}
        say={say(visit)}
        now={visit.now}
        encounters={all.filter(({ id }) => !hidden.has(id))}
        people={people}
        politician={politician}
        mayOffer={!visit.jurisdiction.isTold && holds(visit.actor, 'politician') && visit.actor.person !== null}
      />
    ),
  })
}

export async function offerPage(
  visit: Visit<'meeting.offering'> | Visit<'meeting.offer'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const { person } = visit.actor
  const cases = person === null ? [] : await problemsLedBy(visit.read, person)
  return page({
    title: say(visit)('offer.title'),
    crumbs: [{ text: say(visit)('title'), href: visit.to('meeting.encounters') }],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <OfferPage
        reader={visit}
        say={say(visit)}
        zone={cityOf(visit.jurisdiction.timeZone, visit.common)}
        typed={visit.form.typed}
        {...{ errors, cases }}
      />
    ),
  })
}

type OfEncounter =
  | Visit<'meeting.encounter'>
  | Visit<'meeting.book'>
  | Visit<'meeting.cancel-encounter'>
  | Visit<'meeting.say-heard'>

export async function encounterPage(visit: OfEncounter, errors: readonly FieldError[] = []): Promise<Reply> {
  const encounter = await store.encounterByNumber(visit.read, numberOf(visit.params.number))
  if (!encounter) return notFound()
  const { read, actor, now } = visit
  const [people, problems, bookings, others, hidden] = await Promise.all([
    politiciansById(read, [encounter.person]),
    problemsById(read, encounter.problem ? [encounter.problem] : []),
    store.bookingsOf(read, encounter.id),
    store.encountersWith(read, encounter.person),
    hiddenAmong(read, [encounter.id]),
  ])
  const isHers = actor.person === encounter.person
  const own = bookings.find(({ account }) => account === actor.account)?.state ?? null
  const isAhead = Temporal.Instant.compare(encounter.startsAt, now) > 0
  const isOpen = isAhead && encounter.cancelledAt === null && !visit.jurisdiction.isTold
  // Full: the next one with her that has a place is offered instead.
  const next = others
    .filter(
      (one) =>
        one.id !== encounter.id &&
        one.cancelledAt === null &&
        one.booked < one.seats &&
        Temporal.Instant.compare(one.startsAt, now) > 0,
    )
    .toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))[0]
  return page({
    title: say(visit)(`kind.${encounter.kind}`),
    crumbs: [{ text: say(visit)('title'), href: visit.to('meeting.encounters') }],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <EncounterPage
        reader={visit}
        say={say(visit)}
        zone={cityOf(visit.jurisdiction.timeZone, visit.common)}
        politician={people.get(encounter.person)}
        problem={problems[0]}
        {...{ encounter, errors, own, next, isHers }}
        typed={visit.form.typed}
        stone={hidden.get(encounter.id)}
        coming={isHers ? bookings : []}
        may={{
          book: isOpen && !isHers && own !== 'booked' && own !== 'waiting',
          unbook: isOpen && (own === 'booked' || own === 'waiting'),
          cancel: isOpen && isHers,
          sayHeard:
            !visit.jurisdiction.isTold &&
            isHers &&
            !isAhead &&
            encounter.cancelledAt === null &&
            encounter.heardAt === null,
        }}
      />
    ),
  })
}

/** For the form: the most lines and seats the rules allow. */
export const mostSeats = rules.mostSeats
