import type { Id } from '@folkmoot/basics/ids.ts'
import type { Calendar } from '@folkmoot/basics/working-days.ts'
import type { Database, Read, Tx } from '../db/index.ts'

/** From the smallest to the largest. */
export const levels = ['town', 'region', 'nation', 'union'] as const
export type Level = (typeof levels)[number]

/** A town, a region, a nation or a union: the place everything belongs to. */
export type Jurisdiction = Calendar & {
  readonly id: Id<'jurisdiction'>
  readonly parent: Id<'jurisdiction'> | null
  readonly slug: string
  readonly name: string
  readonly level: Level
  readonly tagline: string
  readonly languages: readonly string[]
  readonly accent: string | null
  readonly brand: string | null
  readonly words: PlaceWords
  /** How to take part without a computer. */
  readonly offlineRoute: string
  readonly isFictional: boolean
  /** Told from published sources: open to read, closed to act. */
  readonly isTold: boolean
}

/** What this place calls its council and its task committee, by language. */
export type PlaceWords = {
  readonly council?: Readonly<Record<string, string>>
  readonly arena?: Readonly<Record<string, string>>
}

/** Any read handle can list the places: which exist is public, and an address is resolved before a scope is known. */
const nowhere = '00000000-0000-4000-8000-000000000000' as Id<'jurisdiction'>

export async function allJurisdictions(database: Database): Promise<readonly Jurisdiction[]> {
  const rows = await database.read(nowhere).selectFrom('directory.jurisdiction').selectAll().orderBy('name').execute()
  return rows.map((row) => ({
    id: row.id,
    parent: row.parent_id,
    slug: row.slug,
    name: row.name,
    level: row.level as Level, // a check constraint holds the four words
    tagline: row.tagline,
    timeZone: row.time_zone,
    holidays: row.holidays,
    languages: row.languages,
    accent: row.accent,
    brand: row.brand,
    words: row.words as PlaceWords, // written by `putJurisdiction` alone
    offlineRoute: row.offline_route,
    isFictional: row.is_fictional,
    isTold: row.is_told,
  }))
}

/** The zone and the holidays of the place one reads in: what its deadlines are counted by. */
export async function ownCalendar(read: Read): Promise<Calendar> {
  const { time_zone: timeZone, holidays } = await read
    .selectFrom('directory.jurisdiction')
    .select(['time_zone', 'holidays'])
    .where('id', '=', read.jurisdiction)
    .executeTakeFirstOrThrow()
  return { timeZone, holidays }
}

/** Founds a jurisdiction or changes its settings. */
export async function putJurisdiction(tx: Tx, place: Jurisdiction): Promise<void> {
  const settings = {
    parent_id: place.parent,
    slug: place.slug,
    name: place.name,
    level: place.level,
    tagline: place.tagline,
    time_zone: place.timeZone,
    languages: [...place.languages],
    holidays: [...place.holidays],
    accent: place.accent,
    brand: place.brand,
    words: JSON.stringify(place.words),
    offline_route: place.offlineRoute,
  }
  await tx
    .insertInto('directory.jurisdiction')
    .values({
      id: place.id,
      is_fictional: place.isFictional,
      is_told: place.isTold,
      ...settings,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(settings))
    .execute()
}

/** Places a place can be part of: any but itself and what lies in it, however far down. */
export function possibleParents(places: readonly Jurisdiction[], id: Id<'jurisdiction'>): readonly Jurisdiction[] {
  const byId = new Map(places.map((place) => [place.id, place]))
  return places.filter((place) => {
    for (let above: Jurisdiction | undefined = place; above; above = above.parent ? byId.get(above.parent) : undefined)
      if (above.id === id) return false
    return true
  })
}

/** What the place calls its council in this language; the plain word when it has not said. */
export function placeWord(place: Jurisdiction, noun: keyof PlaceWords, lang: string): string | undefined {
  return place.words[noun]?.[lang] ?? place.words[noun]?.['en']
}

/** The version of a jurisdiction's settings, for the address of its stylesheet. */
export function themeVersion(place: Jurisdiction): string {
  return `${place.accent ?? 'own'}-${place.brand ?? 'own'}`.replaceAll('#', '')
}

/** Today, there. */
export function todayIn(place: Pick<Calendar, 'timeZone'>, now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(place.timeZone).toPlainDate()
}
