import { signedIn } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { numberOf } from '../crumbs.ts'
import { minutesPage } from '../minutes/show.tsx'
import { mayRun } from '../rules.ts'
import { meetingPage } from '../show.tsx'
import * as commands from './commands.ts'
import type { AttendanceKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { deskPage, say, substitutesPage } from './show.tsx'

const sayForm = fields({ answer: field.choice(rules.replies) })
const emailForm = fields({ email: field.email() })
const answerForm = fields({ seat: field.text({ most: 36 }), answer: field.choice(['yes', 'no']) })
const contactForm = fields({
  seat: field.text({ most: 36 }),
  subject: field.line({ most: 200 }),
  text: field.text({ most: 4000 }),
})
const outcomeForm = fields({ seat: field.text({ most: 36 }), outcome: field.choice(rules.outcomes) })

export const attendanceRoutes: readonly Route[] = [
  route('meeting.attendance', { allowed: mayRun, records: 'nothing' }, (visit) => deskPage(visit)),

  route('meeting.contact', { allowed: mayRun, records: ['meeting.contacted'] }, async (visit) => {
    const form = readForm(visit, contactForm)
    if (!form.ok) return deskPage(visit, form.errors)
    const sent = await commands.contact(visit.database, visit.actor, { slug: visit.params.problem, ...form.value })
    return sent.ok ? back(visit, 'meeting.attendance', 'contacted') : refused(say(visit)(`refused.${sent.refusal}`))
  }),

  route('meeting.note-outcome', { allowed: mayRun, records: ['meeting.contacted'] }, async (visit) => {
    const form = readForm(visit, outcomeForm)
    if (!form.ok) return deskPage(visit, form.errors)
    const noted = await commands.noteOutcome(visit.database, visit.actor, {
      slug: visit.params.problem,
      ...form.value,
    })
    return noted.ok ? back(visit, 'meeting.attendance', 'noted') : refused(say(visit)(`refused.${noted.refusal}`))
  }),

  route('meeting.substitutes', { allowed: signedIn, records: 'nothing' }, (visit) => substitutesPage(visit)),

  route('meeting.name-substitute', { allowed: signedIn, records: ['meeting.substitute-set'] }, async (visit) => {
    const form = readForm(visit, emailForm)
    if (!form.ok) return substitutesPage(visit, form.errors)
    const named = await commands.nameSubstitute(visit.database, visit.actor, {
      slug: visit.params.problem,
      ...form.value,
    })
    if (named.ok) return back(visit, 'meeting.substitutes', 'named')
    if (ofField.includes(named.refusal))
      return substitutesPage(visit, [{ field: 'email', text: say(visit)(`refused.${named.refusal}`) }])
    return refused(say(visit)(`refused.${named.refusal}`))
  }),

  route('meeting.answer-substitution', { allowed: signedIn, records: ['meeting.substitute-set'] }, async (visit) => {
    const form = readForm(visit, answerForm)
    if (!form.ok) return substitutesPage(visit, form.errors)
    const isYes = form.value.answer === 'yes'
    const answered = await commands.answerSubstitution(visit.database, visit.actor, {
      slug: visit.params.problem,
      seat: form.value.seat,
      isYes,
    })
    if (!answered.ok) return refused(say(visit)(`refused.${answered.refusal}`))
    return back(visit, 'meeting.substitutes', isYes ? 'accepted' : 'ended')
  }),

  route('meeting.say-coming', { allowed: rules.mayReply, records: ['meeting.reply-given'] }, async (visit) => {
    const form = readForm(visit, sayForm)
    if (!form.ok) return meetingPage(visit, form.errors)
    const said = await commands.sayComing(visit.database, visit.actor, { ...atOf(visit), ...form.value })
    return said.ok ? backToMeeting(visit, 'said') : refused(say(visit)(`refused.${said.refusal}`))
  }),

  route('meeting.record-attendance', { allowed: mayRun, records: ['meeting.attendance-recorded'] }, async (visit) => {
    const { seats = [], standIns = [], nobody = [] } = visit.form.typed
    const recorded = await commands.recordAttendance(visit.database, visit.actor, {
      ...atOf(visit),
      present: seats,
      standIns,
      saysNobody: nobody.length > 0,
    })
    if (recorded.ok) return backToMeeting(visit, 'recorded')
    if (recorded.refusal === 'nobody-ticked' || recorded.refusal === 'nobody-and-somebody')
      return minutesPage(visit, [{ field: 'seats', text: say(visit)(`refused.${recorded.refusal}`) }])
    return refused(say(visit)(`refused.${recorded.refusal}`))
  }),
]

/** Refusals about the address that was typed. */
const ofField: readonly string[] = ['sits-already', 'yourself', 'wrong-side', 'is-staff']

type OfMeeting = Visit<'meeting.say-coming'> | Visit<'meeting.record-attendance'>

function atOf({ params }: OfMeeting) {
  return { slug: params.problem, number: numberOf(params.number) }
}

type DoneKey = Extract<AttendanceKey, `done.${string}-next`> extends `done.${infer What}-next` ? What : never

function backToMeeting(visit: OfMeeting, what: DoneKey) {
  return redirectSaying(visit.to('meeting.page', visit.params), doneOf(visit, what))
}

type InCase = Visit<'meeting.contact'> | Visit<'meeting.name-substitute'>

function back(visit: InCase, to: 'meeting.attendance' | 'meeting.substitutes', what: DoneKey) {
  return redirectSaying(visit.to(to, { problem: visit.params.problem }), doneOf(visit, what))
}

function doneOf(visit: Visit, what: DoneKey) {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}
