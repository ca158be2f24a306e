import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { oneWriter, type Card, type Cards } from '../../platform/thread/index.ts'
import { problemsById } from '../problem/index.ts'
import { commentsById, pagesOfComments } from './ideas/comment-store.ts'
import { objectionsById } from './ideas/merge-store.ts'
import { ideasById } from './ideas/store.ts'
import { counterCasesById } from './counter-cases/store.ts'
import { amendmentsById } from './margin/amendment-store.ts'
import { remarksPageText } from './margin/remark-rules.ts'
import { pagesOfRemarks, remarksById } from './margin/remark-store.ts'
import * as store from './store.ts'
import { hiddenSections } from './text/hidden-section.ts'
import { clausesById, sectionsById, type NamedClause } from './text/store.ts'

/** How ideas, recommendations, sections and clauses are named in the trace, in notices and in moderation. */
export const draftCards = {
  idea: cardsOfIdeas,
  'idea-objection': cardsOfObjections,
  comment: cardsOfComments,
  recommendation: cardsOfRecommendations,
  section: cardsOfSections,
  clause: cardsOfClauses,
  amendment: cardsOfAmendments,
  remark: cardsOfRemarks,
  'counter-case': cardsOfCounterCases,
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

async function cardsOfObjections(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const objections = await objectionsById(read, ids)
  const slugs = await slugsOf(
    read,
    objections.map(({ problem }) => problem),
  )
  return objections.map(({ id, problem, number, objection, by }) => ({
    thing: { kind: 'idea-objection', id },
    title: beginningOf(objection),
    state: '',
    visibility: 'public',
    path: `/problems/${slugs.get(problem) ?? ''}/ideas/${number}#objection-${id}`,
    writtenBy: oneWriter(by),
  }))
}

async function cardsOfComments(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const [comments, pages] = await Promise.all([commentsById(read, ids), pagesOfComments(read, ids)])
  const slugs = await slugsOf(
    read,
    comments.map(({ problem }) => problem),
  )
  return comments.map(({ id, problem, ideaNumber, number, text, writtenBy }) => {
    const page = pages.get(id) ?? 1
    return {
      thing: { kind: 'comment', id },
      title: beginningOf(text),
      state: '',
      visibility: 'public',
      path: `/problems/${slugs.get(problem) ?? ''}/ideas/${ideaNumber}${page === 1 ? '' : `?page=${page}`}#comment-${number}`,
      writtenBy: oneWriter(writtenBy),
    }
  })
}

const mostOfTitle = 100

function beginningOf(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, ' ')]
  return letters.length <= mostOfTitle ? letters.join('') : `${letters.slice(0, mostOfTitle).join('')}…`
}

async function cardsOfRecommendations(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const named = await store.recommendationsById(read, ids)
  const slugs = await slugsOf(
    read,
    named.map(({ problem }) => problem),
  )
  return named.map(({ id, number, title, problem, writers }) => ({
    thing: { kind: 'recommendation', id },
    title,
    state: '',
    visibility: 'public',
    path: `/problems/${slugs.get(problem) ?? ''}/draft/${number}`,
    writtenBy: writers,
  }))
}

async function cardsOfSections(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const [sections, hidden] = await Promise.all([
    sectionsById(read, ids),
    hiddenSections(read, ids as readonly Id<'section'>[]), // bound to the kind `section`
  ])
  const slugs = await slugsOf(
    read,
    sections.map(({ problem }) => problem),
  )
  return sections.map(({ id, problem, heading, position }) => ({
    thing: { kind: 'section', id },
    title: heading,
    state: '',
    visibility: hidden.has(id) ? 'private' : 'public',
    path: `/problems/${slugs.get(problem) ?? ''}/draft${position === null ? '' : `#section-${position}`}`,
  }))
}

async function cardsOfClauses(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const clauses = await clausesById(read, ids)
  const slugs = await slugsOf(
    read,
    clauses.map(({ problem }) => problem),
  )
  const hidden = await hiddenSections(
    read,
    clauses.map(({ section }) => section),
  )
  return clauses.map(({ id, section, problem, text, number, recommendation, writtenBy }) => ({
    thing: { kind: 'clause', id },
    title: text,
    state: number === null ? 'state.gone' : '',
    visibility: hidden.has(section) ? 'private' : 'public',
    path: `/problems/${slugs.get(problem) ?? ''}/draft${placeOf({ id, number, recommendation })}`,
    writtenBy: oneWriter(writtenBy),
  }))
}

async function cardsOfAmendments(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const amendments = await amendmentsById(read, ids)
  return inMargin(
    read,
    amendments.map(({ id, number, words, base, state, proposedBy, ...at }) => ({
      ...at,
      thing: { kind: 'amendment', id },
      title: beginningOf(words || base),
      state: `state.${state}`,
      writtenBy: proposedBy,
      place: `#amendment-${number}`,
    })),
  )
}

async function cardsOfRemarks(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const [remarks, pages] = await Promise.all([remarksById(read, ids), pagesOfRemarks(read, ids)])
  return inMargin(
    read,
    remarks.map(({ id, number, text, writtenBy, ...at }) => ({
      ...at,
      thing: { kind: 'remark', id },
      title: beginningOf(text),
      state: '',
      writtenBy,
      place: `${remarksPageText(pages.get(id) ?? 1)}#remark-${number}`,
    })),
  )
}

async function cardsOfCounterCases(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const counters = await counterCasesById(read, ids)
  const slugs = await slugsOf(
    read,
    counters.map(({ problem }) => problem),
  )
  return counters.map(({ id, problem, number, title, text, advocates }) => ({
    thing: { kind: 'counter-case', id },
    // Not written yet: it goes by what it is against.
    title: text === null ? title : beginningOf(text),
    state: '',
    visibility: 'public',
    path: `/problems/${slugs.get(problem) ?? ''}/draft/${number}#counter-case`,
    writtenBy: advocates,
  }))
}

type InMargin = Pick<Card, 'thing' | 'title' | 'state'> & {
  readonly problem: Id<'problem'>
  readonly clause: Id<'clause'>
  readonly writtenBy: Id<'account'>
  readonly place: string
}

async function inMargin(read: Read, things: readonly InMargin[]): Promise<readonly Card[]> {
  const slugs = await slugsOf(
    read,
    things.map(({ problem }) => problem),
  )
  const hidden = await hiddenClauses(
    read,
    things.map(({ clause }) => clause),
  )
  return things.map(({ thing, title, state, problem, clause, writtenBy, place }) => ({
    thing,
    title,
    state,
    // A proposed change repeats the words of its clause, and its page shows nothing of the margin either.
    visibility: hidden.has(clause) ? 'private' : 'public',
    path: `/problems/${slugs.get(problem) ?? ''}/draft/clauses/${clause}${place}`,
    writtenBy: oneWriter(writtenBy),
  }))
}

/** Which clauses nobody can read: hidden themselves, or with what they stand in. */
async function hiddenClauses(read: Read, ids: readonly Id<'clause'>[]): Promise<ReadonlySet<Id<'clause'>>> {
  const clauses = await clausesById(read, [...new Set(ids)])
  const [stones, within] = await Promise.all([
    hiddenAmong(
      read,
      clauses.map(({ id }) => id),
    ),
    hiddenSections(
      read,
      clauses.map(({ section }) => section),
    ),
  ])
  return new Set(clauses.filter(({ id, section }) => stones.has(id) || within.has(section)).map(({ id }) => id))
}

/** Where a clause is read: on the page of its recommendation, in the text, or, when it is gone, among its versions. */
function placeOf({ id, number, recommendation }: Pick<NamedClause, 'id' | 'number' | 'recommendation'>): string {
  if (number === null) return ''
  return recommendation === null ? `#clause-${id}` : `/${recommendation}#clause-${number}`
}

async function slugsOf(read: Read, ids: readonly Id<'problem'>[]): Promise<ReadonlyMap<Id<'problem'>, string>> {
  const problems = await problemsById(read, [...new Set(ids)])
  return new Map(problems.map((problem) => [problem.id, problem.slug]))
}
