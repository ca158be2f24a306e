import { newId, parseId, type Id } from '@folkmoot/basics/ids.ts'
import type { z } from 'zod'
import type { Body } from '../../platform/directory/index.ts'
import { field, fields, readForm, type FieldError, type TypedForm, type Visit } from '../../platform/http/index.ts'
import { groupFields, groupOf, typedGroup } from './group-form.ts'
import { gateQuestions, promiseLevels, type GateAnswer, type SeatProfile, type Terms } from './rules.ts'

/** Reads the long form of a mandate: everything may be empty while it is a draft, but what is there must make sense. */

const termsForm = fields({
  seen: field.number({ least: 0 }),
  question: field.line({ least: 0, most: 300 }),
  background: field.optionalText({ most: 8000 }),
  tasks: field.optionalText({ most: 8000 }),
  outOfScope: field.optionalText({ most: 4000 }),
  promise: field.optional(field.choice(promiseLevels)),
  canChange: field.optionalText({ most: 4000 }),
  cannotChange: field.optionalText({ most: 4000 }),
  answerCount: field.optional(field.number({ least: 1, most: 1000 })),
  answerUnit: field.optional(field.choice(['days', 'working-days', 'months'])),
  parentBody: field.optional(field.text({ most: 36 })),
  recipientBody: field.optional(field.text({ most: 36 })),
  politicians: field.optional(field.number({ least: 0, most: 1000 })),
  citizens: field.optional(field.number({ least: 0, most: 10_000 })),
  minGenderShare: field.optional(field.number({ least: 1, most: 50 })),
  startsOn: field.optional(field.date()),
  endsOn: field.optional(field.date()),
  meetings: field.optional(field.number({ least: 1, most: 500 })),
  economicFrame: field.optionalText({ most: 2000 }),
})
const groupForm = fields(groupFields)

const profileForm = fields({
  profile: field.optionalText({ most: 36 }),
  name: field.text({ most: 120 }),
  wanted: field.number({ least: 1, most: 10_000 }),
  description: field.optionalText({ most: 1000 }),
})

const answerForm = fields({ answer: field.choice(['yes', 'no']), reason: field.text({ most: 1000 }) })

/** As many lines for profiles as the form reads; each save shows three more. */
export const mostProfiles = 20

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: readonly FieldError[] }
type FormVisit = Pick<Visit, 'form' | 'common'>

export type Known = { readonly bodies: readonly Body[]; readonly profiles: readonly SeatProfile[] }

export function readTerms(visit: FormVisit, known: Known): Read<{ readonly seen: number; readonly terms: Terms }> {
  const form = readForm(visit, termsForm)
  const profiles = readProfiles(visit, known.profiles)
  const groupRead = readForm(visit, groupForm)
  if (!form.ok || !profiles.ok || !groupRead.ok)
    return { ok: false, errors: [form, profiles, groupRead].flatMap((part) => (part.ok ? [] : part.errors)) }
  const { group, halves } = groupOf(groupRead.value)
  const { seen, answerCount, answerUnit, parentBody, recipientBody, minGenderShare, ...words } = form.value
  const [parent, recipient] = [bodyAmong(known.bodies, parentBody), bodyAmong(known.bodies, recipientBody)]
  const wrong = [
    ...(parent === undefined ? ['parentBody'] : []),
    ...(recipient === undefined ? ['recipientBody'] : []),
    // A number of nothing, or nothing of a number, is half a rule.
    ...((answerCount === null) === (answerUnit === null) ? [] : [answerCount === null ? 'answerCount' : 'answerUnit']),
    ...halves,
  ]
  if (wrong.length > 0 || parent === undefined || recipient === undefined) {
    return {
      ok: false,
      errors: wrong.map((name) => ({
        field: name,
        text: visit.common(name.endsWith('Count') ? 'required' : 'choose-one'),
      })),
    }
  }
  const terms: Terms = {
    ...words,
    parentBody: parent,
    recipientBody: recipient,
    minGenderShare: minGenderShare === null ? null : minGenderShare / 100,
    profiles: profiles.value,
    answerRule: answerCount !== null && answerUnit !== null ? { count: answerCount, unit: answerUnit } : null,
    group,
  }
  return { ok: true, value: { seen, terms } }
}

/** Null when none was chosen, undefined when there is no such body. */
function bodyAmong(bodies: readonly Body[], typed: string | null): Id<'body'> | null | undefined {
  return typed === null ? null : bodies.find((body) => body.id === typed)?.id
}

/** Lines with nothing in them are no profiles. A known profile keeps its id, so that seats given for it stay explained. */
function readProfiles(visit: FormVisit, known: readonly SeatProfile[]): Read<readonly SeatProfile[]> {
  const lines = Array.from({ length: mostProfiles }, (_, at) => String(at + 1)).filter((line) =>
    ['name', 'wanted', 'description'].some((key) => (visit.form.typed[`${key}-${line}`]?.[0] ?? '').trim() !== ''),
  )
  const left = new Set(known.map((profile) => profile.id))
  return together(
    lines.map((line) => readPart(visit, profileForm, line)),
    ({ profile, ...words }): SeatProfile => {
      const id = parseId('profile', profile)
      const isKnown = id !== undefined && left.delete(id)
      return { ...words, id: isKnown ? id : newId('profile') }
    },
  )
}

export type GateWords = GateAnswer & { readonly reason: string }

/** Five answers, each with its reason. */
export function readGate(visit: FormVisit): Read<readonly GateWords[]> {
  const parts = gateQuestions.map((question) => readPart(visit, answerForm, question))
  return together(parts, ({ answer, reason }, at): GateWords => ({
    question: gateQuestions[at] ?? 'citizens-can-help',
    isYes: answer === 'yes',
    reason,
  }))
}

/** Reads one of several alike groups of fields: `reason-1`, `reason-2` as `reason`. Errors keep the names on the page. */
function readPart<Schema extends z.ZodObject>(
  { form, common }: FormVisit,
  schema: Schema,
  part: string,
): Read<z.output<Schema>> {
  const typed = Object.fromEntries(
    Object.keys(schema.shape).flatMap((key) => {
      const values = form.typed[`${key}-${part}`]
      return values ? [[key, values]] : []
    }),
  )
  const read = readForm({ form: { typed, files: {} } satisfies TypedForm, common }, schema)
  return read.ok
    ? read
    : { ok: false, errors: read.errors.map((error) => ({ ...error, field: `${error.field}-${part}` })) }
}

function together<Part, Value>(
  parts: readonly Read<Part>[],
  make: (part: Part, at: number) => Value,
): Read<readonly Value[]> {
  const errors = parts.flatMap((part) => (part.ok ? [] : part.errors))
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, value: parts.flatMap((part, at) => (part.ok ? [make(part.value, at)] : [])) }
}

/** What stands in the form before anything was typed: the draft, or the version a new one begins from. */
export function typedTerms(terms: Terms, seen: number): Readonly<Record<string, string | readonly string[]>> {
  const { answerRule, minGenderShare } = terms
  const numberText = (value: number | null | undefined): string =>
    value === null || value === undefined ? '' : String(value)
  const profiles = terms.profiles.flatMap(({ id, name, wanted, description }, at) => [
    [`profile-${at + 1}`, id],
    [`name-${at + 1}`, name],
    [`wanted-${at + 1}`, numberText(wanted)],
    [`description-${at + 1}`, description],
  ])
  return {
    seen: String(seen),
    question: terms.question,
    background: terms.background,
    tasks: terms.tasks,
    outOfScope: terms.outOfScope,
    promise: terms.promise ?? '',
    canChange: terms.canChange,
    cannotChange: terms.cannotChange,
    answerCount: numberText(answerRule?.count),
    answerUnit: answerRule?.unit ?? '',
    parentBody: terms.parentBody ?? '',
    recipientBody: terms.recipientBody ?? '',
    politicians: numberText(terms.politicians),
    citizens: numberText(terms.citizens),
    minGenderShare: minGenderShare === null ? '' : String(Math.round(minGenderShare * 100)),
    startsOn: terms.startsOn?.toString() ?? '',
    endsOn: terms.endsOn?.toString() ?? '',
    meetings: numberText(terms.meetings),
    economicFrame: terms.economicFrame,
    ...typedGroup(terms.group),
    ...Object.fromEntries(profiles),
  }
}
