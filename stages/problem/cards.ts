import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { hiddenWords } from '../../platform/moderation/index.ts'
import { oneWriter, type Card, type Cards } from '../../platform/thread/index.ts'
import { actorsById } from './actors/store.ts'
import { framingsById, questionsOf } from './framing-store.ts'
import { stonesFromThere, stonesHere } from './handovers/hidden-store.ts'
import { handoversInById } from './handovers/in-store.ts'
import { handoversOutById } from './handovers/store.ts'
import { declarationsById } from './interests/store.ts'
import * as store from './store.ts'

/** How the things of this stage are named in the trace, in notices and in moderation. */
export const problemCards = {
  problem: cardsOfProblems,
  framing: cardsOfFramings,
  actor: cardsOfActors,
  handover: cardsOfHandovers,
  declaration: cardsOfDeclarations,
} satisfies Partial<Record<Noun, Cards>>

async function cardsOfProblems(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const problems = await store.problemsById(read, ids as readonly Id<'problem'>[]) // bound to the kind `problem`
  const questions = await Promise.all(problems.map(({ id }) => questionsOf(read, id)))
  return problems.map((problem, at) => ({
    thing: { kind: 'problem', id: problem.id },
    title: problem.question,
    otherTitles: questions[at]?.map(({ question }) => question) ?? [],
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

/** One id names a hand-over in both places: where it was asked, and where it arrived. */
async function cardsOfHandovers(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const handovers = ids as readonly Id<'handover'>[] // bound to the kind `handover`
  const [asked, arrived, hiddenThere] = await Promise.all([
    handoversOutById(read, handovers),
    handoversInById(read, handovers),
    stonesFromThere(read, handovers),
  ])
  const hiddenHere = await stonesHere(
    read,
    arrived.filter(({ problem }) => problem !== null),
  )
  return [
    ...asked.map((out): Card => ({
      thing: { kind: 'handover', id: out.id },
      title: out.reason,
      state: `state.handover-${out.state}`,
      visibility: 'public',
      path: `/problems/${out.slug}/problem`,
      writtenBy: oneWriter(out.askedBy),
    })),
    ...arrived.map((one): Card => ({
      thing: { kind: 'handover', id: one.id },
      title: hiddenThere.has(one.id) || hiddenHere.has(one.id) ? hiddenWords : one.question,
      state: `state.handover-${one.state}`,
      visibility: 'public',
      path: `/handovers/${one.number}`,
    })),
  ]
}

async function cardsOfDeclarations(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  return (await declarationsById(read, ids)).map(({ id, organisation, slug, account }) => ({
    thing: { kind: 'declaration', id },
    title: organisation,
    state: '',
    visibility: 'public',
    path: `/interests/${slug}`,
    writtenBy: oneWriter(account),
  }))
}
