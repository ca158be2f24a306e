import { newId, parseId } from '@folkmoot/basics/ids.ts'
import { field, fields, readForm, type FieldError, type Visit } from '../../../platform/http/index.ts'
import type { Fixed, SetUpProfile } from './set-up-rules.ts'

type FormVisit = Pick<Visit, 'form' | 'common'>

const percent = 100

export const ruleForm = fields({
  politicians: field.optional(field.number({ least: 0, most: 1000 })),
  citizens: field.optional(field.number({ least: 0, most: 1000 })),
  minGenderShare: field.optional(field.number({ least: 0, most: 50 })),
  isOnePerHousehold: field.ticked(),
  answerDays: field.number({ least: 1, most: 60 }),
  forgetOn: field.date(),
})

/** People type percents, rules count shares. */
export function shareOfPercent(typed: number | null): number {
  return (typed ?? 0) / percent
}

export function percentOfShare(share: number): string {
  return String(Math.round(share * percent))
}

/** As many profiles as one page holds. */
export const mostProfiles = 20
const longest = { criterion: 300, criteria: 12 } as const

const ownWords = { name: field.line({ most: 120 }), description: field.optionalText({ most: 1000 }) }
const seatWords = {
  profile: field.optionalText({ most: 36 }),
  criteria: field.optionalText({ most: (longest.criterion + 1) * longest.criteria }),
  chosen: field.number({ least: 0, most: 1000 }),
  drawn: field.number({ least: 0, most: 1000 }),
  organisations: field.ticked(),
  keptFor: field.optionalText({ most: 36 }),
}

export type ReadProfiles =
  | { readonly ok: true; readonly value: readonly SetUpProfile[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Those of the mandate always, without their words; the others as far as something was typed. */
export function readProfiles(visit: FormVisit, mandate: Fixed, complain: Complain): ReadProfiles {
  const read = Array.from({ length: mostProfiles }, (_, at) => at + 1)
    .filter((line) => isFilled(visit, line))
    .map((line) => readProfile(visit, { line, mandate, complain }))
  const errors = read.flatMap((one) => ('errors' in one ? one.errors : []))
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, value: read.flatMap((one) => ('errors' in one ? [] : [one])) }
}

export type Complain = (code: 'no-seats' | 'too-many-criteria' | 'organisations-by-lot') => string

type Line = { readonly line: number; readonly mandate: Fixed; readonly complain: Complain }

function readProfile(
  visit: FormVisit,
  { line, mandate, complain }: Line,
): SetUpProfile | { readonly errors: readonly FieldError[] } {
  const seats = readLine(visit, fields(seatWords), line)
  const known = seats.ok ? parseId('profile', seats.value.profile) : undefined
  const fixed = mandate.profiles.find(({ id }) => id === known)
  const words = fixed ? ({ ok: true, value: fixed } as const) : readLine(visit, fields(ownWords), line)
  if (!seats.ok || !words.ok) return { errors: [...(words.ok ? [] : words.errors), ...(seats.ok ? [] : seats.errors)] }
  const { criteria: typed, chosen, drawn, organisations: isForOrganisations } = seats.value
  const criteria = linesOf(typed)
  if (criteria.length > longest.criteria || criteria.some((one) => one.length > longest.criterion))
    return { errors: [{ field: `criteria-${line}`, text: complain('too-many-criteria') }] }
  if (chosen + drawn === 0) return { errors: [{ field: `chosen-${line}`, text: complain('no-seats') }] }
  if (isForOrganisations && drawn > 0)
    return { errors: [{ field: `drawn-${line}`, text: complain('organisations-by-lot') }] }
  const keptFor = parseId('actor', seats.value.keptFor) ?? null
  const { name, description } = words.value
  return { id: known ?? newId('profile'), name, description, criteria, chosen, drawn, isForOrganisations, keptFor }
}

export function linesOf(typed: string): readonly string[] {
  return [
    ...new Set(
      typed
        .split('\n')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    ),
  ]
}

function isFilled({ form }: FormVisit, line: number): boolean {
  return ['name', 'description', 'criteria'].some((key) => (form.typed[`${key}-${line}`]?.[0] ?? '').trim() !== '')
}

/** The fields of one line, `name-1` read as `name`; what is wrong keeps the name it has on the page. */
function readLine<Schema extends ReturnType<typeof fields>>({ form, common }: FormVisit, schema: Schema, line: number) {
  const typed = Object.fromEntries(
    Object.keys(schema.shape).flatMap((key) => {
      const values = form.typed[`${key}-${line}`]
      return values ? [[key, values]] : []
    }),
  )
  const read = readForm({ form: { typed, files: {} }, common }, schema)
  return read.ok
    ? read
    : { ok: false as const, errors: read.errors.map((error) => ({ ...error, field: `${error.field}-${line}` })) }
}
