import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { linkAll, unlink } from '../../../platform/thread/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { citableAmong } from '../citable.ts'
import { record } from '../facts.ts'
import { write, type WriteRefusal } from '../rules.ts'
import { draftState } from '../state.ts'
import { tellCited } from '../tell-cited.ts'
import { headingUnlessHidden } from './hidden-section.ts'
import * as rules from './rules.ts'
import { citationsIn, citationsOf, dropCitation, putCitations } from './citation-store.ts'
import { clauseIn } from './store.ts'

export type ClauseMissing = 'no-such-problem' | 'no-such-clause'

export type CiteInput = { readonly slug: string; readonly clause: Id<'clause'>; readonly cites: readonly string[] }

/** Says what a clause comes from. Who wrote that is told, once for each section. */
export async function citeFrom(
  database: Database,
  actor: Actor,
  { slug, clause: id, cites }: CiteInput,
): Promise<Result<{ readonly count: number }, rules.CiteRefusal | ClauseMissing>> {
  return inCase(database, actor, slug, (tx, problem) => citeIn(tx, { problem, clause: id, cites, actor }))
}

type Citing = {
  readonly problem: Problem
  readonly clause: Id<'clause'>
  readonly cites: readonly string[]
  readonly actor: Actor
}

/** The same within a transaction that holds the lock on the case. */
export async function citeIn(
  tx: Tx,
  { problem, clause: id, cites, actor }: Citing,
): Promise<Result<{ readonly count: number }, rules.CiteRefusal | 'no-such-clause'>> {
  const clause = await clauseIn(tx, problem.id, id)
  if (!clause) return refuse('no-such-clause')
  const cited = [...new Set(cites)]
  const { things, hidden } = await citableAmong(tx, problem.id, cited)
  const allowed = rules.cite(
    await draftState(tx, problem.id),
    { cited, known: new Set(things.map((thing) => thing.id)), hidden },
    actor,
  )
  if (!allowed.ok) return allowed
  const earlier = await citationsIn(tx, clause.section)
  const already = new Set(earlier.filter((one) => one.clause === id).map(({ thing }) => thing.id))
  const fresh = things.filter((thing) => !already.has(thing.id))
  if (fresh.length === 0) return accept({ count: 0 })
  await putCitations(tx, id, fresh)
  const from: Thing = { kind: 'clause', id }
  await linkAll(
    tx,
    'cites',
    fresh.map((to) => ({ from, to })),
  )
  await record(tx, {
    kind: 'draft.clause-cited',
    problem: problem.id,
    public: { clause: id, cites: fresh.map(({ kind, id: cite }) => `${kind} ${cite}`) },
    secret: { author: allowed.value.who.account },
    time: 'coarse',
  })
  await tellCited(tx, {
    problem,
    number: clause.recommendation,
    title: await headingUnlessHidden(tx, clause.section, clause.heading),
    clause: id,
    cited: fresh,
    toldOf: earlier.map(({ thing }) => thing),
    actor,
  })
  return accept({ count: fresh.length })
}

export type UnciteInput = { readonly slug: string; readonly clause: Id<'clause'>; readonly cited: string }

/** Takes back that a clause comes from something. */
export async function takeCitationBack(
  database: Database,
  actor: Actor,
  { slug, clause: id, cited }: UnciteInput,
): Promise<Result<null, WriteRefusal | ClauseMissing | 'cites-unknown'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const clause = await clauseIn(tx, problem.id, id)
    if (!clause) return refuse('no-such-clause')
    const writes = write(await draftState(tx, problem.id), actor)
    if (!writes.ok) return writes
    const citation = (await citationsOf(tx, [id])).find(({ thing }) => thing.id === cited)
    if (!citation) return refuse('cites-unknown')
    await dropCitation(tx, id, citation.thing.id)
    await unlink(tx, { kind: 'clause', id }, 'cites', citation.thing)
    await record(tx, {
      kind: 'draft.citation-taken-back',
      problem: problem.id,
      public: { clause: id, cited: `${citation.thing.kind} ${citation.thing.id}` },
      secret: { author: writes.value.who.account },
      time: 'coarse',
    })
    return accept(null)
  })
}
