import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  readForm,
  redirectSaying,
  refused,
  route,
  type Done,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { agendaRoutes } from './agenda/routes.tsx'
import { answerRoutes } from './answers/routes.tsx'
import { actorRoutes } from './actors/routes.tsx'
import { handoverRoutes } from './handovers/routes.tsx'
import * as commands from './commands.ts'
import { framingFields, keepSent, sentFiles, withPoint } from './form.ts'
import { answerFraming, proposeFraming } from './framing-commands.ts'
import { mergeRoutes } from './merges/routes.tsx'
import { problemWords } from './messages/words.ts'
import { interestRoutes } from './interests/routes.tsx'
import { raisingRoutes } from './raising/routes.tsx'
import * as rules from './rules.ts'
import { problemPage, reframePage } from './show.tsx'
import { sponsorRoutes } from './sponsors/routes.tsx'
import { supportRoutes } from './supports/routes.tsx'

const sponsorForm = fields({ words: field.text({ most: 2000 }) })
const reframeForm = fields({
  ...framingFields,
  kind: field.choice(rules.framingKinds),
  reason: field.text({ most: 2000 }),
})
const answerForm = fields({ answer: field.choice(['accept', 'decline']), reason: field.optionalText({ most: 2000 }) })
export const problemRoutes: readonly Route[] = [
  ...agendaRoutes,
  ...answerRoutes,
  ...supportRoutes,
  ...raisingRoutes,
  ...mergeRoutes,
  ...handoverRoutes,

  route('problem.page', { allowed: anyone, records: 'nothing' }, (visit) => problemPage(visit)),

  route('problem.sponsor', { allowed: rules.maySponsor, records: ['problem.sponsored'] }, async (visit) => {
    const form = readForm(visit, sponsorForm)
    if (!form.ok) return problemPage(visit, form.errors)
    const sponsored = await commands.sponsorProblem(visit.database, visit.actor, {
      slug: visit.params.problem,
      language: visit.lang,
      ...form.value,
    })
    if (!sponsored.ok) return refused(say(visit)(`refused.${sponsored.refusal}`))
    return redirectSaying(visit.to('problem.page', visit.params), done(visit, 'sponsored'))
  }),

  route('problem.reframing', { allowed: rules.mayRaise, records: 'nothing' }, (visit) => reframePage(visit)),

  route('problem.reframe', { allowed: rules.mayRaise, records: ['problem.framing-proposed'] }, async (visit) => {
    const form = withPoint(visit, readForm(visit, reframeForm))
    const sent = await sentFiles(visit, rules.raise(visit.actor).ok)
    if (!form.ok || sent.errors.length > 0)
      return reframePage(visit, [...(form.ok ? [] : form.errors), ...sent.errors], await keepSent(visit, sent.files))
    const proposed = await proposeFraming(visit.database, visit.actor, {
      slug: visit.params.problem,
      ...form.value,
      language: visit.lang,
      files: sent.files,
      carried: (visit.form.typed.carried ?? []).flatMap((id) => parseId('file', id) ?? []),
    })
    if (!proposed.ok) {
      const text = say(visit)(`refused.${proposed.refusal}`)
      return proposed.refusal === 'nothing-changed' ? reframePage(visit, [{ field: 'question', text }]) : refused(text)
    }
    return redirectSaying(visit.to('problem.page', visit.params), done(visit, 'proposed'))
  }),

  route(
    'problem.answer-framing',
    { allowed: rules.mayRaise, records: ['problem.framing-answered', 'problem.answer-owed'] },
    async (visit) => {
      const form = readForm(visit, answerForm)
      if (!form.ok) return problemPage(visit, form.errors)
      const answered = await answerFraming(visit.database, visit.actor, {
        slug: visit.params.problem,
        number: Number(visit.params.number),
        isAccepted: form.value.answer === 'accept',
        reason: form.value.reason,
        language: visit.lang,
      })
      if (!answered.ok) {
        const text = say(visit)(`refused.${answered.refusal}`)
        return answered.refusal === 'reason-needed' ? problemPage(visit, [{ field: 'reason', text }]) : refused(text)
      }
      return redirectSaying(visit.to('problem.page', { problem: visit.params.problem }), done(visit, 'answered'))
    },
  ),

  ...interestRoutes,
  ...sponsorRoutes,
  ...actorRoutes,
]

function say(visit: Visit) {
  return problemWords.say(visit.lang)
}

function done(visit: Visit, what: 'sponsored' | 'proposed' | 'answered'): Done {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}
