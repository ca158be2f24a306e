import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { askVoiding, decideVoiding } from './commands.ts'
import { anomalyWords, type AnomalyKey } from './messages/words.ts'
import { mayVoid } from './rules.ts'
import { anomaliesPage, numberIn } from './show.tsx'

const askForm = fields({ reason: field.text({ most: 1000 }) })
const decideForm = fields({ act: field.choice(['void', 'refuse']), why: field.optionalText({ most: 1000 }) })

export const anomalyRoutes: readonly Route[] = [
  route('opinion.anomalies', { allowed: anyone, records: 'nothing' }, (visit) => anomaliesPage(visit)),

  route('opinion.ask-voiding', { allowed: mayVoid, records: ['opinion.voiding-asked'] }, async (visit) => {
    const form = readForm(visit, askForm)
    if (!form.ok) return anomaliesPage(visit, form.errors)
    const asked = await askVoiding(visit.database, visit.actor, { ...aboutOf(visit), reason: form.value.reason })
    return asked.ok ? done(visit, 'done-asked') : refusedWith(visit, asked.refusal)
  }),

  route(
    'opinion.decide-voiding',
    { allowed: mayVoid, records: ['opinion.votes-voided', 'opinion.voiding-refused'] },
    async (visit) => {
      const form = readForm(visit, decideForm)
      if (!form.ok) return anomaliesPage(visit, form.errors)
      const why = form.value.act === 'void' ? null : form.value.why
      const decided = await decideVoiding(visit.database, visit.actor, { ...aboutOf(visit), why })
      if (decided.ok) return done(visit, why === null ? 'done-voided' : 'done-refused')
      return decided.refusal === 'why-needed'
        ? anomaliesPage(visit, errorsAt(visit, 'why', 'refused.why-needed'))
        : refusedWith(visit, decided.refusal)
    },
  ),
]

type Acting = Visit<'opinion.ask-voiding'> | Visit<'opinion.decide-voiding'>

const aboutOf = (visit: Acting) => ({ slug: visit.params.problem, number: numberIn(visit) })

function done(visit: Acting, key: AnomalyKey): Reply {
  const { problem } = visit.params
  return redirectSaying(`${visit.to('opinion.anomalies', { problem })}#anomaly-${numberIn(visit)}`, {
    text: anomalyWords.say(visit.lang)(key),
  })
}

type Refusal = AnomalyKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

function refusedWith(visit: Acting, refusal: Refusal): Reply {
  if (refusal === 'no-such-problem') return notFound()
  const isForbidden = refusal === 'only-stewards' || refusal === 'second-person'
  return refused(anomalyWords.say(visit.lang)(`refused.${refusal}`), isForbidden ? 403 : 409)
}

function errorsAt(visit: Acting, at: string, key: AnomalyKey): readonly FieldError[] {
  return [{ field: at, text: anomalyWords.say(visit.lang)(key) }]
}
