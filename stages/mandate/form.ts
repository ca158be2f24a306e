import { newId, parseId, type Id } from '@folkmoot/basics/ids.ts'
import type { Body } from '../../platform/directory/index.ts'
import { field, fields, readForm, type FieldError, type TypedForm } from '../../platform/http/index.ts'
import { groupFields, groupOf, typedGroup } from './group-form.ts'
import { matterNames, readMatters, typedMatters } from './matters/form.ts'
import { readPart, together, type FormVisit, type Read } from './parts.ts'
import { gateQuestions, promiseLevels, type GateAnswer, type SeatProfile, type Terms } from './rules.ts'
import type { TypedSections } from './saves/merge.ts'
import { sectionOf, sections, type Section } from './saves/sections.ts'

/** Reads the long form of a mandate: everything may be empty while it is a draft, but what is there must make sense. */

const save = field.number({ least: 0, most: 1_000_000 })
const seenForm = fields({ seen: save })
const taskForm = fields({
  question: field.line({ least: 0, most: 300 }),
  background: field.optionalText({ most: 8000 }),
  tasks: field.optionalText({ most: 8000 }),
  outOfScope: field.optionalText({ most: 4000 }),
})
const promiseForm = fields({
  promise: field.optional(field.choice(promiseLevels)),
  answerCount: field.optional(field.number({ least: 1, most: 1000 })),
  answerUnit: field.optional(field.choice(['days', 'working-days', 'months'])),
})
const decidersForm = fields({
  parentBody: field.optional(field.text({ most: 36 })),
  recipientBody: field.optional(field.text({ most: 36 })),
})
const seatsForm = fields({
  politicians: field.optional(field.number({ least: 0, most: 1000 })),
  citizens: field.optional(field.number({ least: 0, most: 10_000 })),
  minGenderShare: field.optional(field.number({ least: 1, most: 50 })),
})
const timeForm = fields({
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

export type Known = { readonly bodies: readonly Body[]; readonly profiles: readonly SeatProfile[] }

/** The sections that make sense, put into the terms that stand; the others are named in the errors. */
export type ReadTerms = TypedSections & {
  readonly errors: readonly FieldError[]
}

export function readTerms(visit: FormVisit, known: Known, standing: Terms): ReadTerms {
  const seen = readForm(visit, seenForm)
  if (!seen.ok) return { seen: 0, seenIn: {}, terms: standing, sections: [], errors: seen.errors }
  const read = sections.map((section) => ({ section, part: readers[section](visit, known) }))
  const terms = read.reduce<Terms>(
    (all, { section, part }) => (part.ok ? { ...all, ...sectionOf({ ...all, ...part.value }, section) } : all),
    standing,
  )
  return {
    ...seen.value,
    seenIn: seenIn(visit),
    // Texts older than the questions go when the questions are written.
    terms: terms.matters.length > 0 ? { ...terms, canChange: '', cannotChange: '' } : terms,
    sections: read.flatMap(({ section, part }) => (part.ok ? [section] : [])),
    errors: read.flatMap(({ part }) => (part.ok ? [] : part.errors)),
  }
}

/** A section that came back with a mistake keeps the save it was written over, while others were saved meanwhile. */
function seenIn(visit: FormVisit): NonNullable<TypedSections['seenIn']> {
  return Object.fromEntries(
    sections.flatMap((section) => {
      const read = save.safeParse(visit.form.typed[`seen-${section}`])
      return read.success ? [[section, read.data]] : []
    }),
  )
}

type SectionReader = (visit: FormVisit, known: Known) => Read<Partial<Terms>>

const readers: Readonly<Record<Section, SectionReader>> = {
  task: (visit) => readForm(visit, taskForm),
  room: (visit) => {
    const { value: matters, errors } = readMatters(visit)
    return errors.length > 0 ? { ok: false, errors } : { ok: true, value: { matters } }
  },
  promise: (visit) => {
    const form = readForm(visit, promiseForm)
    if (!form.ok) return form
    const { promise, answerCount: count, answerUnit: unit } = form.value
    // A number of nothing, or nothing of a number, is half a rule.
    if (count === null && unit !== null) return wrong('answerCount', visit.common('required'))
    if (count !== null && unit === null) return wrong('answerUnit', visit.common('choose-one'))
    return { ok: true, value: { promise, answerRule: count !== null && unit !== null ? { count, unit } : null } }
  },
  deciders: (visit, { bodies }) => {
    const form = readForm(visit, decidersForm)
    if (!form.ok) return form
    const parentBody = bodyAmong(bodies, form.value.parentBody)
    const recipientBody = bodyAmong(bodies, form.value.recipientBody)
    if (parentBody === undefined) return wrong('parentBody', visit.common('choose-one'))
    if (recipientBody === undefined) return wrong('recipientBody', visit.common('choose-one'))
    return { ok: true, value: { parentBody, recipientBody } }
  },
  group: (visit, known) => {
    const form = readForm(visit, seatsForm)
    const profiles = readProfiles(visit, known.profiles)
    if (!form.ok || !profiles.ok)
      return { ok: false, errors: [...(form.ok ? [] : form.errors), ...(profiles.ok ? [] : profiles.errors)] }
    const { minGenderShare, ...seats } = form.value
    const share = minGenderShare === null ? null : minGenderShare / 100
    return { ok: true, value: { ...seats, minGenderShare: share, profiles: profiles.value } }
  },
  time: (visit) => readForm(visit, timeForm),
  working: (visit) => {
    const form = readForm(visit, groupForm)
    if (!form.ok) return form
    const { group, halves } = groupOf(form.value)
    if (halves.length === 0) return { ok: true, value: { group } }
    const text = (name: string) => visit.common(name.endsWith('Count') ? 'required' : 'choose-one')
    return { ok: false, errors: halves.map((name) => ({ field: name, text: text(name) })) }
  },
}

function wrong(name: string, text: string): { readonly ok: false; readonly errors: readonly FieldError[] } {
  return { ok: false, errors: [{ field: name, text }] }
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

const namesOf: Readonly<Record<Section, readonly string[]>> = {
  task: Object.keys(taskForm.shape),
  room: matterNames,
  promise: Object.keys(promiseForm.shape),
  deciders: Object.keys(decidersForm.shape),
  group: [...Object.keys(seatsForm.shape), ...Object.keys(profileForm.shape)],
  time: Object.keys(timeForm.shape),
  working: Object.keys(groupFields),
}

/** What was typed into these sections, as it was typed. */
export function typedIn({ form }: Pick<FormVisit, 'form'>, kept: readonly Section[]): TypedForm['typed'] {
  const names = new Set(kept.flatMap((section) => namesOf[section]))
  return Object.fromEntries(Object.entries(form.typed).filter(([name]) => names.has(name.replace(/-\d+$/, ''))))
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
    ...typedMatters(terms.matters),
  }
}
