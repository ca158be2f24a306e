import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { follow } from '../../../platform/notices/index.ts'
import { standsInFor } from '../attendance/stand-in.ts'
import { record } from '../facts.ts'
import { inMeeting, type At, type Refusal } from '../in-meeting.ts'
import { runs } from '../rules.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type ItemInput = At & { readonly title: string; readonly plannedMinutes: number | null; readonly owner: string }

/** Puts something on the agenda, at its end. */
export async function addItem(
  database: Database,
  actor: Actor,
  { title, plannedMinutes, owner, ...at }: ItemInput,
): Promise<Result<null, Refusal<rules.AddItemRefusal>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const standsIn = await standsInFor(tx, meeting, actor)
    const allowed = rules.addItem(problem.id, meeting, { actor, standsIn })
    if (!allowed.ok) return allowed
    const addedBy = allowed.value.account
    const item = await store.putItem(tx, meeting.id, { title, plannedMinutes, owner, addedBy })
    await follow(tx, { account: addedBy, about: { kind: 'item', id: item.id }, asAuthor: true })
    await record(tx, {
      kind: 'meeting.item-added',
      problem: problem.id,
      public: { meeting: meeting.number, item: item.number },
      secret: { title, owner, addedBy },
      time: 'coarse',
    })
    return accept(null)
  })
}

export type ChangeInput = ItemInput & { readonly item: number }
type Changing = Refusal<rules.ArrangeRefusal | 'no-such-item'>

/** Other words, another owner, more or less time. */
export function changeItem(
  database: Database,
  actor: Actor,
  { item: itemNumber, title, plannedMinutes, owner, ...at }: ChangeInput,
): Promise<Result<null, Changing>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const item = numbered(await store.itemsOf(tx, [meeting.id]), itemNumber)
    if (!item) return refuse('no-such-item')
    const allowed = rules.arrange(problem.id, { meeting, item: stateOf(item) }, actor)
    if (!allowed.ok) return allowed
    await store.changeItem(tx, item.id, { title, plannedMinutes, owner })
    await record(tx, {
      kind: 'meeting.item-changed',
      problem: problem.id,
      public: { meeting: meeting.number, item: item.number },
      secret: { title, plannedMinutes, owner, by: allowed.value.account },
      time: 'coarse',
    })
    return accept(null)
  })
}

export type OneItem = At & { readonly item: number }

/** Off the agenda before it was spoken about; that it stood there stays in the record. */
export function takeItemOff(
  database: Database,
  actor: Actor,
  { item: itemNumber, ...at }: OneItem,
): Promise<Result<null, Changing>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const item = numbered(await store.itemsOf(tx, [meeting.id]), itemNumber)
    if (!item) return refuse('no-such-item')
    const allowed = rules.arrange(problem.id, { meeting, item: stateOf(item) }, actor)
    if (!allowed.ok) return allowed
    await store.takeItemOff(tx, item.id)
    await record(tx, {
      kind: 'meeting.item-taken-off',
      problem: problem.id,
      public: { meeting: meeting.number, item: item.number },
      secret: { by: allowed.value.account },
      time: 'coarse',
    })
    return accept(null)
  })
}

export function moveItem(
  database: Database,
  actor: Actor,
  { item: itemNumber, way, ...at }: OneItem & { readonly way: 'up' | 'down' },
): Promise<Result<null, Refusal<'not-yours-to-arrange' | 'is-cancelled' | 'no-such-item'>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const items = await store.itemsOf(tx, [meeting.id])
    const item = numbered(items, itemNumber)
    if (!item) return refuse('no-such-item')
    const allowed = rules.order(problem.id, meeting, actor)
    if (!allowed.ok) return allowed
    const other = rules.neighbour(items, item, way)
    if (!other) return accept(null)
    await store.swapItems(tx, item.id, other.id)
    await record(tx, {
      kind: 'meeting.agenda-ordered',
      problem: problem.id,
      public: {
        meeting: meeting.number,
        items: (await store.itemsOf(tx, [meeting.id])).map((one) => one.number),
      },
      secret: { by: allowed.value.account },
      time: 'coarse',
    })
    return accept(null)
  })
}

/** The meeting comes to this item: from now on its clock runs. */
export function openItem(
  database: Database,
  actor: Actor,
  { item: itemNumber, ...at }: OneItem,
): Promise<Result<null, Refusal<'not-yours-to-run' | 'is-cancelled' | 'no-such-item'>>> {
  return inMeeting({ database, actor, ...at }, async (tx, { problem, meeting }) => {
    const item = numbered(await store.itemsOf(tx, [meeting.id]), itemNumber)
    if (!item) return refuse('no-such-item')
    if (!runs(actor, problem.id)) return refuse('not-yours-to-run')
    if (meeting.state === 'cancelled') return refuse('is-cancelled')
    await store.openItem(tx, item.id)
    await record(tx, {
      kind: 'meeting.item-opened',
      problem: problem.id,
      public: { meeting: meeting.number, item: item.number },
      time: 'exact',
    })
    return accept(null)
  })
}

function numbered(items: readonly store.Item[], number: number): store.Item | undefined {
  return items.find((one) => one.number === number)
}

function stateOf({ addedBy, minutesAt }: store.Item): rules.ItemState {
  return { addedBy, hasMinutes: minutesAt !== null }
}
