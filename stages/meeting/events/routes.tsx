import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { numberOf } from '../crumbs.ts'
import { mayPrepare, mayRun } from '../rules.ts'
import * as commands from './commands.ts'
import type { EventsKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { announcePage, eventPage, eventsPage, say } from './show.tsx'

const announceForm = fields({
  title: field.line({ most: 100 }),
  about: field.text({ most: 2000 }),
  day: field.date(),
  starts: field.time(),
  ends: field.time(),
  place: field.line({ most: 300 }),
  access: field.optionalText({ most: 1000 }),
})
const resultForm = fields({
  headcount: field.number({ least: 0, most: 100_000 }),
  result: field.text({ most: 4000 }),
})
const reasonForm = fields({ reason: field.text({ most: 1000 }) })
const batchForm = fields({
  channel: field.choice(rules.channels),
  event: field.optional(field.number({ least: 1 })),
  collectedBy: field.line({ most: 200 }),
  onDay: field.date(),
  sheets: field.number({ least: 1, most: 1_000_000 }),
  entered: field.number({ least: 0, most: 1_000_000 }),
  sample: field.line({ least: 0, most: 500 }),
})

export const eventsRoutes: readonly Route[] = [
  route('meeting.events', { allowed: anyone, records: 'nothing' }, (visit) => eventsPage(visit)),
  route('meeting.announcing', { allowed: mayPrepare, records: 'nothing' }, (visit) => announcePage(visit)),

  route('meeting.announce', { allowed: mayPrepare, records: ['meeting.event-announced'] }, async (visit) => {
    const form = readForm(visit, announceForm)
    if (!form.ok) return announcePage(visit, form.errors)
    const slug = visit.params.problem
    const announced = await commands.announceEvent(visit.database, visit.actor, { slug, ...form.value })
    if (announced.ok) return back(visit, announced.value.number, 'announced')
    const errors = errorsOf(visit, announced.refusal)
    return errors ? announcePage(visit, errors) : refused(say(visit)(`refused.${announced.refusal}`))
  }),

  route('meeting.enter-batch', { allowed: mayRun, records: ['meeting.batch-entered'] }, async (visit) => {
    const form = readForm(visit, batchForm)
    if (!form.ok) return eventsPage(visit, form.errors)
    const { onDay: collectedOn, ...batch } = form.value
    const slug = visit.params.problem
    const entered = await commands.enterBatch(visit.database, visit.actor, { slug, collectedOn, ...batch })
    if (entered.ok)
      return redirectSaying(visit.to('meeting.events', { problem: slug }), {
        text: say(visit)('done.batch'),
        next: say(visit)('done.batch-next'),
      })
    const errors = errorsOf(visit, entered.refusal)
    return errors ? eventsPage(visit, errors) : refused(say(visit)(`refused.${entered.refusal}`))
  }),

  route('meeting.event', { allowed: anyone, records: 'nothing' }, (visit) => eventPage(visit)),

  route('meeting.tell-result', { allowed: mayRun, records: ['meeting.event-told'] }, async (visit) => {
    const form = readForm(visit, resultForm)
    if (!form.ok) return eventPage(visit, form.errors)
    const told = await commands.tellResult(visit.database, visit.actor, { ...atOf(visit), ...form.value })
    return told.ok ? back(visit, atOf(visit).number, 'told') : refused(say(visit)(`refused.${told.refusal}`))
  }),

  route('meeting.cancel-event', { allowed: mayPrepare, records: ['meeting.event-cancelled'] }, async (visit) => {
    const form = readForm(visit, reasonForm)
    if (!form.ok) return eventPage(visit, form.errors)
    const off = await commands.cancelEvent(visit.database, visit.actor, { ...atOf(visit), ...form.value })
    return off.ok ? back(visit, atOf(visit).number, 'cancelled') : refused(say(visit)(`refused.${off.refusal}`))
  }),
]

type OfEvent = Visit<'meeting.tell-result'> | Visit<'meeting.cancel-event'>

function atOf({ params }: OfEvent) {
  return { slug: params.problem, number: numberOf(params.number) }
}

type RefusalKey = Extract<EventsKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

/** Which field a refusal is about, where it is about one. */
const fieldOf: Readonly<Partial<Record<RefusalKey, string>>> = {
  'in-the-past': 'day',
  'ends-before-start': 'ends',
  'too-long-event': 'ends',
  'more-than-sheets': 'entered',
  'nothing-entered': 'entered',
  'sample-needed': 'sample',
  'no-sample': 'sample',
  'which-event': 'event',
  'not-collected-yet': 'onDay',
}

function errorsOf(visit: Visit, code: RefusalKey): readonly FieldError[] | undefined {
  const name = fieldOf[code]
  return name === undefined ? undefined : [{ field: name, text: say(visit)(`refused.${code}`) }]
}

function back(visit: Visit<'meeting.announce'>, number: number, what: 'announced' | 'told' | 'cancelled') {
  return redirectSaying(visit.to('meeting.event', { problem: visit.params.problem, number }), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}
