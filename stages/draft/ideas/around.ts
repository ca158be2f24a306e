import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong, hiddenWords } from '../../../platform/moderation/index.ts'
import { authorsOf } from '../../../platform/notices/index.ts'
import { isFrozen } from '../store.ts'
import * as rules from './merge-rules.ts'
import * as store from './merge-store.ts'
import type { IdeaAround, Other } from './pages/around.tsx'
import { ideasById, type Idea } from './store.ts'

/** What an idea goes on in, what goes on in it, what was kept apart from it, and what the reader may do about it. */
export async function aroundIdea(visit: Visit, idea: Idea): Promise<IdeaAround> {
  const { read, actor, now } = visit
  const [merged, here, apart, isHandedOver] = await Promise.all([
    store.mergerOf(read, idea.id),
    store.mergedHere(read, idea.id),
    store.objectionsAround(read, idea.id),
    isFrozen(read, idea.problem),
  ])
  const others = [
    ...(merged ? [merged.into] : []),
    ...here.map((one) => one.idea),
    ...apart.map((one) => otherOf(one, idea)),
  ]
  const [named, names, authors, stones] = await Promise.all([
    nameOthers(visit, others),
    bylines(read, [merged?.by ?? null, ...apart.map(({ by }) => by)]),
    merged ? authorsOf(read, [merged.idea, merged.into]) : [],
    hiddenAmong(
      read,
      apart.map(({ id }) => id),
    ),
  ])
  const nameOf = (account: Id<'account'>): string => names.get(account)?.name ?? ''
  const into = merged && named.get(merged.into)
  const mayObject = rules.object(merged, { authors, reason: '?', now }, actor).ok
  const state = { id: idea.id, problem: idea.problem, isTold: idea.source !== null, mergedInto: merged?.into ?? null }
  const another = { ...state, id: '' as Id<'idea'>, mergedInto: null } // any other one: only who may is asked
  return {
    goesOn:
      merged && into
        ? {
            ...into,
            reason: merged.reason,
            by: nameOf(merged.by),
            at: merged.at,
            objectUntil: mayObject ? rules.objectUntil(merged) : null,
            mayUndo: rules.undo(merged, { problem: idea.problem, isHandedOver }, actor).ok,
          }
        : null,
    here: here.flatMap((one) => named.get(one.idea) ?? []),
    apart: apart.flatMap((one) => {
      const other = named.get(otherOf(one, idea))
      // With a hidden text goes what was said about it.
      return other && other.title !== hiddenWords
        ? [
            {
              ...other,
              id: one.id,
              stone: stones.get(one.id),
              objection: one.objection,
              by: nameOf(one.by),
              at: one.at,
            },
          ]
        : []
    }),
    mayMerge: rules.merge(state, another, { actor, reason: '?', isKeptApart: false, isHandedOver }).ok,
  }
}

function otherOf(one: store.Objection, { id }: Idea): Id<'idea'> {
  return one.idea === id ? one.into : one.idea
}

async function nameOthers({ read }: Visit, ids: readonly Id<'idea'>[]): Promise<ReadonlyMap<Id<'idea'>, Other>> {
  const [ideas, hidden] = await Promise.all([ideasById(read, ids), hiddenAmong(read, ids)])
  return new Map(
    ideas.map(({ id, number, title, language }) => {
      const isHidden = hidden.has(id)
      const isKnown = !isHidden && language !== 'und'
      return [id, { number, title: isHidden ? hiddenWords : title, language: isKnown ? language : undefined }]
    }),
  )
}
