import { z } from 'zod'
import type { EverydayKey, Say } from '../i18n/index.ts'

/** A posted form as it came: each name with all its values, and files apart. */
export type TypedForm = {
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly files: Readonly<Record<string, File>>
}

export const emptyForm: TypedForm = { typed: {}, files: {} }

export type FieldError = { readonly field: string; readonly text: string }

/** A complaint about a field, before it has words. */
type Complaint = { readonly code: EverydayKey; readonly values?: Record<string, number> }

export function typedForm(data: Iterable<readonly [string, string | File]>): TypedForm {
  const typed: Record<string, string[]> = Object.create(null) // a field named __proto__ is only a field
  const files: Record<string, File> = Object.create(null)
  for (const [name, value] of data) {
    if (typeof value === 'string') (typed[name] ??= []).push(value)
    else if (value.size > 0) files[name] = value
  }
  return { typed, files }
}

/** What a mail program's own button for stopping such mails posts: RFC 8058. */
export function isOnePress({ typed }: TypedForm): boolean {
  return typed['List-Unsubscribe']?.[0] === 'One-Click'
}

/**
 * Parses what was typed. Field builders below make the schema:
 * `readForm(visit, z.object({ title: text({ most: 120 }) }))`.
 * Unknown fields are ignored; a single field sent twice is an error.
 */
export function readForm<Schema extends z.ZodType>(
  { form, common }: { readonly form: TypedForm; readonly common: Say<EverydayKey> },
  schema: Schema,
):
  | { readonly ok: true; readonly value: z.output<Schema> }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const result = schema.safeParse(form.typed)
  if (result.success) return { ok: true, value: result.data }
  const errors = result.error.issues.map((issue) => {
    const params = issue.code === 'custom' ? (issue.params as Complaint['values']) : undefined
    const code = isComplaint(issue.message) ? issue.message : 'choose-one'
    return { field: String(issue.path[0] ?? ''), text: common(code, params) }
  })
  return { ok: false, errors }
}

const complaints: readonly EverydayKey[] = [
  'required',
  'must-tick',
  'too-long',
  'too-short',
  'not-a-date',
  'not-a-time',
  'not-a-number',
  'too-small',
  'too-large',
  'not-an-address',
  'not-a-link',
  'not-text',
  'choose-one',
]

function isComplaint(message: string): message is EverydayKey {
  return (complaints as readonly string[]).includes(message)
}

/** The one value of a field; an absent field is empty. */
const single = z
  .array(z.string())
  .max(1, 'choose-one')
  .optional()
  .transform((values) => values?.[0] ?? '')

// Bidirectional overrides can make a text read as something else; C0 and C1 controls cannot be shown.
const unshowable =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|[\ud800-\udfff]/u
// Six marks on one letter serve every script; five hundred serve nobody.
const tooManyMarks = /\p{M}{7,}/u
// A name of such letters alone looks like no name, and two names that differ in them look the same.
const widthless = /[\u200b\u2060-\u2064\u{e0000}-\u{e007f}]/gu
const seenByNobody = /^[\p{Default_Ignorable_Code_Point}\p{M}\s\u2800]*$/u

export type TextLimits = { readonly most: number; readonly least?: number }

/** Text in NFC with plain line ends, trimmed. Lengths count code points. */
export function text({ most, least = 1 }: TextLimits) {
  return single.transform(normalised).superRefine((value, context) => {
    const complain = complaintOn(context)
    // A pasted book is not looked at letter by letter: no letter takes more than two units.
    if (value.length > 2 * most) return complain({ code: 'too-long', values: { most } })
    const length = [...value].length
    if (unshowable.test(value) || tooManyMarks.test(value)) return complain({ code: 'not-text' })
    if (length === 0 && least > 0) return complain({ code: 'required' })
    if (length < least) return complain({ code: 'too-short', values: { least } })
    if (length > most) complain({ code: 'too-long', values: { most } })
  })
}

/** Text that is one line however it was typed: a question, a title. */
export function line(limits: TextLimits) {
  return z
    .array(z.string())
    .max(1, 'choose-one')
    .optional()
    .transform((values) => values?.map((value) => value.replaceAll(/\s+/g, ' ')))
    .pipe(text(limits))
}

/** Text that may be left empty; then ''. */
export function optionalText({ most }: { readonly most: number }) {
  return text({ most, least: 0 })
}

/** A name people read beside words, as it is kept: without what cannot be seen, one space between two words. */
export function nameOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/[\s\u2800]+/gu, ' ')
    .replaceAll(/[\p{Cc}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffb]/gu, '')
    .normalize('NFC') // letters that something unseen kept apart
    .replaceAll(/ +/g, ' ')
    .trim()
}

/** A name of a person, an organisation, a body or a place. It has at least one letter. */
export function name({ most, least = 1 }: TextLimits) {
  return single.transform(nameOf).superRefine((value, context) => {
    const complain = complaintOn(context)
    const length = [...value].length
    if (length === 0 && least > 0) return complain({ code: 'required' })
    if (tooManyMarks.test(value) || (length > 0 && !/\p{L}/u.test(value))) return complain({ code: 'not-text' })
    if (length < least) return complain({ code: 'too-short', values: { least } })
    if (length > most) complain({ code: 'too-long', values: { most } })
  })
}

export function choice<const Options extends readonly [string, ...string[]]>(options: Options) {
  return single.pipe(z.enum(options, 'choose-one'))
}

/** Any number of these, each once; an absent field is none. */
export function choices<const Options extends readonly [string, ...string[]]>(options: Options) {
  return z
    .array(z.enum(options, 'choose-one'))
    .optional()
    .transform((chosen) => [...new Set(chosen)])
}

/** A checkbox that was ticked. */
export function ticked() {
  return single.transform((value) => value !== '')
}

/** A checkbox that has to be ticked to go on. */
export function mustTick() {
  return single.refine((value) => value !== '', 'must-tick')
}

export type NumberLimits = { readonly least?: number; readonly most?: number; readonly decimals?: boolean }

/** A number; a decimal comma is read as a point. */
export function number({ least, most, decimals = false }: NumberLimits = {}) {
  return single.transform((value, context): number => {
    const complain = complaintOn(context)
    const plain = value.trim().replace(/\s/g, '').replace(',', '.')
    const form = decimals ? /^-?\d{1,15}(\.\d{1,6})?$/ : /^-?\d{1,15}$/
    if (plain === '') complain({ code: 'required' })
    else if (!form.test(plain)) complain({ code: 'not-a-number' })
    else if (least !== undefined && Number(plain) < least) complain({ code: 'too-small', values: { least } })
    else if (most !== undefined && Number(plain) > most) complain({ code: 'too-large', values: { most } })
    else return Number(plain)
    return z.NEVER
  })
}

export function date() {
  return single.transform((value, context): Temporal.PlainDate => {
    const day = plainDate(value.trim())
    if (day) return day
    complaintOn(context)({ code: value.trim() === '' ? 'required' : 'not-a-date' })
    return z.NEVER
  })
}

export function time() {
  return single.transform((value, context): Temporal.PlainTime => {
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(value.trim())) return Temporal.PlainTime.from(value.trim())
    complaintOn(context)({ code: value.trim() === '' ? 'required' : 'not-a-time' })
    return z.NEVER
  })
}

export function email() {
  return single
    .transform((value) => normalised(value).toLowerCase())
    .superRefine((value, context) => {
      if (unshowable.test(value)) complaintOn(context)({ code: 'not-text' })
      else if (value === '') complaintOn(context)({ code: 'required' })
      else if (value.length > 254 || !/^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\.]+$/.test(value))
        complaintOn(context)({ code: 'not-an-address' })
    })
}

/** An empty field becomes null; else as the field it stands for. */
export function optional<Field extends z.ZodType>(field: Field) {
  return z
    .array(z.string())
    .optional()
    .transform((values, context): z.output<Field> | null => {
      if ((values ?? []).length < 2 && (values?.[0] ?? '').trim() === '') return null
      const result = field.safeParse(values)
      if (result.success) return result.data
      for (const issue of result.error.issues) {
        context.addIssue({
          code: 'custom',
          message: issue.message,
          params: issue.code === 'custom' ? issue.params : {},
        })
      }
      return z.NEVER
    })
}

/** A form without fields to parse. */
export const fields = z.object

function complaintOn(context: z.RefinementCtx) {
  return ({ code, values = {} }: Complaint): void => {
    context.addIssue({ code: 'custom', message: code, params: values })
  }
}

function normalised(value: string): string {
  const text = value.replaceAll(/\r\n?/g, '\n').replace(widthless, '').normalize('NFC').trim()
  return seenByNobody.test(text) ? '' : text
}

// Nothing a council does lies outside these years. The database has no year 0, and a calendar up to the year 9999 takes long.
const years = { first: 1800, last: 2199 } as const

/** `2026-12-04` as browsers send it, and `4.12.2026` or `4/12/2026` as people type it. */
function plainDate(value: string): Temporal.PlainDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  const typed = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(value)
  const parts = iso ? [iso[1], iso[2], iso[3]] : typed ? [typed[3], typed[2], typed[1]] : undefined
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  if (year < years.first || year > years.last) return undefined
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
