import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../db/index.ts'
import { staff } from '../identity/index.ts'
import { tellThese, type News } from '../notices/index.ts'
import { moderators, type StoneRule } from './rules.ts'

export type Judged = {
  readonly judged:
    | 'hidden'
    | 'refused'
    | 'removed'
    | 'restored'
    | 'kept'
    | 'stays-hidden'
    | 'taken-back'
    | 'waits-again'
  readonly about: Thing
  /** The rule it broke, where it did. */
  readonly rule?: StoneRule
  readonly reason: string
  readonly writers: readonly Id<'account'>[] | undefined
  /** Who had reported it, or asked for another look; null for one who is not known. */
  readonly reporters: readonly (Id<'account'> | null)[]
  readonly by: Id<'account'>
}

/**
 * Whoever wrote the text hears what became of it, why, and what she can do; whoever reported it hears that it was dealt
 * with. The text itself is told to nobody: followers hear nothing.
 */
export async function tellOfJudging(tx: Tx, { judged, about, rule, reason, writers = [], reporters, by }: Judged) {
  const news = {
    about,
    stage: 'moderation',
    values: { kind: about.kind, rule: (rule ?? '').replaceAll('-', '_'), reason },
    address: 'moderation',
    params: {},
    except: by,
  } as const
  await tellThese(tx, writers, { ...news, message: `told.${judged}` })
  const others = reporters.filter((account) => account !== null && !writers.includes(account)) as Id<'account'>[]
  await tellThese(tx, others, { ...news, message: reportersHear[judged] })
}

/** Whoever reported a text hears the same of it, whether many or few had seen it. */
const reportersHear = {
  hidden: 'told.report-hidden',
  refused: 'told.report-hidden',
  removed: 'told.report-hidden',
  restored: 'told.report-restored',
  kept: 'told.report-kept',
  'stays-hidden': 'told.report-stays-hidden',
  'taken-back': 'told.report-restored',
  'waits-again': 'told.report-restored',
} as const satisfies Record<Judged['judged'], string>

/** Tells those who moderate here, and nobody else. */
export async function tellModerators<A extends Address>(tx: Tx, news: News<A>): Promise<void> {
  const those = (await staff(tx)).filter(({ role }) => moderators.includes(role))
  await tellThese(
    tx,
    those.map(({ account }) => account),
    news,
  )
}
