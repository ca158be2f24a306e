import { holdsIn } from '@folkmoot/basics/actor.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { cityOf } from '../../../platform/i18n/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { numberOf, seriesCrumbs } from '../crumbs.ts'
import { prepares, runs } from '../rules.ts'
import { eventsWords, type SayEvents } from './messages/words.ts'
import { AnnouncePage } from './pages/announce-page.tsx'
import { EventPage } from './pages/event-page.tsx'
import { EventsPage } from './pages/events-page.tsx'
import { batchesOf, gatheringsOf } from './store.ts'

export function say(visit: Visit): SayEvents {
  return eventsWords.say(visit.lang)
}

export async function eventsPage(
  visit: Visit<'meeting.events'> | Visit<'meeting.enter-batch'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [events, batches] = await Promise.all([gatheringsOf(visit.read, problem.id), batchesOf(visit.read, problem.id)])
  const isTold = visit.jurisdiction.isTold
  return page({
    title: say(visit)('title'),
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <EventsPage
        reader={visit}
        say={say(visit)}
        now={visit.now}
        {...{ problem, events, batches, errors, isTold }}
        typed={visit.form.typed}
        mayAnnounce={!isTold && prepares(visit.actor, problem.id)}
        mayEnter={!isTold && runs(visit.actor, problem.id)}
      />
    ),
  })
}

export async function announcePage(
  visit: Visit<'meeting.announcing'> | Visit<'meeting.announce'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  return page({
    title: say(visit)('announce.title'),
    crumbs: [
      ...seriesCrumbs(visit, problem),
      { text: say(visit)('title'), href: visit.to('meeting.events', { problem: problem.slug }) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <AnnouncePage
        reader={visit}
        say={say(visit)}
        zone={cityOf(visit.jurisdiction.timeZone, visit.common)}
        {...{ problem, errors }}
        typed={visit.form.typed}
      />
    ),
  })
}

type OfEvent = Visit<'meeting.event'> | Visit<'meeting.cancel-event'> | Visit<'meeting.tell-result'>

export async function eventPage(visit: OfEvent, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const number = numberOf(visit.params.number)
  const event = problem && (await gatheringsOf(visit.read, problem.id)).find((one) => one.number === number)
  if (!event) return notFound()
  const hidden = await hiddenAmong(visit.read, [event.id])
  const isAhead = Temporal.Instant.compare(event.startsAt, visit.now) > 0
  const isOpen = !visit.jurisdiction.isTold && event.cancelledAt === null
  return page({
    title: event.title,
    crumbs: [
      ...seriesCrumbs(visit, problem),
      { text: say(visit)('title'), href: visit.to('meeting.events', { problem: problem.slug }) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <EventPage
        reader={visit}
        say={say(visit)}
        zone={cityOf(visit.jurisdiction.timeZone, visit.common)}
        {...{ problem, event, errors }}
        stone={hidden.get(event.id)}
        typed={visit.form.typed}
        may={{
          cancel: isOpen && isAhead && prepares(visit.actor, problem.id),
          tell: isOpen && !isAhead && event.resultAt === null && runs(visit.actor, problem.id),
          // What people said is written down by staff, never by the chair: she would be sent to a page that refuses her.
          enter: !visit.jurisdiction.isTold && holdsIn(visit.actor, visit.jurisdiction.id, 'facilitator', 'clerk'),
        }}
      />
    ),
  })
}
