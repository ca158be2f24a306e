import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { hiddenWords, unlessHidden } from '../../../platform/moderation/index.ts'
import { followersOf, tellThese } from '../../../platform/notices/index.ts'
import type { Problem } from '../../problem/index.ts'
import { writersOf } from '../tell-cited.ts'
import type { Changes } from './changes.ts'
import type { TextContent } from './document.ts'
import { headingUnlessHidden } from './hidden-section.ts'
import type { ChangedRecommendation } from './rows.ts'
import { citationsOf } from './citation-store.ts'

type Telling = {
  readonly problem: Problem
  readonly version: number
  readonly reason: string
  /** The text before. */
  readonly saved: TextContent
  readonly typed: TextContent
  readonly changes: Changes
  readonly changed: readonly ChangedRecommendation[]
  readonly actor: Actor
}

/**
 * Who wrote what a clause came from hears that the clause was changed or dropped, and why; once for each section. Whoever follows a
 * recommendation hears that it was written anew or taken out, unless she has heard that already.
 */
export async function tellSaved(tx: Tx, telling: Telling): Promise<void> {
  const told = await tellCitedWriters(tx, telling)
  for (const { id, title, change, number } of telling.changed) {
    if (change === 'proposed') continue
    const followers = (await followersOf(tx, [id])).filter((account) => !told.has(account))
    await tellThese(tx, followers, {
      about: { kind: 'recommendation', id },
      stage: 'draft',
      message: `told.${change}`,
      values: { title: await unlessHidden(tx, id, title), reason: telling.reason },
      address: 'draft.recommendation',
      params: { problem: telling.problem.slug, number },
      except: telling.actor.account,
    })
  }
}

async function tellCitedWriters(tx: Tx, telling: Telling): Promise<ReadonlySet<Id<'account'>>> {
  const { problem, version, reason, saved, typed, changes, actor } = telling
  const touched = changes.clauses.filter(({ how }) => how === 'changed' || how === 'gone')
  const cited = Map.groupBy(
    await citationsOf(
      tx,
      touched.map(({ id }) => id),
    ),
    ({ clause }) => clause as string,
  )
  const told = new Set<Id<'account'>>()
  for (const [how, section, clauses] of bySection(touched)) {
    const things: readonly Thing[] = clauses.flatMap((id) => (cited.get(id) ?? []).map(({ thing }) => thing))
    const writers = await writersOf(tx, things)
    const [first] = clauses
    if (writers.length === 0 || !first) continue
    for (const account of writers) told.add(account)
    await tellThese(tx, writers, {
      about: { kind: 'clause', id: first as Id<'clause'> },
      stage: 'draft',
      message: `told.clause-${how}`,
      values: { title: await titleOf(tx, [saved, typed], section), reason },
      address: 'draft.compare',
      params: { problem: problem.slug, before: version - 1, after: version },
      except: actor.account,
    })
  }
  return told
}

type BySection = readonly (readonly [how: 'changed' | 'gone', section: string, clauses: readonly string[]])[]

function bySection(touched: Changes['clauses']): BySection {
  return (['gone', 'changed'] as const).flatMap((how) => {
    const of = touched.filter((clause) => clause.how === how)
    return [...Map.groupBy(of, ({ section }) => section)].map(
      ([section, clauses]) => [how, section, clauses.map(({ id }) => id)] as const,
    )
  })
}

/** The heading people knew it by; of a new section its own. */
async function titleOf(tx: Tx, texts: readonly TextContent[], id: string): Promise<string> {
  const heading = texts.flatMap(({ sections }) => sections).find((section) => section.id === id)?.heading
  return heading === undefined ? hiddenWords : headingUnlessHidden(tx, id as Id<'section'>, heading)
}
