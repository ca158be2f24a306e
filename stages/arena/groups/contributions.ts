import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { cardsOf, downstreamOfEach, type Card } from '../../../platform/thread/index.ts'

/** What people gave in the name of a group and what came of it, as the trace knows it: no later stage has to be asked. */
export type Given = { readonly card: Card; readonly became: readonly Card[] }

/** Everything that says of itself that it is part of the group, but for its own reports. */
export async function givenIn(read: Read, group: Id<'working-group'>): Promise<readonly Given[]> {
  const things = await partsOf(read, group)
  const given = things.filter(({ kind }) => kind !== 'group-report')
  const strands = await downstreamOfEach(
    read,
    given.map(({ id }) => id),
  )
  const later = (id: Id): readonly Thing[] => unique((strands.get(id) ?? []).map(({ from }) => from))
  const all = [...given, ...given.flatMap(({ id }) => later(id))]
  const [cards, hidden] = await Promise.all([
    cardsOf(read, all),
    hiddenAmong(
      read,
      all.map(({ id }) => id),
    ),
  ])
  const readable = ({ id }: Thing): readonly Card[] => {
    const card = cards.get(id)
    return card && card.visibility === 'public' && !hidden.has(id) ? [card] : []
  }
  return given.flatMap((thing) => readable(thing).map((card) => ({ card, became: later(thing.id).flatMap(readable) })))
}

/** Of these ids, those that were given in the group: what a report may rest on. */
export async function givenAmong(
  read: Read,
  group: Id<'working-group'>,
  ids: readonly string[],
): Promise<readonly Thing[]> {
  if (ids.length === 0) return []
  return (await partsOf(read, group)).filter(({ kind, id }) => kind !== 'group-report' && ids.includes(id))
}

/** The ids of everything that was given in these groups. */
export async function givenInGroups(read: Read, groups: readonly Id<'working-group'>[]): Promise<ReadonlySet<Id>> {
  return new Set((await Promise.all(groups.map((group) => partsOf(read, group)))).flat().map(({ id }) => id))
}

async function partsOf(read: Read, group: Id<'working-group'>): Promise<readonly Thing[]> {
  const strands = (await downstreamOfEach(read, [group])).get(group) ?? []
  return unique(strands.flatMap(({ from, relation, depth }) => (depth === 1 && relation === 'part-of' ? [from] : [])))
}

function unique(things: readonly Thing[]): readonly Thing[] {
  return [...new Map(things.map((thing) => [thing.id, thing])).values()]
}
