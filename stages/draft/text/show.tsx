import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import {
  notFound,
  page,
  redirect,
  type Crumb,
  type FieldError,
  type Reply,
  type Visit,
} from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../../problem/index.ts'
import { readableCitable } from '../citable.ts'
import { draftWords } from '../messages/words.ts'
import { marginsOf } from '../margin/margins.ts'
import { keptReadingOf } from '../reading/kept-reading.ts'
import { write } from '../rules.ts'
import { draftState } from '../state.ts'
import { compare } from './comparing.ts'
import { keptTextOf } from './kept-text.ts'
import { textWords } from './messages/words.ts'
import { ComparePage } from './pages/compare-page.tsx'
import { PrintPage } from './pages/print-page.tsx'
import { TextPage } from './pages/text-page.tsx'
import { VersionsPage } from './pages/versions-page.tsx'
import { citationsOf } from './citation-store.ts'
import { sectionsOf } from './store.ts'
import type { Text } from './text.ts'
import { versionHeads, versionOf } from './versions-store.ts'

/** Loads what a page of the text needs and puts it on the page: the reading half of the routes. */

export type AtCase = Visit & { readonly params: { readonly problem: string } }
type AtVersions = Visit & {
  readonly params: { readonly problem: string; readonly before: string; readonly after: string }
}
export type Errors = readonly FieldError[]

export async function textPage(visit: AtCase): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const { say, sayDraft } = wordsFor(visit)
  const [text, state] = await Promise.all([
    keptTextOf(visit.read, problem.id, visit.now),
    draftState(visit.read, problem.id),
  ])
  const hidden = await hiddenAmong(visit.read, idsIn(text))
  return page({
    title: sayDraft('page.title'),
    crumbs: [...problemCrumbs(visit, problem)],
    isWide: true,
    body: (
      <TextPage
        reader={visit}
        {...{ say, sayDraft, text }}
        hidden={hidden}
        reading={keptReadingOf(text, hidden, problem.language)}
        margins={await marginsOf(visit, problem)}
        slug={problem.slug}
        question={problem.question}
        language={problem.language}
        isTold={text.sections.some(({ recommendation }) => recommendation !== null && recommendation.source !== null)}
        isFrozen={state.isFrozen}
        mayWrite={write(state, visit.actor).ok}
      />
    ),
  })
}

function idsIn({ sections }: Text): readonly Id[] {
  return sections.flatMap(({ id, recommendation, clauses }) => [
    id,
    ...(recommendation ? [recommendation.id] : []),
    ...clauses.map((clause) => clause.id),
  ])
}

export async function printPage(visit: AtCase): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const { say, sayDraft } = wordsFor(visit)
  const [text, state] = await Promise.all([
    keptTextOf(visit.read, problem.id, visit.now),
    draftState(visit.read, problem.id),
  ])
  const clauses = text.sections.flatMap((section) => section.clauses.map(({ id }) => id))
  const citations = await citationsOf(visit.read, clauses)
  const cited = await readableCitable(
    visit.read,
    citations.map(({ thing }) => thing),
  )
  const named = new Map(cited.map((one) => [one.thing.id, one]))
  // In the order of the text, each source once.
  const byClause = Map.groupBy(citations, ({ clause }) => clause)
  const numbers = new Map<Id, number>()
  const notesOf = new Map<Id<'clause'>, readonly number[]>()
  for (const clause of clauses) {
    const own = (byClause.get(clause) ?? []).filter(({ thing }) => named.has(thing.id))
    for (const { thing } of own) if (!numbers.has(thing.id)) numbers.set(thing.id, numbers.size + 1)
    notesOf.set(
      clause,
      own.map(({ thing }) => numbers.get(thing.id) ?? 0).toSorted((a, b) => a - b),
    )
  }
  const notes = [...numbers.keys()].map((id) => {
    const { title = '', path = '' } = named.get(id) ?? {}
    return { title, href: `${visit.to('home')}${path}` }
  })
  return page({
    title: say('print.title', { question: problem.question }),
    crumbs: crumbsTo(visit, problem),
    body: (
      <PrintPage
        reader={visit}
        {...{ say, sayDraft, text, notes, notesOf }}
        hidden={await hiddenAmong(visit.read, idsIn(text))}
        slug={problem.slug}
        question={problem.question}
        language={problem.language}
        isFrozen={state.isFrozen}
        isTold={problem.source !== null}
      />
    ),
  })
}

export async function versionsPage(visit: AtCase): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [before, after] = [numberIn(visit.query.get('before')), numberIn(visit.query.get('after'))]
  if (before > 0 && after > 0) return redirect(visit.to('draft.compare', { problem: problem.slug, before, after }))
  const { say, sayDraft } = wordsFor(visit)
  const versions = await versionHeads(visit.read, problem.id)
  return page({
    title: say('versions.title'),
    crumbs: crumbsTo(visit, problem),
    body: (
      <VersionsPage
        reader={visit}
        {...{ say, sayDraft, versions }}
        authors={await bylines(
          visit.read,
          versions.map(({ savedBy }) => savedBy),
        )}
        isTold={problem.source !== null}
        slug={problem.slug}
        question={problem.question}
        language={problem.language}
      />
    ),
  })
}

export async function comparePage(visit: AtVersions): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const { say } = wordsFor(visit)
  const [before, after, heads, rows] = await Promise.all([
    versionOf(visit.read, problem.id, numberIn(visit.params.before)),
    versionOf(visit.read, problem.id, numberIn(visit.params.after)),
    versionHeads(visit.read, problem.id),
    sectionsOf(visit.read, problem.id),
  ])
  if (!before || !after) return redirect(visit.to('draft.versions', { problem: problem.slug }))
  const sections = compare(before.content, after.content)
  const recommendations = new Map(rows.map(({ id, recommendation }) => [id as string, recommendation]))
  const within = sections.map(({ id, clauses }) => ({
    id,
    ids: [id, recommendations.get(id), ...clauses.map((clause) => clause.id)].flatMap(
      (one) => parseId('clause', one ?? undefined) ?? [],
    ),
  }))
  const stones = await hiddenAmong(
    visit.read,
    within.flatMap(({ ids }) => ids),
  )
  const hidden = new Map(
    within.flatMap(({ id, ids }) => ids.flatMap((one) => stones.get(one) ?? []).map((stone) => [id, stone] as const)),
  )
  return page({
    title: say('compare.title', { before: before.version, after: after.version }),
    crumbs: [
      ...crumbsTo(visit, problem),
      { text: say('versions.title'), href: visit.to('draft.versions', { problem: problem.slug }) },
    ],
    isWide: true,
    body: (
      <ComparePage
        reader={visit}
        {...{ say, before, after, sections, hidden }}
        numbers={heads.map(({ version }) => version)}
        slug={problem.slug}
        question={problem.question}
        language={problem.language}
      />
    ),
  })
}

export function wordsFor({ lang }: Visit) {
  return { say: textWords.say(lang), sayDraft: draftWords.say(lang) }
}

export function crumbsTo(visit: Visit, problem: Problem): readonly Crumb[] {
  const { sayDraft } = wordsFor(visit)
  return [
    ...problemCrumbs(visit, problem),
    { text: sayDraft('page.title'), href: visit.to('draft.page', { problem: problem.slug }) },
  ]
}

function numberIn(text: string | null): number {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : 0
}
