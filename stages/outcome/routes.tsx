import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { accountRoutes } from './account/routes.tsx'
import { caseSheetRoutes } from './case-sheet/show.tsx'
import { checklistRoutes } from './checklist/routes.tsx'
import * as commands from './commands.ts'
import { correctMeasurement } from './correcting.ts'
import { readMeasurement } from './form.ts'
import { legitimaciesRoutes } from './legitimacies/routes.tsx'
import { outcomeWords, type OutcomeKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { correctPage, fieldOf, fieldOfMeasurement, newPage, outcomePage } from './show.tsx'
import { surveysRoutes } from './surveys/routes.tsx'

const indicatorForm = fields({
  name: field.text({ most: 200 }),
  unit: field.text({ most: 60 }),
  baselineValue: field.optional(field.number({ decimals: true })),
  baselineOn: field.optional(field.date()),
  baselineSource: field.optionalText({ most: 500 }),
  targetValue: field.number({ decimals: true }),
  targetBy: field.date(),
})
const correctForm = fields({ because: field.text({ most: 1000 }) })

export const outcomeRoutes: readonly Route[] = [
  ...surveysRoutes,
  ...legitimaciesRoutes,
  ...caseSheetRoutes,
  ...checklistRoutes,
  ...accountRoutes,
  route('outcome.page', { allowed: anyone, records: 'nothing' }, (visit) => outcomePage(visit)),
  route('outcome.new', { allowed: rules.mayPrepare, records: 'nothing' }, (visit) => newPage(visit)),

  route('outcome.intend', { allowed: rules.mayPrepare, records: ['outcome.intended'] }, async (visit) => {
    const form = readForm(visit, indicatorForm)
    if (!form.ok) return newPage(visit, form.errors)
    const commitments = (visit.form.typed['commitments'] ?? []).map(Number)
    const input = { ...form.value, slug: visit.params.problem, place: visit.jurisdiction, commitments }
    const intended = await commands.intend(visit.database, visit.actor, input)
    if (!intended.ok) return newPage(visit, [errorOf(visit, intended.refusal)])
    return toOutcome(visit, 'intended')
  }),

  route('outcome.measure', { allowed: rules.mayMeasure, records: ['outcome.measured'] }, async (visit) => {
    const { problem: slug } = visit.params
    const number = Number(visit.params.number)
    const form = readMeasurement(visit, `-${number}`)
    if (!form.ok) return outcomePage(visit, form.errors)
    const place = visit.jurisdiction
    const measured = await commands.measure(visit.database, visit.actor, { slug, number, place, ...form.value })
    if (measured.ok) return toOutcome(visit, 'measured')
    const { refusal } = measured
    if (refusal === 'no-such-problem' || refusal === 'no-such-indicator') return notFound()
    const wrong = fieldOfMeasurement(refusal)
    return outcomePage(visit, [{ ...errorOf(visit, refusal), field: wrong && `${wrong}-${number}` }])
  }),

  route('outcome.correcting', { allowed: rules.mayMeasure, records: 'nothing' }, (visit) => correctPage(visit)),

  route('outcome.correct', { allowed: rules.mayMeasure, records: ['outcome.measurement-corrected'] }, async (visit) => {
    const [words, why] = [readMeasurement(visit), readForm(visit, correctForm)]
    if (!words.ok || !why.ok) return correctPage(visit, [...errorsIn(words), ...errorsIn(why)])
    const corrected = await correctMeasurement(visit.database, visit.actor, {
      slug: visit.params.problem,
      place: visit.jurisdiction,
      number: Number(visit.params.number),
      measurement: Number(visit.params.measurement),
      words: words.value,
      because: why.value.because,
    })
    if (corrected.ok) return toOutcome(visit, 'corrected')
    const { refusal } = corrected
    if (refusal === 'no-such-problem' || refusal === 'no-such-indicator') return notFound()
    return correctPage(visit, [{ ...errorOf(visit, refusal), field: fieldOfMeasurement(refusal) }])
  }),
]

/** Back to the page, which says what was done: at its top, so no part of it is jumped to. */
function toOutcome(
  visit: Visit & { readonly params: { readonly problem: string } },
  what: 'intended' | 'measured' | 'corrected',
): Reply {
  const say = outcomeWords.say(visit.lang)
  return redirectSaying(visit.to('outcome.page', { problem: visit.params.problem }), {
    text: say(`done.${what}`),
    next: say(`done.${what}-next`),
  })
}

type RefusalCode = OutcomeKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

function errorOf(visit: Visit, code: RefusalCode): FieldError {
  return { field: fieldOf(code), text: outcomeWords.say(visit.lang)(`refused.${code}`) }
}

function errorsIn(form: { readonly ok: true } | { readonly ok: false; readonly errors: readonly FieldError[] }) {
  return form.ok ? [] : form.errors
}
