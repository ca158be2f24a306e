import { parseId } from '@folkmoot/basics/ids.ts'
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
import { problemPage } from '../show.tsx'
import * as commands from './commands.ts'
import { sponsorWords } from './messages/words.ts'
import * as rules from './rules.ts'

const inviteForm = fields({ person: field.text({ most: 36 }), askWords: field.optionalText({ most: 2000 }) })
const acceptForm = fields({ acceptWords: field.text({ most: 2000 }) })
const stepBackForm = fields({ leaveReason: field.text({ most: 2000 }) })

export const sponsorRoutes: readonly Route[] = [
  route('problem.invite-sponsor', { allowed: rules.mayInvite, records: ['problem.sponsor-invited'] }, async (visit) => {
    const form = readForm(visit, inviteForm)
    if (!form.ok) return problemPage(visit, form.errors)
    const person = parseId('person', form.value.person)
    if (!person) return problemPage(visit, [{ field: 'person', text: visit.common('choose-one') }])
    const slug = visit.params.problem
    const invited = await commands.inviteSponsor(visit.database, visit.actor, {
      slug,
      person,
      words: form.value.askWords,
    })
    if (!invited.ok) {
      const text = say(visit)(`refused.${invited.refusal}`)
      return invited.refusal === 'no-such-problem' ? refused(text) : problemPage(visit, [{ field: 'person', text }])
    }
    return back(visit, 'invited')
  }),

  route(
    'problem.decline-invitation',
    { allowed: rules.mayInvite, records: ['problem.sponsor-declined'] },
    async (visit) => {
      const declined = await commands.declineInvitation(visit.database, visit.actor, visit.params.problem)
      if (!declined.ok) return refused(say(visit)(`refused.${declined.refusal}`))
      return back(visit, 'declined')
    },
  ),

  route('problem.accept-naming', { allowed: rules.mayInvite, records: ['problem.sponsor-accepted'] }, async (visit) => {
    const form = readForm(visit, acceptForm)
    if (!form.ok) return problemPage(visit, form.errors)
    const spoken = await commands.acceptNaming(visit.database, visit.actor, {
      slug: visit.params.problem,
      words: form.value.acceptWords,
      language: visit.lang,
    })
    if (!spoken.ok) return refused(say(visit)(`refused.${spoken.refusal}`))
    return back(visit, 'accepted')
  }),

  route('problem.step-back', { allowed: rules.mayInvite, records: ['problem.sponsor-stepped-back'] }, async (visit) => {
    const form = readForm(visit, stepBackForm)
    if (!form.ok) return problemPage(visit, form.errors)
    const left = await commands.stepBack(visit.database, visit.actor, {
      slug: visit.params.problem,
      reason: form.value.leaveReason,
      language: visit.lang,
    })
    if (!left.ok) return refused(say(visit)(`refused.${left.refusal}`))
    return back(visit, 'left')
  }),
]

function say(visit: Visit) {
  return sponsorWords.say(visit.lang)
}

type OfProblem =
  | Visit<'problem.accept-naming'>
  | Visit<'problem.invite-sponsor'>
  | Visit<'problem.decline-invitation'>
  | Visit<'problem.step-back'>

function back(visit: OfProblem, what: 'accepted' | 'invited' | 'declined' | 'left') {
  return redirectSaying(visit.to('problem.page', { problem: visit.params.problem }), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}
