import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { isConfirmed } from '../../arena/index.ts'
import { inCase } from '../../problem/index.ts'
import { record } from '../facts.ts'
import * as rules from './rules.ts'
import { checklistOf, putEntries } from './store.ts'

export type FillInput = { readonly slug: string; readonly entries: readonly rules.Entry[] }

/** Keeps what changed of what she says; what she said before stays in the record. */
export function fillChecklist(
  database: Database,
  actor: Actor,
  { slug, entries }: FillInput,
): Promise<Result<{ readonly changed: number }, rules.FillRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const hers = (await checklistOf(tx, problem.id)).filter(({ account }) => account === actor.account)
    const changed = entries.flatMap((entry) => {
      const before = hers.find(({ point }) => point === entry.point)
      const isSame = before?.verdict === entry.verdict && before.evidence === entry.evidence
      return isSame ? [] : [{ ...entry, version: (before?.version ?? 0) + 1 }]
    })
    const state = { isGroupConfirmed: await isConfirmed(tx, problem.id), changed: changed.length }
    const filling = rules.fill(problem.id, state, actor)
    if (!filling.ok) return filling
    const { by, as } = filling.value
    await putEntries(tx, { problem: problem.id, account: by.account, as, entries: changed })
    await record(tx, {
      kind: 'outcome.self-evaluated',
      problem: problem.id,
      public: { as, points: changed.map(({ point, verdict, evidence }) => ({ point, verdict, evidence })) },
      secret: { by: by.account },
      time: 'exact',
    })
    return accept({ changed: changed.length })
  })
}
