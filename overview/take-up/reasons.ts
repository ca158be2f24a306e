import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { downstreamOfEach } from '../../platform/thread/index.ts'

/** What says why somebody thinks so: under the statement itself, or beside a clause that names it. */
const reasoning: ReadonlySet<Noun> = new Set<Noun>(['reply', 'remark', 'amendment'])

/** Further along the trace it is about more than this statement: a recommendation, its answer. */
const farthest = 2

/** How many reasons were given to each, as anybody may read them. */
export async function reasonsGiven(
  read: Read,
  statements: readonly Id<'statement'>[],
): Promise<ReadonlyMap<Id, number>> {
  const found = await downstreamOfEach(read, statements)
  const given = [...found].map(([statement, strands]) => {
    const near = strands.filter(({ from, depth }) => depth <= farthest && reasoning.has(from.kind))
    return { statement, reasons: new Set(near.map(({ from }) => from.id)) }
  })
  const hidden = await hiddenAmong(read, [...new Set(given.flatMap(({ reasons }) => [...reasons]))])
  return new Map(
    given.map(({ statement, reasons }) => [statement, [...reasons].filter((id) => !hidden.has(id)).length]),
  )
}
