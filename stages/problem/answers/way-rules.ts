/** Where a problem stands on its way to the body, in the order in which it goes. */
export type WayState =
  | 'none'
  /** It goes on in another problem: supports count there. */
  | 'elsewhere'
  | 'collecting'
  /** The window is over; a politician had taken it up, or lower rungs were reached. */
  | 'closed'
  | 'owed'
  | 'late'
  | 'lapsed'
  /** The body has adopted a mandate on it: supports are no longer needed. */
  | 'mandate'
  | 'taken-up'
  | 'refused'
  | 'referred'
  | 'given'

type Ways = {
  readonly debts: readonly { readonly dueAt: Temporal.Instant; readonly answeredAt: Temporal.Instant | null }[]
  /** Of the last answer that is in force. */
  readonly outcome: 'taken-up' | 'refused' | 'referred' | 'given' | undefined
  readonly now: Temporal.Instant
  readonly isMerged?: boolean
}

type Ends = {
  readonly closesAt: Temporal.Instant | null
  readonly lapsedAt: Temporal.Instant | null
  readonly settledAt: Temporal.Instant | null
}

/** What is owed goes before everything else: an answer that is late does not hide behind one that was given. */
export function wayNow(agenda: Ends | undefined, { debts, outcome, now, isMerged = false }: Ways): WayState {
  if (!agenda) return 'none'
  const open = debts.filter(({ answeredAt }) => answeredAt === null)
  if (open.some(({ dueAt }) => Temporal.Instant.compare(dueAt, now) < 0)) return 'late'
  if (open.length > 0) return 'owed'
  if (isMerged) return 'elsewhere'
  if (agenda.lapsedAt !== null) return 'lapsed'
  if (agenda.settledAt !== null) return outcome ?? 'mandate'
  return agenda.closesAt !== null && Temporal.Instant.compare(agenda.closesAt, now) < 0 ? 'closed' : 'collecting'
}
