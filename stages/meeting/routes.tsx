import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  notFound,
  page,
  readForm,
  redirectSaying,
  refused,
  route,
  type Done,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { cityOf } from '../../platform/i18n/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { adoptedMandate } from '../mandate/index.ts'
import { isConfirmed, seatsOf } from '../arena/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../problem/index.ts'
import { allCalendar, allPage, seriesCalendar } from './all-routes.tsx'
import * as commands from './commands.ts'
import { meetingWords, type MeetingKey } from './messages/words.ts'
import { MeetingPage } from './pages/meeting-page.tsx'
import { MinutesPage } from './pages/minutes-page.tsx'
import { PlanPage } from './pages/plan-page.tsx'
import { SeriesPage } from './pages/series-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

const planForm = fields({
  title: field.text({ most: 160 }),
  day: field.date(),
  starts: field.time(),
  ends: field.time(),
  place: field.text({ most: 300 }),
  access: field.optionalText({ most: 1000 }),
  documents: field.optionalText({ most: 4000 }),
  openness: field.choice(['open', 'closed']),
  closedGround: field.optionalText({ most: 1000 }),
})
const itemForm = fields({
  title: field.text({ most: 200 }),
  plannedMinutes: field.optional(field.number({ least: 1, most: 720 })),
  owner: field.optionalText({ most: 120 }),
})
const minutesForm = fields({
  item: field.number({ least: 1 }),
  minutes: field.text({ most: 8000 }),
  decision: field.optionalText({ most: 2000 }),
})
const cancelForm = fields({ reason: field.text({ most: 1000 }) })

export const meetingRoutes: readonly Route[] = [
  route('meeting.all', { allowed: anyone, records: 'nothing' }, (visit) => allPage(visit)),
  route('meeting.calendar', { allowed: anyone, records: 'nothing' }, (visit) => allCalendar(visit)),
  route('meeting.series', { allowed: anyone, records: 'nothing' }, (visit) => seriesPage(visit)),
  route('meeting.series-calendar', { allowed: anyone, records: 'nothing' }, (visit) => seriesCalendar(visit)),
  route('meeting.new', { allowed: rules.mayPrepare, records: 'nothing' }, (visit) => planPage(visit)),

  route('meeting.call', { allowed: rules.mayPrepare, records: ['meeting.called'] }, async (visit) => {
    const form = readForm(visit, planForm)
    if (!form.ok) return planPage(visit, form.errors)
    const called = await commands.callMeeting(visit.database, visit.actor, {
      slug: visit.params.problem,
      ...planOf(visit, form.value),
    })
    if (called.ok)
      return redirectSaying(
        visit.to('meeting.page', { problem: visit.params.problem, number: called.value.number }),
        done(visit, 'called'),
      )
    return fieldOf[called.refusal]
      ? planPage(visit, errorsOf(visit, called.refusal))
      : refusedWith(visit, called.refusal)
  }),

  route('meeting.page', { allowed: anyone, records: 'nothing' }, (visit) => meetingPage(visit)),
  route('meeting.changing', { allowed: rules.mayPrepare, records: 'nothing' }, (visit) => planPage(visit)),

  route('meeting.change', { allowed: rules.mayPrepare, records: ['meeting.changed'] }, async (visit) => {
    const form = readForm(visit, planForm)
    if (!form.ok) return planPage(visit, form.errors)
    const changed = await commands.changeMeeting(visit.database, visit.actor, {
      ...atOf(visit),
      ...planOf(visit, form.value),
    })
    if (changed.ok) return redirectSaying(visit.to('meeting.page', visit.params), done(visit, 'changed'))
    return fieldOf[changed.refusal]
      ? planPage(visit, errorsOf(visit, changed.refusal))
      : refusedWith(visit, changed.refusal)
  }),

  route('meeting.cancel', { allowed: rules.mayPrepare, records: ['meeting.cancelled'] }, async (visit) => {
    const form = readForm(visit, cancelForm)
    if (!form.ok) return meetingPage(visit, form.errors)
    const cancelled = await commands.cancelMeeting(visit.database, visit.actor, { ...atOf(visit), ...form.value })
    return cancelled.ok
      ? redirectSaying(visit.to('meeting.page', visit.params), done(visit, 'cancelled'))
      : refusedWith(visit, cancelled.refusal)
  }),

  route('meeting.add-item', { allowed: rules.mayAddItem, records: ['meeting.item-added'] }, async (visit) => {
    const form = readForm(visit, itemForm)
    if (!form.ok) return meetingPage(visit, form.errors)
    const added = await commands.addItem(visit.database, visit.actor, { ...atOf(visit), ...form.value })
    return added.ok
      ? redirectSaying(visit.to('meeting.page', visit.params), done(visit, 'item'))
      : refusedWith(visit, added.refusal)
  }),

  route('meeting.minutes', { allowed: rules.mayRun, records: 'nothing' }, (visit) => minutesPage(visit)),

  route('meeting.write-minutes', { allowed: rules.mayRun, records: ['meeting.minutes-written'] }, async (visit) => {
    const form = readForm(visit, minutesForm)
    if (!form.ok) return minutesPage(visit, form.errors)
    const written = await commands.writeMinutes(visit.database, visit.actor, { ...atOf(visit), ...form.value })
    return written.ok ? afterMinutes(visit) : refusedWith(visit, written.refusal)
  }),

  route(
    'meeting.record-attendance',
    { allowed: rules.mayRun, records: ['meeting.attendance-recorded'] },
    async (visit) => {
      const present = visit.form.typed['seats'] ?? []
      const recorded = await commands.recordAttendance(visit.database, visit.actor, { ...atOf(visit), present })
      return recorded.ok
        ? redirectSaying(visit.to('meeting.page', visit.params), done(visit, 'attendance'))
        : refusedWith(visit, recorded.refusal)
    },
  ),
]

type MeetingVisit = Visit<'meeting.page'>

/** On to the next item without minutes, as one writes while the meeting runs; then to the meeting's page. */
async function afterMinutes(visit: MeetingVisit): Promise<Reply> {
  const found = await findMeeting(visit)
  const next = found?.items.find((item) => item.minutesAt === null)
  if (!next) return redirectSaying(visit.to('meeting.page', visit.params), done(visit, 'minutes'))
  return redirectSaying(`${visit.to('meeting.minutes', visit.params)}?item=${next.number}`, {
    text: say(visit)('done.item-minutes'),
    next: say(visit)('done.item-minutes-next', { title: next.title }),
  })
}

function done(visit: Visit, what: 'called' | 'changed' | 'cancelled' | 'item' | 'minutes' | 'attendance'): Done {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}
type RefusalKey = Extract<MeetingKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

/** Which field a refusal is about, where it is about one. */
const fieldOf: Readonly<Partial<Record<RefusalKey, string>>> = {
  'ends-before-start': 'ends',
  'too-long-meeting': 'ends',
  'ground-needed': 'closedGround',
}

function errorsOf(visit: Visit, code: RefusalKey): readonly FieldError[] {
  return [{ field: fieldOf[code] ?? '', text: say(visit)(`refused.${code}`) }]
}

function refusedWith(visit: Visit, code: RefusalKey): Reply {
  return refused(say(visit)(`refused.${code}`))
}

function say(visit: Visit) {
  return meetingWords.say(visit.lang)
}

function atOf({ params }: MeetingVisit): { readonly slug: string; readonly number: number } {
  return { slug: params.problem, number: numberOf(params.number) }
}

/** Zero is nobody's number: what cannot be one is not found. */
function numberOf(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0
}

type TypedPlan = ReturnType<typeof planForm.parse>

function planOf({ jurisdiction }: Visit, { openness, ...plan }: TypedPlan): commands.PlanInput {
  return { ...plan, isOpen: openness === 'open', timeZone: jurisdiction.timeZone }
}

async function seriesPage(visit: Visit<'meeting.series'>): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [meetings, mandate] = await Promise.all([
    store.meetingsOf(visit.read, problem.id),
    adoptedMandate(visit.read, problem.id),
  ])
  const rows = meetings.map((meeting) => ({
    meeting,
    href: visit.to('meeting.page', { problem: problem.slug, number: meeting.number }),
  }))
  const words = say(visit)
  return page({
    title: words('series.title'),
    crumbs: problemCrumbs(visit, problem),
    body: (
      <SeriesPage
        reader={visit}
        say={words}
        now={visit.now}
        problem={problem}
        rows={rows}
        planned={mandate?.meetings ?? null}
        mayCall={!visit.jurisdiction.isTold && rules.prepares(visit.actor, problem.id)}
      />
    ),
  })
}

/** The form to call a meeting, or, where the address has a number, to change it. */
async function planPage(
  visit: Visit<'meeting.new'> | MeetingVisit,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const number = 'number' in visit.params ? numberOf(visit.params.number) : undefined
  const meeting = number === undefined ? undefined : await store.meetingByNumber(visit.read, problem.id, number)
  if (number !== undefined && !meeting) return notFound()
  const words = say(visit)
  const isNew = meeting === undefined
  const title = words(isNew ? 'new.title' : 'change.title')
  const action = meeting
    ? visit.to('meeting.change', { problem: problem.slug, number: meeting.number })
    : visit.to('meeting.call', { problem: problem.slug })
  const typed = errors.length > 0 || !meeting ? visit.form.typed : typedOf(visit, meeting)
  const zone = cityOf(visit.jurisdiction.timeZone, visit.common)
  return page({
    title,
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: <PlanPage say={words} common={visit.common} {...{ action, typed, errors, zone, isNew }} />,
  })
}

function typedOf({ time }: Visit, meeting: store.Meeting): Readonly<Record<string, string>> {
  const { startsAt, endsAt } = meeting
  return {
    title: meeting.title,
    day: meeting.day?.toString() ?? '',
    starts: startsAt ? time.hour(startsAt) : '',
    ends: endsAt ? time.hour(endsAt) : '',
    place: meeting.place ?? '',
    access: meeting.access,
    documents: meeting.documents,
    openness: meeting.isOpen === false ? 'closed' : 'open',
    closedGround: meeting.closedGround,
  }
}

function seriesCrumbs(visit: Visit, problem: Problem) {
  return [
    ...problemCrumbs(visit, problem),
    { text: say(visit)('series.title'), href: visit.to('meeting.series', { problem: problem.slug }) },
  ]
}

async function meetingPage(visit: MeetingVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await findMeeting(visit)
  if (!found) return notFound()
  const { problem, meeting, items } = found
  const [attendees, seats, isGroupConfirmed, hidden, authors] = await Promise.all([
    store.attendanceOf(visit.read, meeting.id),
    seatsOf(visit.read, problem.id),
    isConfirmed(visit.read, problem.id),
    hiddenAmong(visit.read, [meeting.id, ...items.map((item) => item.id)]),
    bylines(visit.read, [meeting.calledBy, ...items.map((item) => item.minutesBy)]),
  ])
  const isTold = visit.jurisdiction.isTold || meeting.source !== null
  const prepares = rules.prepares(visit.actor, problem.id) && !isTold
  const isStill = meeting.state === 'called' && !rules.hasBegun(meeting, visit.now)
  return page({
    title: hidden.has(meeting.id) ? say(visit)('page.title', { number: meeting.number }) : meeting.title,
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <MeetingPage
        reader={visit}
        say={say(visit)}
        now={visit.now}
        zone={cityOf(visit.jurisdiction.timeZone, visit.common)}
        typed={visit.form.typed}
        times={rules.itemTimes(
          meeting.startsAt,
          items.map((item) => item.plannedMinutes),
        )}
        seatCount={seats.length}
        {...{ errors, problem, meeting, items, attendees, authors, hidden }}
        may={{
          addItem: !isTold && rules.addItem(problem.id, meeting, visit.actor).ok,
          change: prepares && isStill,
          write:
            !isTold &&
            rules.writeMinutes(problem.id, meeting, { actor: visit.actor, now: visit.now, isGroupConfirmed }).ok,
        }}
      />
    ),
  })
}

async function minutesPage(visit: MeetingVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const found = await findMeeting(visit)
  if (!found) return notFound()
  const { problem, meeting, items } = found
  const [seats, isGroupConfirmed, attendees] = await Promise.all([
    seatsOf(visit.read, problem.id),
    isConfirmed(visit.read, problem.id),
    store.attendanceOf(visit.read, meeting.id),
  ])
  const words = say(visit)
  const allowed = rules.writeMinutes(problem.id, meeting, { actor: visit.actor, now: visit.now, isGroupConfirmed })
  const asked = numberOf(visit.form.typed['item']?.[0] ?? visit.query.get('item') ?? '')
  const current =
    items.find((item) => item.number === asked) ?? items.find((item) => item.minutesAt === null) ?? items[0]
  return page({
    title: words('minutes.title', { title: meeting.title }),
    crumbs: seriesCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <MinutesPage
        reader={visit}
        say={words}
        typed={visit.form.typed}
        seats={seats}
        present={attendees.filter((attendee) => attendee.isPresent).map((attendee) => attendee.seat)}
        isStaff={allowed.ok && allowed.value.isStaff}
        closed={allowed.ok ? undefined : words(`refused.${allowed.refusal}`)}
        {...{ errors, problem, meeting, items, current }}
      />
    ),
  })
}

async function findMeeting(visit: MeetingVisit) {
  const { slug, number } = atOf(visit)
  const problem = await problemBySlug(visit.read, slug)
  const meeting = problem && (await store.meetingByNumber(visit.read, problem.id, number))
  return meeting && { problem, meeting, items: await store.itemsOf(visit.read, [meeting.id]) }
}
