import {
  field,
  fields,
  page,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { homeBy, seenBy, seenWaiting } from '../../../platform/identity/residence/index.ts'
import { numberIn } from '../number-in.ts'
import { mayShow } from '../rules.ts'
import * as commands from './commands.ts'
import { deskWords, type SayDesk } from './messages/words.ts'
import { DeskPage } from './pages/desk-page.tsx'
import * as rules from './rules.ts'

const seenForm = fields({
  said: field.line({ most: 20 }),
  seenBy: field.choice(seenBy),
  homeBy: field.choice(homeBy),
  reason: field.line({ most: 500 }),
})
const decideForm = fields({ answer: field.choice(['confirm', 'return']) })

export const deskRoutes: readonly Route[] = [
  route('residence.show-number', { allowed: mayShow, records: 'nothing' }, async (visit) => {
    const shown = await commands.showNumber(visit.database, visit.actor, visit.jurisdiction)
    if (!shown.ok) return refused(say(visit)(`refused.${shown.refusal}`))
    return redirectSaying(`${visit.to('residence')}#desk`, { text: say(visit)('own.done') })
  }),

  route('residence.desk', { allowed: rules.mayHelp, records: 'nothing' }, (visit) => deskPage(visit)),

  route('residence.write-down', { allowed: rules.mayHelp, records: ['identity.residence-seen'] }, async (visit) => {
    const form = readForm(visit, seenForm)
    if (!form.ok) return deskPage(visit, form.errors)
    const { timeZone } = visit.jurisdiction
    const said = numberIn(form.value.said.replaceAll(/\D/g, '')) // as it is said: with spaces or without
    const written = await commands.writeDown(visit.database, visit.actor, { ...form.value, said, timeZone })
    if (!written.ok) {
      const text = say(visit)(`refused.${written.refusal}`, { count: rules.mostADay })
      return deskPage(visit, [{ field: 'said', text }])
    }
    return done(visit, 'written')
  }),

  route(
    'residence.decide-seen',
    { allowed: rules.mayHelp, records: ['identity.residence-confirmed', 'identity.residence-sent-back'] },
    async (visit) => {
      const form = readForm(visit, decideForm)
      if (!form.ok) return deskPage(visit, form.errors)
      const { timeZone } = visit.jurisdiction
      const number = numberIn(visit.params.number)
      const { answer } = form.value
      const decided = await commands.decide(visit.database, visit.actor, { number, answer, timeZone })
      if (!decided.ok) return refused(say(visit)(`refused.${decided.refusal}`))
      return done(visit, answer === 'confirm' ? 'confirmed' : 'returned')
    },
  ),
]

function say(visit: Pick<Visit, 'lang'>): SayDesk {
  return deskWords.say(visit.lang)
}

function done(visit: Visit, what: 'written' | 'confirmed' | 'returned'): Reply {
  return redirectSaying(visit.to('residence.desk'), { text: say(visit)(what), next: say(visit)(`${what}-next`) })
}

async function deskPage(visit: Visit, errors: readonly FieldError[] = []): Promise<Reply> {
  const waiting = await seenWaiting(visit.read)
  return page({
    title: say(visit)('title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <DeskPage
        say={say(visit)}
        reader={visit}
        waiting={waiting}
        staff={await bylines(
          visit.read,
          waiting.map(({ recordedBy }) => recordedBy),
        )}
        typed={visit.form.typed}
        errors={errors}
      />
    ),
  })
}
