import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type Route,
} from '../../../platform/http/index.ts'
import { recommendationPage } from '../answers/show.tsx'
import { rateAnswer } from './commands.ts'
import { ratingWords } from './messages/words.ts'
import * as rules from './rules.ts'

const marks = ['1', '2', '3', '4', '5'] as const
const mark = () => field.choice(marks).transform((text) => Number(text) as rules.Mark) // one of the five
const ratingForm = fields({
  wasReasoned: mark(),
  didAnswer: mark(),
  version: field.number({ least: 1, most: 1_000_000 }),
})

export const ratingRoutes: readonly Route[] = [
  route('decision.rate', { allowed: rules.mayRate, records: ['decision.answer-rated'] }, async (visit) => {
    const form = readForm(visit, ratingForm)
    if (!form.ok) return recommendationPage(visit, form.errors)
    const { problem: slug, number } = visit.params
    const rated = await rateAnswer(visit.database, visit.actor, {
      slug,
      number: Number(number),
      place: visit.jurisdiction,
      wasReasoned: form.value.wasReasoned,
      didAnswer: form.value.didAnswer,
      seen: form.value.version,
    })
    const say = ratingWords.say(visit.lang)
    if (rated.ok)
      return redirectSaying(`${visit.to('decision.recommendation', visit.params)}#rating`, {
        text: say('done.rated'),
        next: say('done.rated-next'),
      })
    const { refusal } = rated
    if (refusal === 'no-such-problem') return notFound()
    // She reads the words that stand now, and her marks are still there.
    if (refusal === 'answer-changed')
      return recommendationPage(visit, [{ field: 'wasReasoned', text: say('refused.answer-changed') }])
    const isAboutRights = refusal === 'staff-never-rate' || refusal === 'not-yours-to-rate'
    return refused(say(`refused.${refusal}`), isAboutRights ? 403 : 409)
  }),
]
