import type { Id } from '@folkmoot/basics/ids.ts'
import { politiciansById } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { problemNames } from '../problem/index.ts'
import { encounterWords } from './encounters/messages/words.ts'
import type { Encounter } from './encounters/store.ts'
import { eventsWords } from './events/messages/words.ts'
import type { Gathering } from './events/store.ts'
import type { FeedMeeting } from './exchange/calendar.ts'
import { feedWords } from './feed/messages/words.ts'
import { meetingWords } from './messages/words.ts'
import { opennessLine } from './pages/lines.ts'
import type { Meeting } from './store.ts'

export type EntrySettings = {
  /** In a politician's own calendar: with the way to her brief. */
  readonly withBrief?: boolean
}

/** Meetings as a calendar shows them, without those that are hidden. */
export async function meetingEntries(
  visit: Visit,
  meetings: readonly Meeting[],
  { withBrief = false }: EntrySettings = {},
): Promise<readonly FeedMeeting[]> {
  const say = meetingWords.say(visit.lang)
  const [problems, hidden] = await Promise.all([
    namesOf(visit, meetings),
    hiddenAmong(
      visit.read,
      meetings.map(({ id }) => id),
    ),
  ])
  const shown = meetings.filter((meeting) => !hidden.has(meeting.id))
  return shown.map((meeting) => {
    const problem = problems.get(meeting.problem)
    const reason =
      meeting.state === 'cancelled' && meeting.cancelReason !== ''
        ? say('page.cancelled', { reason: meeting.cancelReason })
        : ''
    const openness = `${opennessLine(say, meeting)}. ${meeting.closedGround}`.trim()
    const at = { problem: problem?.slug ?? '', number: meeting.number }
    const brief = withBrief ? say('calendar.brief', { address: `${visit.origin}${visit.to('desk.brief', at)}` }) : ''
    return {
      meeting,
      description: [brief, reason, problem?.question ?? '', openness, meeting.access].filter(Boolean).join('\n'),
      url: `${visit.origin}${visit.to('meeting.page', at)}`,
    }
  })
}

/** Talks and visits as a calendar shows them, without those that are hidden. Who has booked one stands in none. */
export async function encounterEntries(
  visit: Visit,
  encounters: readonly Encounter[],
): Promise<readonly FeedMeeting[]> {
  const [people, names, hidden] = await Promise.all([
    politiciansById(
      visit.read,
      encounters.map(({ person }) => person),
    ),
    namesOf(visit, encounters),
    hiddenOf(visit, encounters),
  ])
  const kindOf = encounterWords.say(visit.lang)
  return encounters
    .filter(({ id }) => !hidden.has(id))
    .map((one) => ({
      meeting: {
        ...one,
        title: feedWords.say(visit.lang)('encounter-with', {
          kind: kindOf(`kind.${one.kind}`),
          name: people.get(one.person)?.name ?? '',
        }),
        calledAt: one.offeredAt,
        state: one.cancelledAt ? 'cancelled' : 'called',
        day: dayOf(visit, one.startsAt),
      },
      description: [one.cancelReason, one.about, one.problem && names.get(one.problem)?.question, one.access]
        .filter(Boolean)
        .join('\n'),
      url: `${visit.origin}${visit.to('meeting.encounter', { number: one.number })}`,
    }))
}

/** Open events as a calendar shows them: anyone comes, and afterwards what came of it. */
export async function eventEntries(visit: Visit, events: readonly Gathering[]): Promise<readonly FeedMeeting[]> {
  const [names, hidden] = await Promise.all([namesOf(visit, events), hiddenOf(visit, events)])
  const anyone = eventsWords.say(visit.lang)('calendar.anyone')
  return events
    .filter(({ id }) => !hidden.has(id))
    .map((one) => ({
      meeting: {
        ...one,
        calledAt: one.announcedAt,
        state: one.cancelledAt ? 'cancelled' : 'called',
        day: dayOf(visit, one.startsAt),
      },
      description: [one.cancelReason, one.about, names.get(one.problem)?.question, anyone, one.access]
        .filter(Boolean)
        .join('\n'),
      url: `${visit.origin}${visit.to('meeting.event', { problem: names.get(one.problem)?.slug ?? '', number: one.number })}`,
    }))
}

function dayOf({ jurisdiction }: Visit, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(jurisdiction.timeZone).toPlainDate()
}

function namesOf(visit: Visit, things: readonly { readonly problem: Id<'problem'> | null }[]) {
  const problems = things.flatMap(({ problem }) => problem ?? [])
  return problemNames(visit.read, [...new Set(problems)])
}

function hiddenOf(visit: Visit, things: readonly { readonly id: Id }[]) {
  return hiddenAmong(
    visit.read,
    things.map(({ id }) => id),
  )
}
