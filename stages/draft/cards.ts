import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { oneWriter, type Card, type Cards } from '../../platform/thread/index.ts'
import { problemsById } from '../problem/index.ts'
import { ideasById } from './idea-store.ts'
import * as store from './store.ts'

/** How ideas, recommendations and clauses are named in the trace, in notices and in moderation. */
export const draftCards = {
  idea: cardsOfIdeas,
  recommendation: cardsOfRecommendations,
  clause: cardsOfClauses,
} satisfies Partial<Record<Noun, Cards>>

async function cardsOfIdeas(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const ideas = await ideasById(read, ids)
  const slugs = await slugsOf(
    read,
    ideas.map(({ problem }) => problem),
  )
  return ideas.map((idea) => ({
    thing: { kind: 'idea', id: idea.id },
    title: idea.title,
    state: `state.${idea.kind}`,
    visibility: 'public',
    path: `/problems/${slugs.get(idea.problem) ?? ''}/ideas/${idea.number}`,
    writtenBy: oneWriter(idea.writtenBy),
  }))
}

async function cardsOfRecommendations(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const named = await store.recommendationsById(read, ids)
  const slugs = await slugsOf(
    read,
    named.map(({ slugOf }) => slugOf),
  )
  return named.map(({ id, number, title, slugOf, writers }) => ({
    thing: { kind: 'recommendation', id },
    title,
    state: '',
    visibility: 'public',
    path: `/problems/${slugs.get(slugOf) ?? ''}/draft/${number}`,
    writtenBy: writers,
  }))
}

async function cardsOfClauses(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const clauses = await store.clausesById(read, ids)
  const recommendations = await cardsOfRecommendations(read, [
    ...new Set(clauses.map(({ recommendation }) => recommendation)),
  ])
  const paths = new Map(recommendations.map((card) => [card.thing.id, card.path]))
  return clauses.map((clause) => ({
    thing: { kind: 'clause', id: clause.id },
    title: clause.text,
    state: '',
    visibility: 'public',
    path: `${paths.get(clause.recommendation) ?? ''}#clause-${clause.number}`,
    writtenBy: oneWriter(clause.writtenBy),
  }))
}

async function slugsOf(read: Read, ids: readonly Id<'problem'>[]): Promise<ReadonlyMap<Id<'problem'>, string>> {
  const problems = await problemsById(read, [...new Set(ids)])
  return new Map(problems.map((problem) => [problem.id, problem.slug]))
}
