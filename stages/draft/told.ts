import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { lockExclusive, type Tx } from '../../platform/db/index.ts'
import { link } from '../../platform/thread/index.ts'
import { record } from './facts.ts'
import type { IdeaKind } from './ideas/rules.ts'
import { putIdea } from './ideas/store.ts'
import type { Agreement } from './rules.ts'
import * as store from './store.ts'
import { putSection } from './text/store.ts'
import { writeClause } from './text/strands.ts'

/** A contribution told from published sources; a summary, never somebody's voice. */
export type ToldIdea = {
  readonly problem: Id<'problem'>
  readonly kind: IdeaKind
  readonly title: string
  readonly text: string
  readonly place: string
  readonly language: string
  /** Null where it is unknown. */
  readonly day: Temporal.PlainDate | null
  readonly source: string
}

export async function retellIdea(tx: Tx, { day, ...told }: ToldIdea): Promise<Id<'idea'>> {
  await lockExclusive(tx, told.problem)
  const { id, number } = await putIdea(tx, { ...told, toldDay: day, writtenBy: null })
  await link(tx, { kind: 'idea', id }, 'about', { kind: 'problem', id: told.problem })
  await record(tx, {
    kind: 'draft.told',
    problem: told.problem,
    public: { kind: told.kind, number, source: told.source, toldOf: day?.toString() ?? null },
    time: 'exact',
  })
  return id
}

export type ToldRecommendation = {
  readonly problem: Id<'problem'>
  readonly title: string
  readonly text: string
  readonly clauses: readonly { readonly text: string; readonly cites: readonly Thing[] }[]
  /** As its report says; null where it says nothing. Numbers it does not give are null. */
  readonly agreement: Agreement | null
  readonly minorityText: string
  readonly day: Temporal.PlainDate | null
  readonly source: string
}

export async function retellRecommendation(tx: Tx, told: ToldRecommendation): Promise<Id<'recommendation'>> {
  await lockExclusive(tx, told.problem)
  const { agreement, source } = told
  const { id, number } = await store.putRecommendation(tx, {
    problem: told.problem,
    proposedBy: null,
    toldAgreement: agreement?.kind ?? null,
    toldFor: agreement?.for ?? null,
    toldAgainst: agreement?.against ?? null,
    toldSilent: agreement?.silent ?? null,
    toldVote: agreement?.words ?? '',
    toldDay: told.day,
    source,
  })
  const unknown = { writtenBy: null, as: 'unknown' } as const
  const section = await putSection(tx, {
    problem: told.problem,
    kind: 'recommendation',
    recommendation: id,
    heading: told.title,
  })
  for (const [i, { text, cites }] of told.clauses.entries()) {
    await writeClause(tx, { recommendation: id, section, number: i + 1, text, cites, ...unknown })
  }
  await store.putVersion(tx, {
    recommendation: id,
    version: 1,
    change: 'proposed',
    title: told.title,
    text: told.text,
    reason: '',
    ...unknown,
  })
  if (told.minorityText)
    await store.putMinorityText(tx, { recommendation: id, text: told.minorityText, writtenBy: null })
  await record(tx, {
    kind: 'draft.told',
    problem: told.problem,
    public: { kind: 'recommendation', number, source, toldOf: told.day?.toString() ?? null },
    time: 'exact',
  })
  return id
}
