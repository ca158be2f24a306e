import { parseId } from '@folkmoot/basics/ids.ts'
import { field, fields, readForm, type FieldError, type Visit } from '../../../platform/http/index.ts'
import { agendaPresetNames, type AgendaPreset } from './presets.ts'
import { owedThings, type OwedThing, type RuleTerms, type Rung } from './rules.ts'

/** Reads the form of the rule: up to three rungs, of which empty ones are none. */

export const rungLines = [1, 2, 3] as const
const units = ['days', 'working-days', 'months'] as const
const threshold = field.number({ least: 1, most: 100_000_000 })

const ruleForm = fields({
  body: field.text({ most: 36 }),
  threshold1: threshold,
  owes1: field.choice(owedThings),
  threshold2: field.optional(threshold),
  owes2: field.optional(field.choice(owedThings)),
  threshold3: field.optional(threshold),
  owes3: field.optional(field.choice(owedThings)),
  answerCount: field.number({ least: 1, most: 1000 }),
  answerUnit: field.choice(units),
  windowCount: field.optional(field.number({ least: 1, most: 1000 })),
  windowUnit: field.optional(field.choice(units)),
  openTo: field.choice(['tied', 'anyone']),
  leastAssurance: field.choice(['low', 'substantial', 'high']),
  againAfterMonths: field.number({ least: 0, most: 120 }),
  againWithNewFacts: field.ticked(),
  reference: field.text({ most: 200 }),
  preset: field.optional(field.choice(agendaPresetNames)),
})

type Read =
  | { readonly ok: true; readonly value: RuleTerms }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

export function readRule(visit: Pick<Visit, 'form' | 'common'>): Read {
  const form = readForm(visit, ruleForm)
  if (!form.ok) return form
  const typed = form.value
  const body = parseId('body', typed.body)
  const errors: FieldError[] = body ? [] : [{ field: 'body', text: visit.common('choose-one') }]
  const rungs: Rung[] = [{ threshold: typed.threshold1, owes: typed.owes1 }]
  for (const [at, count, owes] of [
    [2, typed.threshold2, typed.owes2],
    [3, typed.threshold3, typed.owes3],
  ] as const) {
    // A number that owes nothing, or a debt without a number, is half a rung.
    if (count !== null && owes === null) errors.push({ field: `owes${at}`, text: visit.common('choose-one') })
    if (count === null && owes !== null) errors.push({ field: `threshold${at}`, text: visit.common('required') })
    if (count !== null && owes !== null) rungs.push({ threshold: count, owes })
  }
  const { windowCount, windowUnit } = typed
  if (windowCount === null && windowUnit !== null) errors.push({ field: 'windowCount', text: visit.common('required') })
  if (windowCount !== null && windowUnit === null)
    errors.push({ field: 'windowUnit', text: visit.common('choose-one') })
  if (errors.length > 0 || !body) return { ok: false, errors }
  const { openTo, leastAssurance, againAfterMonths, againWithNewFacts, reference, preset } = typed
  return {
    ok: true,
    value: {
      body,
      rungs,
      window: windowCount !== null && windowUnit !== null ? { count: windowCount, unit: windowUnit } : null,
      answer: { count: typed.answerCount, unit: typed.answerUnit },
      openTo,
      leastAssurance,
      againAfterMonths,
      againWithNewFacts,
      preset,
      reference,
    },
  }
}

/** What stands in the form before anything was typed: the preset that was chosen, or the rule in force. */
export function typedRule(
  terms: Omit<AgendaPreset, 'name' | 'unsaid' | 'source'> & Partial<Pick<RuleTerms, 'body' | 'preset'>>,
): Readonly<Record<string, readonly string[]>> {
  const rungs = rungLines.map((line) => terms.rungs[line - 1])
  const owes = (line: number): OwedThing | '' => rungs[line]?.owes ?? ''
  const count = (line: number): string => rungs[line]?.threshold.toString() ?? ''
  const one: Readonly<Record<string, string>> = {
    body: terms.body ?? '',
    threshold1: count(0),
    owes1: owes(0),
    threshold2: count(1),
    owes2: owes(1),
    threshold3: count(2),
    owes3: owes(2),
    answerCount: terms.answer?.count.toString() ?? '',
    answerUnit: terms.answer?.unit ?? '',
    windowCount: terms.window?.count.toString() ?? '',
    windowUnit: terms.window?.unit ?? '',
    openTo: terms.openTo,
    leastAssurance: terms.leastAssurance,
    againAfterMonths: String(terms.againAfterMonths),
    preset: terms.preset ?? '',
  }
  return {
    ...Object.fromEntries(Object.entries(one).map(([name, value]) => [name, [value]])),
    againWithNewFacts: terms.againWithNewFacts ? ['yes'] : [],
  }
}
