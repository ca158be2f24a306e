import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { deadlineAfter } from '@folkmoot/basics/working-days.ts'
import { clock, lockExclusive, type Tx } from '../db/index.ts'
import { ownCalendar } from '../directory/index.ts'
import { forgetWords } from '../notices/index.ts'
import { cardsOf, type Card } from '../thread/index.ts'
import { record } from './facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { tellOfJudging } from './tell.ts'

/**
 * Says that something breaks a rule of the house, or asks for another look at what is hidden. The same person saying so again adds
 * nothing. The report's id, for naming the rule; null where there is no new one.
 */
export async function report(
  tx: Tx,
  { about, reason, by }: store.NewReport,
): Promise<Result<Id<'report'> | null, 'reason-needed' | 'reported-enough'>> {
  if (by !== null) await lockExclusive(tx, `reports of ${by}`)
  const now = await clock(tx)
  const today = by === null ? 0 : await store.countReports(tx, by, now.subtract({ hours: 24 }))
  const allowed = rules.report(reason, today)
  if (!allowed.ok) return allowed
  if (by !== null && (await store.hasOpenReport(tx, about, by))) return accept(null)
  const isAppeal = (await store.hiddenAmong(tx, [about.id])).has(about.id)
  const dueAt = isAppeal ? deadlineAfter(now, rules.appealRule, await ownCalendar(tx)) : null
  const id = await store.putReport(tx, { about, reason, by, dueAt })
  if (isAppeal)
    await record(tx, {
      kind: 'moderation.appealed',
      problem: null,
      public: publicName(about),
      secret: { id: about.id, reason, by },
      time: 'coarse',
    })
  return accept(id)
}

export type Naming = { readonly report: Id<'report'>; readonly by: Id<'account'>; readonly rule: rules.HouseRule }

/** Which rule it breaks: of one's own report, while it waits. */
export async function nameRule(tx: Tx, naming: Naming): Promise<Result<null, 'not-reported'>> {
  return (await store.putRule(tx, naming)) ? accept(null) : refuse('not-reported')
}

export type Judging = rules.Judging & {
  /** The case the thing belongs to, so that its record shows the act. */
  readonly problem?: Id<'problem'> | null
  /** Judged together with others, to be undone together. */
  readonly batch?: number | null
}

export type Hiding = Judging & {
  readonly rule: rules.HouseRule
  /** It waited to be let through, and nobody has seen it. */
  readonly neverShown?: boolean
  /** For now, until a second one has looked. */
  readonly isProvisional?: boolean
}

/** Puts a public tombstone in place of a text and settles the reports about it. */
export async function hide(
  tx: Tx,
  actor: Actor,
  { about, rule, reason, problem = null, batch = null, neverShown = false, isProvisional = false }: Hiding,
): Promise<Result<null, rules.HideRefusal | 'already-hidden'>> {
  const allowed = rules.hide(actor, { about, reason })
  if (!allowed.ok) return allowed
  const { account: by, as: role } = allowed.value
  const card = await cardOf(tx, about) // as it is called before it is hidden
  const hidden = { about, rule, reason, by, role, neverShown, isProvisional, batch }
  if (!(await store.putHidden(tx, hidden))) return refuse('already-hidden')
  const reporters = await store.settleReports(tx, about, batch)
  if (card) await forgetTitles(tx, card)
  await tellOfJudging(tx, {
    judged: neverShown ? 'refused' : 'hidden',
    about,
    rule,
    reason,
    writers: card?.writtenBy,
    reporters,
    by,
  })
  await record(tx, {
    kind: 'moderation.hidden',
    problem,
    public: {
      ...publicName(about),
      rule,
      role,
      ...(neverShown ? { neverShown } : {}),
      ...(isProvisional ? { forNow: true } : {}),
    },
    secret: { id: about.id, reason, by },
    time: 'exact',
  })
  return accept(null)
}

/** What was hidden for now stays hidden: a second one has looked. Its rule, reason and day stay as they stand. */
export async function remove(
  tx: Tx,
  actor: Actor,
  { about, reason, problem = null }: Judging,
): Promise<Result<null, rules.RemoveRefusal>> {
  const hidden = await store.hiddenOne(tx, about)
  const allowed = rules.remove(hidden, actor, reason)
  if (!allowed.ok) return allowed
  if (!hidden || !(await store.takeHidden(tx, about))) return refuse('not-hidden')
  const { account: by, as: role } = allowed.value
  await store.putHidden(tx, { ...hidden, reason, by, role, isProvisional: false, batch: null })
  await tellOfJudging(tx, {
    judged: 'removed',
    about,
    rule: hidden.rule,
    reason,
    writers: (await cardOf(tx, about))?.writtenBy,
    reporters: [],
    by,
  })
  await record(tx, {
    kind: 'moderation.removed',
    problem,
    public: { ...publicName(about), rule: hidden.rule, role },
    secret: { id: about.id, reason, by },
    time: 'exact',
  })
  return accept(null)
}

/** Takes the tombstone away: the text is readable again. */
export async function restore(
  tx: Tx,
  actor: Actor,
  { about, reason, problem = null }: Judging,
): Promise<Result<null, rules.RestoreRefusal>> {
  const allowed = rules.restore(await store.hiddenOne(tx, about), actor, reason)
  if (!allowed.ok) return allowed
  if (!(await store.takeHidden(tx, about))) return refuse('not-hidden')
  const reporters = await store.settleReports(tx, about)
  const writers = (await cardOf(tx, about))?.writtenBy
  await tellOfJudging(tx, { judged: 'restored', about, reason, writers, reporters, by: allowed.value.account })
  await record(tx, {
    kind: 'moderation.restored',
    problem,
    public: { ...publicName(about), role: allowed.value.as },
    secret: { id: about.id, reason, by: allowed.value.account },
    time: 'exact',
  })
  return accept(null)
}

/** Finds what was reported to be within the rules: the text stays, the reports are settled. */
export async function keep(
  tx: Tx,
  actor: Actor,
  { about, reason, problem = null, batch = null }: Judging,
): Promise<Result<null, rules.ModerationRefusal | 'not-reported' | 'second-person'>> {
  const allowed = rules.judge(actor, reason)
  if (!allowed.ok) return allowed
  const hidden = await store.hiddenOne(tx, about)
  if (hidden) {
    const asked = { hiddenBy: hidden.by, isAppealed: await store.isAppealed(tx, about) }
    const second = rules.standBy(asked, allowed.value)
    if (!second.ok) return second
  }
  const reporters = await store.settleReports(tx, about, batch)
  if (reporters.length === 0) return refuse('not-reported')
  const isHidden = hidden !== undefined
  const judged = isHidden ? 'stays-hidden' : 'kept'
  await tellOfJudging(tx, { judged, about, reason, writers: [], reporters, by: allowed.value.account })
  await record(tx, {
    kind: 'moderation.kept',
    problem,
    public: { ...publicName(about), role: allowed.value.as },
    secret: { id: about.id, reason, by: allowed.value.account },
    time: 'exact',
  })
  return accept(null)
}

/** Notices call it by nothing of what it was called. */
export async function forgetTitles(tx: Tx, { title, otherTitles = [] }: Card): Promise<void> {
  for (const words of new Set([title, ...otherTitles])) await forgetWords(tx, words, store.hiddenWords)
}

export async function cardOf(tx: Tx, about: Thing): Promise<Card | undefined> {
  return (await cardsOf(tx, [about])).get(about.id)
}

/** A vote's id beside a moderator's act could lead to the person; every other id is public anyway. */
export function publicName({ kind, id }: Thing): JsonObject {
  return kind === 'vote' ? { kind } : { kind, id }
}
