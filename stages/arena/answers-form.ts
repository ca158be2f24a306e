import { field, fields, readForm, type FieldError, type Visit } from '../../platform/http/index.ts'
import type { Rule } from './composition/set-up-rules.ts'
import type { Choice, ChoiceRefusal, RefusedChoice } from './selection-rules.ts'
import type { Application } from './store.ts'

/** One form answers several applications: the fields of each end in its number. */

const restForm = fields({ reasonAll: field.optionalText({ most: 1000 }) })

export type ReadAnswers =
  | { readonly ok: true; readonly choices: readonly Choice[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Those that got an answer; who still waits is left as she is. A no without its own reason has the one for all of them. */
export function readAnswers(
  visit: Pick<Visit, 'form' | 'common'>,
  applications: readonly Application[],
  rule: Rule,
): ReadAnswers {
  const rest = readForm(visit, restForm)
  if (!rest.ok) return rest
  const read = applications
    .filter(({ number }) => ['select', 'decline'].includes(visit.form.typed[`answer-${number}`]?.[0] ?? ''))
    .map((application) => readOne(visit, { application, rule, reasonAll: rest.value.reasonAll }))
  const errors = read.flatMap((one) => ('errors' in one ? one.errors : []))
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, choices: read.flatMap((one) => ('errors' in one ? [] : [one])) }
}

type One = { readonly application: Application; readonly rule: Rule; readonly reasonAll: string }

function readOne(
  visit: Pick<Visit, 'form' | 'common'>,
  { application: { number, profile }, rule, reasonAll }: One,
): Choice | { readonly errors: readonly FieldError[] } {
  const [reason, criteria, substitute] = [`reason-${number}`, `criteria-${number}`, `substitute-${number}`]
  const form = readForm(visit, fields({ [reason]: field.optionalText({ most: 1000 }), [substitute]: field.ticked() }))
  if (!form.ok) return form
  const isSelected = visit.form.typed[`answer-${number}`]?.[0] === 'select'
  const own = String(form.value[reason] ?? '')
  return {
    number,
    isSelected,
    reason: own === '' && !isSelected ? reasonAll : own,
    criteria: criteriaTyped(visit.form.typed[criteria] ?? [], rule.profiles.find(({ id }) => id === profile)?.criteria),
    isSubstitute: form.value[substitute] === true,
  }
}

/** Boxes are named by the place of the criterion in its list, from 1. */
export function criteriaTyped(typed: readonly string[], criteria: readonly string[] = []): readonly string[] {
  return criteria.filter((_, at) => typed.includes(String(at + 1)))
}

const fieldOf: Readonly<Record<ChoiceRefusal, string>> = {
  'no-such-application': 'answer',
  'answered-already': 'answer',
  'reason-needed': 'reason',
  'criteria-needed': 'criteria',
  'seated-already': 'answer',
  'profile-full': 'answer',
  'only-by-lot': 'answer',
  'waits-for-the-draw': 'answer',
  'waits-for-the-group': 'answer',
  'same-household': 'answer',
  'home-not-looked-up': 'answer',
  'in-the-draw': 'answer',
  'home-in-the-draw': 'answer',
}

/** Every answer that cannot stand, told at its field. */
export function errorsOf(
  refused: readonly RefusedChoice[],
  say: (refusal: ChoiceRefusal, number: number) => string,
): readonly FieldError[] {
  return refused.map(({ number, refusal }) => ({
    field: `${fieldOf[refusal]}-${number}`,
    text: say(refusal, number),
  }))
}
