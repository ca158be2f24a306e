import type { Id } from '@folkmoot/basics/ids.ts'
import type { Offer } from '../acceptances/store.ts'
import type { StaffRecord } from '../by-staff/store.ts'
import type { Application } from '../store.ts'

export const kinds = ['offer', 'not-selected', 'not-drawn'] as const
export type Kind = (typeof kinds)[number]

/** One letter, as a form names it. */
export type LetterKey = { readonly receipt: number; readonly kind: Kind; readonly about: number }

/** A draw she was in: when the dice were thrown, and her chance, where it can still be said. */
export type InDraw = {
  readonly lottery: number
  readonly thrownAt: Temporal.Instant
  readonly chance: number | null
}

export type Letter = LetterKey & {
  readonly record: StaffRecord
  /** What is said and why: the reason of the offer, or of the answer. */
  readonly reason: string
  readonly offer: Offer | null
  readonly draw: InDraw | null
  /** Her place among the substitutes. */
  readonly substitute: number | null
}

export type Standing = {
  readonly records: readonly StaffRecord[]
  readonly applications: readonly Application[]
  /** Offers that wait for an answer. */
  readonly asked: readonly Offer[]
  readonly draws: ReadonlyMap<Id<'account'>, InDraw>
  readonly posted: readonly LetterKey[]
}

/**
 * What people without a computer have to be told and nobody has told them yet: a seat that waits for her yes or no, the answer no,
 * that she was not drawn. An offer that has its answer, or whose day is over, needs no letter any more; who is answered no hears in
 * the same letter that she was not drawn.
 */
export function lettersOwed(
  { records, applications, asked, draws, posted }: Standing,
  now: Temporal.Instant,
): readonly Letter[] {
  const all = records.flatMap((record) => {
    const { account } = record
    if (record.state !== 'confirmed' || record.isErased || account === null) return []
    const application = applications.find((one) => one.account === account)
    const offer = asked.find((one) => one.account === account && Temporal.Instant.compare(now, one.answerBy) <= 0)
    return letterTo({ record, application, offer, draw: draws.get(account) ?? null })
  })
  return all.filter((letter) => !posted.some((one) => keyOf(one) === keyOf(letter)))
}

type To = {
  readonly record: StaffRecord
  readonly application: Application | undefined
  readonly offer: Offer | undefined
  readonly draw: InDraw | null
}

function letterTo({ record, application, offer, draw }: To): readonly Letter[] {
  const to = { receipt: record.number, record, draw, offer: null, substitute: null }
  if (offer) {
    const drawn = offer.way === 'drawn' ? draw : null
    return [{ ...to, kind: 'offer', about: offer.number, reason: offer.reason, offer, draw: drawn }]
  }
  if (application?.state === 'not-selected') {
    const { answer: reason, substitute } = application
    return [{ ...to, kind: 'not-selected', about: 0, reason, substitute }]
  }
  // Who was drawn has an offer, or had one: her application is answered.
  if (application?.state === 'waiting' && draw) return [{ ...to, kind: 'not-drawn', about: draw.lottery, reason: '' }]
  return []
}

export function keyOf({ receipt, kind, about }: LetterKey): string {
  return `${receipt}.${kind}.${about}`
}
