import type { Id } from '@folkmoot/basics/ids.ts'
import { todayIn } from '../../../platform/directory/index.ts'
import { file, notFound, page, type Reply, type Visit } from '../../../platform/http/index.ts'
import { hashOfToken } from '../../../platform/http/index.ts'
import { accountById, type Account } from '../../../platform/identity/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { calendarType } from '../calendars.ts'
import { repliesTo, substitutingBy } from '../attendance/store.ts'
import { bookedBy, encountersWith, type Encounter } from '../encounters/store.ts'
import { encounterEntries, meetingEntries } from '../entries.ts'
import { calendarText, type FeedMeeting } from '../exchange/calendar.ts'
import { meetingsBetween, type Meeting } from '../store.ts'
import { feedWords } from './messages/words.ts'
import { FeedPage } from './pages/feed-page.tsx'
import { accountOfFeed, feedMadeAt } from './store.ts'

/** `address`: just made, and shown this once. */
export async function feedPage(
  visit: Visit<'meeting.own-calendar'> | Visit<'meeting.make-calendar'>,
  address?: string,
): Promise<Reply> {
  const { account } = visit.actor
  if (account === null) return notFound()
  const say = feedWords.say(visit.lang)
  return page({
    title: say('title'),
    body: <FeedPage reader={visit} say={say} address={address} madeAt={await feedMadeAt(visit.read, account)} />,
  })
}

/** Whoever has the address gets the calendar; who does not, nothing that tells it from an address nobody has. */
export async function personalCalendar(visit: Visit<'meeting.personal-calendar'>): Promise<Reply> {
  const account = await accountOfFeed(visit.read, hashOfToken(visit.params.token.replace(/[.]ics$/, '')))
  const owner = account && (await accountById(visit.read, account))
  if (!owner) return notFound()
  const [meetings, encounters] = await Promise.all([
    ownMeetings(visit, owner),
    ownEncounters(visit, owner.id, owner.person),
  ])
  const body = calendarText({
    name: feedWords.say(visit.lang)('name', { place: visit.jurisdiction.name }),
    lang: visit.lang,
    timeZone: visit.jurisdiction.timeZone,
    meetings: [...meetings, ...encounters],
  })
  return file({ body, mediaType: calendarType, isPrivate: true })
}

/** Of the groups she sits in, and those she is sent to in somebody's place. */
async function ownMeetings(visit: Visit, { id: account, person }: Account): Promise<readonly FeedMeeting[]> {
  const today = todayIn(visit.jurisdiction, visit.now)
  const all = await meetingsBetween(visit.read, { from: today.subtract({ years: 1 }), to: today.add({ years: 5 }) })
  const problems = [...new Set(all.map(({ problem }) => problem))]
  const seats = await Promise.all(problems.map((problem) => seatsOf(visit.read, problem)))
  const own = new Set(problems.filter((_, at) => seats[at]?.some((seat) => seat.account === account)))
  const sent = await sentTo(visit, account, all)
  return meetingEntries(
    visit,
    all.filter(({ id, problem }) => own.has(problem) || sent.has(id)),
    { withBrief: person !== null },
  )
}

async function sentTo(visit: Visit, account: Id<'account'>, all: readonly Meeting[]): Promise<ReadonlySet<Id>> {
  const seats = (await substitutingBy(visit.read, account)).filter(({ acceptedAt }) => acceptedAt !== null)
  if (seats.length === 0) return new Set()
  const inHers = all.filter(({ problem }) => seats.some((one) => one.problem === problem))
  const replies = await repliesTo(
    visit.read,
    inHers.map(({ id }) => id),
  )
  const hers = replies.filter(({ seat, answer }) => answer === 'substitute' && seats.some((one) => one.seat === seat))
  return new Set(hers.map(({ meeting }) => meeting))
}

/** Those she offers, and those in which she has a place. */
async function ownEncounters(
  visit: Visit,
  account: Id<'account'>,
  person: Id<'person'> | null,
): Promise<readonly FeedMeeting[]> {
  const [booked, offered] = await Promise.all([
    bookedBy(visit.read, account),
    person === null ? [] : encountersWith(visit.read, person),
  ])
  const all: readonly Encounter[] = [...booked.filter(({ own }) => own === 'booked'), ...offered]
  return encounterEntries(visit, all)
}
