import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  route,
  type FieldError,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { commitmentPage } from '../show.tsx'
import * as commands from './commands.ts'
import { reopeningWords, type ReopeningKey } from './messages/words.ts'
import * as rules from './rules.ts'

const reopenForm = fields({ reopenReason: field.text({ most: 4000 }) })
const answerForm = fields({
  goesOn: field.choice(['yes', 'no']),
  answerWords: field.text({ most: 4000 }),
  answerNext: field.optional(field.date()),
})

export const reopeningRoutes: readonly Route[] = [
  route('delivery.reopen', { allowed: rules.mayReopen, records: ['delivery.reopened'] }, async (visit) => {
    const form = readForm(visit, reopenForm)
    if (!form.ok) return commitmentPage(visit, form.errors)
    const reopened = await commands.reopen(visit.database, visit.actor, {
      ...atOf(visit),
      reason: form.value.reopenReason,
      language: visit.lang,
    })
    if (!reopened.ok) return refusedBy(visit, reopened.refusal)
    return redirectSaying(visit.to('delivery.commitment', visit.params), done(visit, 'reopened'))
  }),

  route(
    'delivery.answer-reopening',
    { allowed: rules.mayAnswer, records: ['delivery.reopening-answered'] },
    async (visit) => {
      const form = readForm(visit, answerForm)
      if (!form.ok) return commitmentPage(visit, form.errors)
      const { goesOn, answerWords: words, answerNext: nextReportOn } = form.value
      const answer = { ...atOf(visit), goesOn: goesOn === 'yes', words, nextReportOn }
      const answered = await commands.answerReopening(visit.database, visit.actor, answer)
      if (!answered.ok) return refusedBy(visit, answered.refusal)
      return redirectSaying(visit.to('delivery.commitment', visit.params), done(visit, 'answered'))
    },
  ),
]

type OfReopening = Visit<'delivery.reopen'> | Visit<'delivery.answer-reopening'>
type Code = ReopeningKey extends infer Key ? (Key extends `refused.${infer Refusal}` ? Refusal : never) : never

function atOf({ params, jurisdiction: place }: OfReopening) {
  return { slug: params.problem, number: Number(params.number), place }
}

const fieldsOfRefusals: Readonly<Partial<Record<Code, string>>> = {
  'next-report-needed': 'answerNext',
  'day-has-passed': 'answerNext',
}

function refusedBy(visit: OfReopening, code: Code) {
  if (code === 'no-such-problem' || code === 'no-such-commitment') return notFound()
  const error: FieldError = {
    field: fieldsOfRefusals[code] ?? '',
    text: reopeningWords.say(visit.lang)(`refused.${code}`),
  }
  return commitmentPage(visit, [error])
}

function done(visit: Visit, what: 'reopened' | 'answered') {
  const say = reopeningWords.say(visit.lang)
  return { text: say(`done.${what}`), next: say(`done.${what}-next`) }
}
