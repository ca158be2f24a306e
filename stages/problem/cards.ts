import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { oneWriter, type Card, type Cards } from '../../platform/thread/index.ts'
import { actorsById } from './actors/store.ts'
import { framingsById } from './framing-store.ts'
import * as store from './store.ts'

/** How a problem, its framings and its actors are named in the trace, in notices and in moderation. */
export const problemCards = {
  problem: cardsOfProblems,
  framing: cardsOfFramings,
  actor: cardsOfActors,
} satisfies Partial<Record<Noun, Cards>>

async function cardsOfProblems(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const problems = await store.problemsById(read, ids as readonly Id<'problem'>[]) // bound to the kind `problem`
  return problems.map((problem) => ({
    thing: { kind: 'problem', id: problem.id },
    title: problem.question,
    state: '',
    visibility: 'public',
    path: `/problems/${problem.slug}`,
    writtenBy: oneWriter(problem.raisedBy),
  }))
}

async function cardsOfFramings(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const framings = await framingsById(read, ids as readonly Id<'framing'>[]) // bound to the kind `framing`
  return framings.map((framing) => ({
    thing: { kind: 'framing', id: framing.id },
    title: framing.question,
    state: '',
    visibility: 'public',
    path: `/problems/${framing.slug}/problem`,
    writtenBy: oneWriter(framing.proposedBy),
  }))
}

async function cardsOfActors(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const actors = await actorsById(read, ids as readonly Id<'actor'>[]) // bound to the kind `actor`
  return actors.map((actor) => ({
    thing: { kind: 'actor', id: actor.id },
    title: actor.name,
    state: '',
    visibility: 'public',
    path: `/problems/${actor.slug}/problem/actors/${actor.number}`,
    writtenBy: oneWriter(actor.addedBy),
  }))
}
