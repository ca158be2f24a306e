import { href } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { filesAndStones } from '../../../platform/files/index.ts'
import {
  file,
  notFound,
  page,
  type Crumb,
  type FieldError,
  type Reply,
  type Visit,
} from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { groupBehind, groupsToWriteIn } from '../../arena/index.ts'
import { becameOf, type Became } from '../../opinion/index.ts'
import { repliesPart } from '../../inquiry/index.ts'
import { problemBySlug, problemCrumbs, problemWords, type KeptFiles, type Problem } from '../../problem/index.ts'
import { draftWords } from '../messages/words.ts'
import { aroundIdea } from './around.ts'
import { commentsPart } from './comments-part.tsx'
import { stateOfIdea } from './in-idea.ts'
import { hasJoined, joinedCount } from './joined-store.ts'
import { ideaQueryOf } from './list-rules.ts'
import { countIdeas, listIdeas } from './list-store.ts'
import { endsOf } from './merge-store.ts'
import { ideasWords } from './messages/words.ts'
import { nearIdeas, type NearIdea } from './near.ts'
import { ByStaffPage } from './pages/by-staff-page.tsx'
import { IdeaPage } from './pages/idea-page.tsx'
import { IdeasPage } from './pages/ideas-page.tsx'
import { MergeIdeaPage } from './pages/merge-page.tsx'
import { NearList } from './pages/near-list.tsx'
import { NewIdeaPage } from './pages/new-page.tsx'
import * as rules from './rules.ts'
import { ideaByNumber, writtenDownSince } from './store.ts'
import { placeMap, whereTyped } from './where.ts'

/** Loads what a page needs and puts it on the page: the reading half of the routes. */

export type AtCase = Visit & { readonly params: { readonly problem: string } }
export type AtNumber = Visit & { readonly params: { readonly problem: string; readonly number: string } }
type Errors = readonly FieldError[]

export function wordsOf(visit: Visit) {
  return { reader: visit, say: ideasWords.say(visit.lang), sayDraft: draftWords.say(visit.lang) }
}

export async function ideasPage(visit: AtCase): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const words = wordsOf(visit)
  const query = ideaQueryOf(visit.query)
  const [{ ideas, count }, counts] = await Promise.all([
    listIdeas(visit.read, problem.id, query),
    countIdeas(visit.read, problem.id),
  ])
  const [authors, hidden] = await Promise.all([
    bylines(
      visit.read,
      ideas.map(({ idea }) => idea.writtenBy),
    ),
    hiddenAmong(
      visit.read,
      ideas.map(({ idea }) => idea.id),
    ),
  ])
  return page({
    title: words.say('ideas.title'),
    crumbs: [...problemCrumbs(visit, problem)],
    isWide: true,
    body: (
      <IdeasPage
        {...words}
        {...{ ideas, count, counts, query, authors, hidden }}
        slug={problem.slug}
        question={problem.question}
        isTold={problem.source !== null}
        mayWriteDown={rules.mayWriteDown.allows(visit.actor)}
      />
    ),
  })
}

export type Shown = {
  readonly errors?: Errors
  readonly kept?: KeptFiles
  readonly near?: readonly NearIdea[]
  readonly isLookedUp?: boolean
  /** What was typed, where it is not what came: with the place that was pressed on the map. */
  readonly typed?: Visit['form']['typed']
}

export async function newIdeaPage(visit: AtCase, shown: Shown = {}): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const props = await formProps(visit, problem, shown)
  return page({
    title: props.say('ideas.add'),
    crumbs: crumbsToIdeas(visit, problem),
    status: props.errors.length > 0 ? 422 : 200,
    body: <NewIdeaPage {...props} groups={await groupsToWriteIn(visit.read, problem.id, visit.actor.account)} />,
  })
}

export async function byStaffPage(visit: AtCase, shown: Shown = {}): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const { account } = visit.actor
  const written = account === null ? 0 : await writtenDownSince(visit.read, account, visit.now.subtract({ hours: 24 }))
  const props = await formProps(visit, problem, shown)
  return page({
    title: props.say('staff.title'),
    crumbs: crumbsToIdeas(visit, problem),
    status: props.errors.length > 0 ? 422 : 200,
    body: <ByStaffPage {...props} left={Math.max(0, rules.mostWrittenDown - written)} />,
  })
}

async function formProps(
  visit: AtCase,
  { slug, question }: Problem,
  { errors = [], kept = {}, near = [], isLookedUp = false, typed = typedOf(visit) }: Shown,
) {
  const [sayProblem, map] = [problemWords.say(visit.lang), await placeMap(visit)]
  return { ...wordsOf(visit), errors, kept, near, isLookedUp, sayProblem, map, slug, question, typed }
}

/** What was typed; before that, the event or the working group whose page one came from. */
function typedOf({ form, query }: AtCase): AtCase['form']['typed'] {
  const occasion = query.get('occasion')
  const group = query.get('group')
  if (Object.keys(form.typed).length > 0) return form.typed
  return {
    ...(occasion === null ? {} : { channel: ['event'], occasion: [occasion.slice(0, 120)] }),
    ...(group === null ? {} : { group: [group.slice(0, 7)] }),
  }
}

/** The list alone, for the island that asks while somebody types. */
export async function nearPart(visit: AtCase): Promise<Reply> {
  const { reader, say } = wordsOf(visit)
  const near = await nearTyped(visit)
  const list: { toString: () => unknown } = <NearList {...{ reader, say, near }} slug={visit.params.problem} isInForm />
  return file({ body: list.toString() as string, mediaType: 'text/html; charset=utf-8' }) // rendered without waiting
}

/** What is near to what was typed so far. */
export async function nearTyped(visit: AtCase): Promise<readonly NearIdea[]> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return []
  const { typed } = visit.form
  // As much as is kept of it: nobody makes us read a book.
  const words = ['title', 'place', 'text'].map((name) => typed[name]?.[0] ?? '').join(' ')
  const where = whereTyped(visit, await placeMap(visit))
  return nearIdeas(visit.read, problem.id, {
    words: words.slice(0, 5_000),
    languages: visit.jurisdiction.languages,
    point: where.ok ? where.value.point : null,
  })
}

export async function ideaPage(visit: AtNumber, errors: Errors = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const idea = problem && (await ideaByNumber(visit.read, problem.id, numberOf(visit)))
  if (!idea) return notFound()
  const words = wordsOf(visit)
  const { account } = visit.actor
  const [authors, hidden, kept, became, joined, isJoined, replies, comments, around, group] = await Promise.all([
    bylines(visit.read, [idea.writtenBy]),
    hiddenAmong(visit.read, [idea.id]),
    filesAndStones(visit.read, [idea.id]),
    becameOfIdea(visit, idea.id),
    joinedCount(visit.read, idea.id),
    hasJoined(visit.read, idea.id, account),
    repliesPart(visit, problem, { kind: 'idea', id: idea.id }),
    commentsPart(visit, { problem, idea, errors }),
    aroundIdea(visit, idea),
    groupBehind(visit, { kind: 'idea', id: idea.id }),
  ])
  const stone = hidden.get(idea.id)
  const files = kept.map((one) =>
    'stone' in one ? one : { ...one, href: href('file', { jurisdiction: visit.jurisdiction.slug, hash: one.hash }) },
  )
  const mayJoin = around.goesOn === null && rules.join(stateOfIdea(idea), { hasJoined: isJoined }, visit.actor).ok
  return page({
    title: stone ? words.sayDraft(`state.${idea.kind}`) : idea.title,
    crumbs: crumbsToIdeas(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <IdeaPage
        {...words}
        {...{ idea, stone, became, files, replies, comments, around, group, errors }}
        typed={visit.form.typed}
        slug={problem.slug}
        question={problem.question}
        language={problem.language}
        author={idea.writtenBy ? authors.get(idea.writtenBy) : undefined}
        joined={idea.source === null ? { joined, may: isJoined ? 'leave' : mayJoin ? 'join' : null } : null}
      />
    ),
  })
}

/** What became of it, and of the one in which it goes on. */
async function becameOfIdea(visit: Visit, id: Id<'idea'>): Promise<readonly Became[]> {
  const end = (await endsOf(visit.read, [id])).get(id)
  const became = await Promise.all([id, ...(end ? [end] : [])].map((one) => becameOf(visit, { kind: 'idea', id: one })))
  // What goes on here is named beside it, and where it goes on above it.
  const further = became.flat().filter(({ href: to }) => !/\/ideas\/\d+$/.test(to))
  // Both lead to the same things; a promise, its milestones and what was pledged to it may share one page.
  return [...new Map(further.map((one) => [`${one.href} ${one.kind} ${one.title}`, one])).values()]
}

export async function mergePage(visit: AtNumber, errors: Errors = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const idea = problem && (await ideaByNumber(visit.read, problem.id, numberOf(visit)))
  if (!idea || (await hiddenAmong(visit.read, [idea.id])).has(idea.id)) return notFound()
  const words = wordsOf(visit)
  const near = await nearIdeas(visit.read, problem.id, {
    words: `${idea.title} ${idea.place} ${idea.text}`,
    languages: visit.jurisdiction.languages,
    point: idea.point,
    except: idea.id,
  })
  return page({
    title: words.say('merge.title'),
    crumbs: crumbsToIdeas(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: <MergeIdeaPage {...words} {...{ idea, near, errors }} slug={problem.slug} typed={visit.form.typed} />,
  })
}

export function crumbsToIdeas(visit: Visit, problem: Problem): readonly Crumb[] {
  const text = ideasWords.say(visit.lang)('ideas.title')
  return [...problemCrumbs(visit, problem), { text, href: visit.to('draft.ideas', { problem: problem.slug }) }]
}

export function numberOf({ params }: AtNumber): number {
  return /^\d{1,9}$/.test(params.number) ? Number(params.number) : 0
}
