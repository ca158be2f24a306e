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
import * as commands from './commands.ts'
import type { EncounterKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { encounterPage, encountersPage, offerPage, say } from './show.tsx'

const offerForm = fields({
  kind: field.choice(['talk', 'visit']),
  about: field.line({ most: 200 }),
  problem: field.line({ least: 0, most: 80 }),
  day: field.date(),
  starts: field.time(),
  ends: field.time(),
  place: field.line({ most: 300 }),
  access: field.optionalText({ most: 1000 }),
  ledBy: field.line({ least: 0, most: 200 }),
  seats: field.number({ least: 1, most: rules.mostSeats }),
})
const reasonForm = fields({ reason: field.text({ most: 1000 }) })
const heardForm = fields({ heard: field.text({ most: 600 }) })

export const encounterRoutes: readonly Route[] = [
  route('meeting.encounters', { allowed: anyone, records: 'nothing' }, (visit) => encountersPage(visit)),
  route('meeting.offering', { allowed: rules.mayOffer, records: 'nothing' }, (visit) => offerPage(visit)),

  route('meeting.offer', { allowed: rules.mayOffer, records: ['meeting.encounter-offered'] }, async (visit) => {
    const form = readForm(visit, offerForm)
    if (!form.ok) return offerPage(visit, form.errors)
    const offered = await commands.offerEncounter(visit.database, visit.actor, form.value)
    if (offered.ok)
      return redirectSaying(visit.to('meeting.encounter', { number: offered.value.number }), doneOf(visit, 'offered'))
    const errors = errorsOf(visit, offered.refusal)
    return errors ? offerPage(visit, errors) : refused(say(visit)(`refused.${offered.refusal}`))
  }),

  route('meeting.encounter', { allowed: anyone, records: 'nothing' }, (visit) => encounterPage(visit)),

  route('meeting.book', { allowed: rules.mayBook, records: ['meeting.encounter-booking'] }, async (visit) => {
    const booked = await commands.book(visit.database, visit.actor, numberOf(visit.params.number))
    return booked.ok ? back(visit, booked.value.state) : refused(say(visit)(`refused.${booked.refusal}`))
  }),

  route('meeting.unbook', { allowed: rules.mayBook, records: ['meeting.encounter-booking'] }, async (visit) => {
    const given = await commands.unbook(visit.database, visit.actor, numberOf(visit.params.number))
    return given.ok ? back(visit, 'unbooked') : refused(say(visit)(`refused.${given.refusal}`))
  }),

  route(
    'meeting.cancel-encounter',
    { allowed: rules.mayOffer, records: ['meeting.encounter-cancelled'] },
    async (visit) => {
      const form = readForm(visit, reasonForm)
      if (!form.ok) return encounterPage(visit, form.errors)
      const number = numberOf(visit.params.number)
      const cancelled = await commands.cancelEncounter(visit.database, visit.actor, { number, ...form.value })
      return cancelled.ok ? back(visit, 'cancelled') : refused(say(visit)(`refused.${cancelled.refusal}`))
    },
  ),

  route('meeting.say-heard', { allowed: rules.mayOffer, records: ['meeting.encounter-heard'] }, async (visit) => {
    const form = readForm(visit, heardForm)
    if (!form.ok) return encounterPage(visit, form.errors)
    const number = numberOf(visit.params.number)
    const said = await commands.sayHeard(visit.database, visit.actor, { number, ...form.value })
    if (said.ok) return back(visit, 'heard')
    const errors = errorsOf(visit, said.refusal)
    return errors ? encounterPage(visit, errors) : refused(say(visit)(`refused.${said.refusal}`))
  }),
]

type RefusalKey = Extract<EncounterKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

/** Which field a refusal is about, where it is about one. */
const fieldOf: Readonly<Partial<Record<RefusalKey, string>>> = {
  'one-to-eight': 'seats',
  'in-the-past': 'day',
  'ends-before-start': 'ends',
  'too-long-encounter': 'ends',
  'who-leads': 'ledBy',
  'three-lines': 'heard',
}

function errorsOf(visit: Visit, code: RefusalKey): readonly FieldError[] | undefined {
  const name = fieldOf[code]
  return name === undefined ? undefined : [{ field: name, text: say(visit)(`refused.${code}`) }]
}

type DoneKey = 'offered' | 'booked' | 'waiting' | 'unbooked' | 'cancelled' | 'heard'

function back(visit: Visit<'meeting.book'>, what: DoneKey) {
  return redirectSaying(visit.to('meeting.encounter', { number: visit.params.number }), doneOf(visit, what))
}

function doneOf(visit: Visit, what: DoneKey) {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}
