import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
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
import { agendaRoutes } from './agenda/routes.tsx'
import { allPage } from './all-meetings.tsx'
import { allCalendar, seriesCalendar } from './calendars.ts'
import { attendanceRoutes } from './attendance/routes.tsx'
import { closingRoutes } from './closing/routes.tsx'
import * as commands from './commands.ts'
import { encounterRoutes } from './encounters/routes.tsx'
import { eventsRoutes } from './events/routes.tsx'
import { feedRoutes } from './feed/routes.tsx'
import { groundRulesRoutes } from './ground-rules/routes.tsx'
import { materialsRoutes } from './materials/routes.tsx'
import type { MeetingKey } from './messages/words.ts'
import { minutesRoutes } from './minutes/routes.tsx'
import * as rules from './rules.ts'
import { screenRoutes } from './screen/show.tsx'
import { seriesRoutes } from './series/routes.tsx'
import { atOf, meetingPage, planPage, say, seriesPage } from './show.tsx'
import { tasksRoutes } from './tasks/routes.tsx'

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
  closedWords: field.optionalText({ most: 1000 }),
  decisionsClosed: field.ticked(),
})
const cancelForm = fields({ reason: field.text({ most: 1000 }) })

export const meetingRoutes: readonly Route[] = [
  route('meeting.all', { allowed: anyone, records: 'nothing' }, (visit) => allPage(visit)),
  route('meeting.calendar', { allowed: anyone, records: 'nothing' }, (visit) => allCalendar(visit)),
  ...closingRoutes,
  ...encounterRoutes,
  ...feedRoutes,
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

  ...eventsRoutes,
  ...seriesRoutes,
  ...groundRulesRoutes,
  ...attendanceRoutes,
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
  ...agendaRoutes,
  ...screenRoutes,
  ...materialsRoutes,
  ...minutesRoutes,
  ...tasksRoutes,
]

function done(visit: Visit, what: 'called' | 'changed' | 'cancelled'): Done {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}
type RefusalKey = Extract<MeetingKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

/** Which field a refusal is about, where it is about one. */
const fieldOf: Readonly<Partial<Record<RefusalKey, string>>> = {
  'ends-before-start': 'ends',
  'too-long-meeting': 'ends',
  'ground-needed': 'closedGround',
  'ground-not-listed': 'closedGround',
  'why-needed': 'closedWords',
}

function errorsOf(visit: Visit, code: RefusalKey): readonly FieldError[] {
  return [{ field: fieldOf[code] ?? '', text: say(visit)(`refused.${code}`) }]
}

function refusedWith(visit: Visit, code: RefusalKey): Reply {
  return refused(say(visit)(`refused.${code}`))
}

type TypedPlan = ReturnType<typeof planForm.parse>

function planOf({ jurisdiction }: Visit, { openness, ...plan }: TypedPlan): commands.PlanInput {
  return { ...plan, isOpen: openness === 'open', timeZone: jurisdiction.timeZone }
}
