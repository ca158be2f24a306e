import { anyone } from '@folkmoot/basics/actor.ts'
import { field, fields, notFound, readForm, redirectSaying, route, type Route } from '../../../platform/http/index.ts'
import { targetsOf } from '../referrals/targets.ts'
import { mayAnswer } from '../rules.ts'
import { complaint, doneWords } from '../saying.ts'
import { giveAnswer } from './commands.ts'
import { answerKinds } from './counting-rules.ts'
import { answeringPage, recommendationPage } from './show.tsx'

const answerForm = fields({
  kind: field.choice(answerKinds),
  reason: field.optionalText({ most: 6000 }),
  amendedText: field.optionalText({ most: 8000 }),
  referBody: field.optionalText({ most: 36 }),
  referTo: field.optionalText({ most: 200 }),
  referBy: field.optional(field.date()),
  parkUntil: field.optional(field.date()),
  again: field.ticked(),
  seen: field.optional(field.number({ least: 0, most: 100_000 })),
})

export const answerRoutes: readonly Route[] = [
  route('decision.recommendation', { allowed: anyone, records: 'nothing' }, (visit) => recommendationPage(visit)),
  route('decision.answering', { allowed: mayAnswer, records: 'nothing' }, (visit) => answeringPage(visit)),

  route('decision.answer', { allowed: mayAnswer, records: ['decision.answered'] }, async (visit) => {
    const form = readForm(visit, answerForm)
    if (!form.ok) return answeringPage(visit, form.errors)
    const number = Number(visit.params.number)
    const targets = form.value.referBody === '' ? [] : await targetsOf(visit.database, visit.jurisdiction)
    const input = { slug: visit.params.problem, number, place: visit.jurisdiction, targets, ...form.value }
    const answered = await giveAnswer(visit.database, visit.actor, input)
    if (answered.ok) {
      const done = form.value.kind === 'park' ? 'parked' : 'answered'
      return redirectSaying(
        visit.to('decision.recommendation', { problem: visit.params.problem, number }),
        doneWords(visit, done),
      )
    }
    if (answered.refusal === 'no-such-problem' || answered.refusal === 'no-such-item') return notFound()
    return answeringPage(visit, [complaint(visit, answered.refusal)])
  }),
]
