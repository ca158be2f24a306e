import { anyone } from '@folkmoot/basics/actor.ts'
import { field, fields, readForm, redirectSaying, refused, route, type Route } from '../../../platform/http/index.ts'
import { answerReferral } from './commands.ts'
import { referralWords } from './messages/words.ts'
import * as rules from './rules.ts'
import { referralPage } from './show.tsx'

const answerForm = fields({
  kind: field.choice(rules.referralAnswers),
  reason: field.optionalText({ most: 6000 }),
  amendedText: field.optionalText({ most: 8000 }),
})

const fieldOf: Readonly<Record<string, string>> = {
  'reason-needed': 'reason',
  'amended-text-needed': 'amendedText',
  'amended-text-same': 'amendedText',
  hidden: 'kind',
}

export const referralRoutes: readonly Route[] = [
  route('decision.referral', { allowed: anyone, records: 'nothing' }, (visit) => referralPage(visit)),

  route(
    'decision.answer-referral',
    { allowed: rules.mayAnswerReferral, records: ['decision.referral-answered', 'decision.referral-came-back'] },
    async (visit) => {
      const form = readForm(visit, answerForm)
      if (!form.ok) return referralPage(visit, form.errors)
      const number = rules.numberIn(visit.params.number)
      const answered = await answerReferral(visit.database, visit.actor, { number, ...form.value })
      const say = referralWords.say(visit.lang)
      if (!answered.ok) {
        const text = say(`refused.${answered.refusal}`)
        if (answered.refusal === 'staff-never-answer' || answered.refusal === 'not-in-body') return refused(text, 403)
        return referralPage(visit, [{ field: fieldOf[answered.refusal] ?? '', text }])
      }
      return redirectSaying(visit.to('decision.referral', visit.params), {
        text: say('done.answered'),
        next: say('done.answered-next'),
      })
    },
  ),
]
