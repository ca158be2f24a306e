import type { Id } from '@folkmoot/basics/ids.ts'
import { levels, type Jurisdiction, type PlaceWords } from '../../platform/directory/index.ts'
import { field, fields, readForm, type FieldError, type TypedForm } from '../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../platform/i18n/index.ts'
import { isColor } from '../../ui/index.ts'
import type { SaySettings } from './messages/words.ts'

const placeFields = fields({
  name: field.name({ most: 120 }),
  level: field.choice(levels),
  partOf: field.optionalText({ most: 36 }),
  tagline: field.optionalText({ most: 120 }),
  timeZone: field.text({ most: 60 }),
  holidays: field.optionalText({ most: 4000 }),
  accent: field.optionalText({ most: 7 }),
  brand: field.optionalText({ most: 7 }),
  offlineRoute: field.optionalText({ most: 500 }),
})

export type PlaceSettings = Pick<
  Jurisdiction,
  | 'name'
  | 'level'
  | 'parent'
  | 'tagline'
  | 'timeZone'
  | 'holidays'
  | 'languages'
  | 'accent'
  | 'brand'
  | 'words'
  | 'offlineRoute'
>

type Reading = {
  readonly form: TypedForm
  readonly common: Say<EverydayKey>
  readonly say: SaySettings
  /** Languages there are catalogues for. */
  readonly spoken: readonly string[]
  /** What the place can be part of. */
  readonly parents: readonly Pick<Jurisdiction, 'id'>[]
}

/** Reads what an administrator typed about a place. Used by the settings and by the set-up of a new place. */
export function readPlace({
  form,
  common,
  say,
  spoken,
  parents,
}: Reading):
  | { readonly ok: true; readonly value: PlaceSettings }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const read = readForm({ form, common }, placeFields)
  const words = readForm({ form, common }, wordFields(spoken))
  const languages = spoken.filter((lang) => form.typed['languages']?.includes(lang))
  const lines = (form.typed['holidays']?.[0] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const wrongLine = lines.find((line) => dateOf(line) === undefined)
  const colors = (['accent', 'brand'] as const).filter((name) => {
    const typed = form.typed[name]?.[0]?.trim() ?? ''
    return typed !== '' && !isColor(typed)
  })
  const zone = form.typed['timeZone']?.[0]?.trim() ?? ''
  const parent = parentAmong(parents, form.typed['partOf']?.[0] ?? '')
  const errors: readonly FieldError[] = [
    ...(read.ok ? [] : read.errors),
    ...(words.ok ? [] : words.errors),
    ...(parent === undefined ? [{ field: 'partOf', text: common('choose-one') }] : []),
    ...(zone === '' || isTimeZone(zone) ? [] : [{ field: 'timeZone', text: say('not-a-zone') }]),
    ...(wrongLine === undefined
      ? []
      : [{ field: 'holidays', text: say('not-dates', { line: wrongLine.slice(0, 40) }) }]),
    ...(languages.length === 0 ? [{ field: 'languages', text: common('choose-one') }] : []),
    ...colors.map((name) => ({ field: name, text: say('not-a-color') })),
  ]
  if (!read.ok || !words.ok || parent === undefined || errors.length > 0) return { ok: false, errors }
  const { accent, brand, holidays: _, partOf: __, ...value } = read.value
  return {
    ok: true,
    value: {
      ...value,
      parent,
      accent: accent === '' ? null : accent.toLowerCase(),
      brand: brand === '' ? null : brand.toLowerCase(),
      holidays: lines.flatMap((line) => dateOf(line) ?? []).toSorted((a, b) => Temporal.PlainDate.compare(a, b)),
      languages,
      words: wordsOf(words.value, spoken),
    },
  }
}

/** What was typed, or what the place has now. */
export function typedPlace(place: PlaceSettings): TypedForm['typed'] {
  const words = (noun: 'council' | 'arena') =>
    Object.entries(place.words[noun] ?? {}).map(([lang, word]) => [`${noun}-${lang}`, [word]] as const)
  return {
    name: [place.name],
    level: [place.level],
    partOf: [place.parent ?? ''],
    tagline: [place.tagline],
    timeZone: [place.timeZone],
    holidays: [place.holidays.map(String).join('\n')],
    languages: place.languages,
    accent: [place.accent ?? ''],
    brand: [place.brand ?? ''],
    offlineRoute: [place.offlineRoute],
    ...Object.fromEntries([...words('council'), ...words('arena')]),
  }
}

/** Null when it is part of none; undefined when there is no such place, or it lies in this one. */
function parentAmong(parents: Reading['parents'], typed: string): Id<'jurisdiction'> | null | undefined {
  return typed === '' ? null : parents.find(({ id }) => id === typed)?.id
}

const mostLetters = 60

/** What the council and a group are called, in each language. */
function wordFields(spoken: readonly string[]) {
  const word = field.optionalText({ most: mostLetters })
  return fields(
    Object.fromEntries(spoken.flatMap((lang) => [`council-${lang}`, `arena-${lang}`].map((name) => [name, word]))),
  )
}

function wordsOf(typed: Readonly<Record<string, string>>, spoken: readonly string[]): PlaceWords {
  const noun = (name: 'council' | 'arena') =>
    Object.fromEntries(
      spoken.flatMap((lang) => {
        const word = typed[`${name}-${lang}`] ?? ''
        return word === '' ? [] : [[lang, word]]
      }),
    )
  return { council: noun('council'), arena: noun('arena') }
}

function dateOf(line: string): Temporal.PlainDate | undefined {
  const read = fields({ day: field.date() }).safeParse({ day: [line] })
  return read.success ? read.data.day : undefined
}

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return name.includes('/') || name === 'UTC'
  } catch {
    return false
  }
}
