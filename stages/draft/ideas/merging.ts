import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { authorsOf, followersOf, tellThese } from '../../../platform/notices/index.ts'
import { unlessHidden } from '../../../platform/moderation/index.ts'
import { link, unlink } from '../../../platform/thread/index.ts'
import type { Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { isFrozen } from '../store.ts'
import { inIdea, type AtIdea } from './in-idea.ts'
import * as rules from './merge-rules.ts'
import * as store from './merge-store.ts'
import { ideaByNumber, ideasById, type Idea } from './store.ts'

type Missing = 'no-such-idea' | 'no-such-problem'

/** Lets an idea go on in another one. Both stay to be read; their authors hear of it and may object. */
export function mergeIdea(
  database: Database,
  actor: Actor,
  { into, reason, ...at }: AtIdea & { readonly into: number; readonly reason: string },
): Promise<Result<{ readonly into: number }, rules.MergeRefusal | 'no-such-target' | Missing>> {
  return inIdea<{ readonly into: number }, rules.MergeRefusal | 'no-such-target'>(
    database,
    actor,
    at,
    async (tx, { problem, idea }) => {
      const target = await targetOf(tx, problem.id, into)
      if (!target) return refuse('no-such-target')
      const allowed = rules.merge(await stateOf(tx, idea), await stateOf(tx, target), {
        actor,
        reason,
        isKeptApart: await store.isKeptApart(tx, idea.id, target.id),
        isHandedOver: await isFrozen(tx, problem.id),
      })
      if (!allowed.ok) return allowed
      const by = allowed.value.account
      await store.putMerger(tx, { idea: idea.id, into: target.id, reason, by })
      await link(tx, thing(idea), 'merged-into', thing(target))
      await record(tx, {
        kind: 'draft.ideas-merged',
        problem: problem.id,
        public: { number: idea.number, into: target.number, reason },
        secret: { by },
        time: 'exact',
      })
      await tellBoth(tx, { problem, idea, target, message: 'told.idea-merged', by })
      return accept({ into: target.number })
    },
  )
}

/** An author says that the two do not mean the same: they are kept apart from now on, and everybody reads why. */
export function objectToMerger(
  database: Database,
  actor: Actor,
  { reason, ...at }: AtIdea & { readonly reason: string },
): Promise<Result<null, rules.ObjectRefusal | Missing>> {
  return inIdea<null, rules.ObjectRefusal>(database, actor, at, async (tx, { problem, idea }) => {
    const merged = await store.mergerOf(tx, idea.id)
    const authors = merged ? await authorsOf(tx, [merged.idea, merged.into]) : []
    const allowed = rules.object(merged, { authors, reason, now: await clock(tx) }, actor)
    if (!allowed.ok) return allowed
    if (!merged) return refuse('not-merged')
    const by = allowed.value.account
    const target = await endHere(tx, { idea, merged, by, objection: reason })
    await record(tx, {
      kind: 'draft.idea-merger-objected',
      problem: problem.id,
      public: { number: idea.number, from: target?.number ?? 0 },
      secret: { by, reason },
      time: 'exact',
    })
    if (target) await tellBoth(tx, { problem, idea, target, message: 'told.idea-kept-apart', by, also: [merged.by] })
    return accept(null)
  })
}

export function undoMerger(
  database: Database,
  actor: Actor,
  at: AtIdea,
): Promise<Result<null, 'not-merged' | 'not-yours-to-merge' | 'handed-over' | Missing>> {
  return inIdea<null, 'not-merged' | 'not-yours-to-merge' | 'handed-over'>(
    database,
    actor,
    at,
    async (tx, { problem, idea }) => {
      const merged = await store.mergerOf(tx, idea.id)
      const state = { problem: problem.id, isHandedOver: await isFrozen(tx, problem.id) }
      const allowed = rules.undo(merged, state, actor)
      if (!allowed.ok) return allowed
      if (!merged) return refuse('not-merged')
      const by = allowed.value.account
      const target = await endHere(tx, { idea, merged, by, objection: '' })
      await record(tx, {
        kind: 'draft.idea-merger-undone',
        problem: problem.id,
        public: { number: idea.number, from: target?.number ?? 0 },
        secret: { by },
        time: 'exact',
      })
      if (target) await tellBoth(tx, { problem, idea, target, message: 'told.idea-merger-undone', by })
      return accept(null)
    },
  )
}

type Ending = {
  readonly idea: Idea
  readonly merged: store.MergerRow
  readonly by: Id<'account'>
  readonly objection: string
}

async function endHere(tx: Tx, { idea, merged, by, objection }: Ending): Promise<Idea | undefined> {
  await store.endMerger(tx, idea.id, { by, objection })
  await unlink(tx, thing(idea), 'merged-into', { kind: 'idea', id: merged.into })
  return (await ideasById(tx, [merged.into]))[0]
}

/** The idea of this number, or where it goes on. */
async function targetOf(read: Read, problem: Id<'problem'>, number: number): Promise<Idea | undefined> {
  const aimed = await ideaByNumber(read, problem, number)
  const end = aimed && (await store.endsOf(read, [aimed.id])).get(aimed.id)
  return end ? (await ideasById(read, [end]))[0] : aimed
}

async function stateOf(read: Read, { id, problem, source }: Idea): Promise<rules.MergeState> {
  const merged = await store.mergerOf(read, id)
  return { id, problem, isTold: source !== null, mergedInto: merged?.into ?? null }
}

type Both = {
  readonly problem: Problem
  readonly idea: Idea
  readonly target: Idea
  readonly message: 'told.idea-merged' | 'told.idea-kept-apart' | 'told.idea-merger-undone'
  readonly by: Id<'account'>
  /** Whoever put them together. */
  readonly also?: readonly Id<'account'>[]
}

/** Who wrote one of the two, or said that it says what she means. */
async function tellBoth(tx: Tx, { problem, idea, target, message, by, also = [] }: Both): Promise<void> {
  const [title, into] = [await unlessHidden(tx, idea.id, idea.title), await unlessHidden(tx, target.id, target.title)]
  await tellThese(tx, [...(await followersOf(tx, [idea.id, target.id])), ...also], {
    about: thing(idea),
    stage: 'draft',
    message,
    values: { title, into, days: rules.daysToObject },
    address: 'draft.idea',
    params: { problem: problem.slug, number: idea.number },
    except: by,
  })
}

function thing({ id }: Pick<Idea, 'id'>) {
  return { kind: 'idea', id } as const
}
