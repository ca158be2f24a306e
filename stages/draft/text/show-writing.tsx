import { isStaff } from '@folkmoot/basics/actor.ts'
import { notFound, page, refused, type Reply, type Visit } from '../../../platform/http/index.ts'
import { problemBySlug, type Problem } from '../../problem/index.ts'
import { write } from '../rules.ts'
import { draftState } from '../state.ts'
import { typedContent } from './beginning.ts'
import type { Asked } from './changing.ts'
import type { SectionContent, TextContent } from './document.ts'
import type { Conflict } from './merging.ts'
import { KeptWordsPage } from './pages/kept-words-page.tsx'
import { SectionPage, type AskedBecause } from './pages/section-page.tsx'
import { WritePage } from './pages/write-page.tsx'
import { fieldOf, openedIn, sentIn, type SectionForm } from './section-form.ts'
import { crumbsTo, wordsFor, type AtCase, type Errors } from './show.tsx'
import { piecesOfContent, readingOf } from '../reading/reading.ts'
import { unsavedWords } from './unsaved.ts'
import { lastHead } from './versions-store.ts'

/** The pages on which the group writes. */

type AtSection = Visit & { readonly params: { readonly problem: string; readonly section: string } }

export async function writePage(visit: AtCase, errors: Errors = []): Promise<Reply> {
  const opened = await writing(visit)
  if ('reply' in opened) return opened.reply
  const { problem, content, version } = opened
  const { say, sayDraft } = wordsFor(visit)
  return page({
    title: say('write.title'),
    crumbs: crumbsTo(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    isWide: true,
    island: 'draft-editor',
    body: (
      <WritePage
        reader={visit}
        problem={problem.id}
        {...{ say, sayDraft, content, version, errors }}
        reading={readingOf(piecesOfContent(content), problem.language)}
        slug={problem.slug}
        question={problem.question}
        hasUnsaved={!(await unsavedWords(visit.read, problem.id)).ok}
        isStaff={isStaff(visit.actor)}
        typed={visit.form.typed}
      />
    ),
  })
}

/** The form of a section as it stands, or as it was typed where something in it is wrong. */
export async function sectionPage(visit: AtSection, errors: Errors = []): Promise<Reply> {
  const opened = await writing(visit)
  if ('reply' in opened) return opened.reply
  const { content } = opened
  const section =
    (errors.length > 0 ? openedIn(visit) : undefined) ?? content.sections.find(({ id }) => id === visit.params.section)
  if (!section) return notFound()
  return form(visit, opened, {
    opened: section,
    shown: (errors.length > 0 ? sentIn(visit) : undefined) ?? section,
    conflicts: [],
    asked: null,
    saving: { isTicked: true, reason: '' },
    errors,
    typed: errors.length > 0 ? visit.form.typed : undefined,
  })
}

/** The form again with what stands now, what the writer wrote, and what has to be decided. Nothing was written, nothing is lost. */
export async function askedPage(
  visit: AtSection,
  { opened, written, save }: SectionForm,
  asked: Asked,
): Promise<Reply> {
  const at = await writing(visit)
  if ('reply' in at) return at.reply
  const { say } = wordsFor(visit)
  const now = asked.content.sections.find(({ id }) => id === opened.id)
  const standing = at.content.sections.find(({ id }) => id === opened.id)
  const because: AskedBecause = asked.isGone ? 'gone' : asked.conflicts.length > 0 ? 'conflicts' : 'changed'
  const shown = asked.isGone ? written : withProposals(now ?? written, asked.conflicts)
  return form(visit, at, {
    // What is typed from here on is compared with what stands now; of a clause that was moved or taken out, with that.
    opened: asked.isGone ? opened : openedAnew(standing ?? opened, asked.conflicts),
    shown,
    conflicts: asked.conflicts,
    asked: because,
    saving: { isTicked: save !== null, reason: save?.reason ?? '' },
    errors: asked.conflicts.map(({ place }) => ({
      field: place === 'heading' ? 'heading' : fieldOf(shown.clauses.findIndex(({ id }) => id === place) + 1),
      text: say('asked.conflict'),
    })),
    typed: undefined,
  })
}

function withProposals(section: SectionContent, conflicts: readonly Conflict[]): SectionContent {
  const proposals = new Map(conflicts.map(({ place, proposal }) => [place, proposal]))
  const standing = new Set<string>(section.clauses.map(({ id }) => id))
  const elsewhere = conflicts.filter(({ place }) => place !== 'heading' && !standing.has(place))
  return {
    ...section,
    heading: proposals.get('heading') ?? section.heading,
    clauses: [
      ...section.clauses.map((clause) => ({ ...clause, text: proposals.get(clause.id) ?? clause.text })),
      ...elsewhere.map(({ place, proposal }) => ({
        id: place as SectionContent['clauses'][number]['id'],
        text: proposal,
      })),
    ],
  }
}

/** A clause in question that stands elsewhere, or nowhere any more, goes along with the words it has there. */
function openedAnew(section: SectionContent, conflicts: readonly Conflict[]): SectionContent {
  const standing = new Set<string>(section.clauses.map(({ id }) => id))
  const elsewhere = conflicts.filter(({ place, now }) => place !== 'heading' && !standing.has(place) && now !== null)
  return {
    ...section,
    clauses: [
      ...section.clauses,
      ...elsewhere.map(({ place, now }) => ({ id: place as SectionContent['clauses'][number]['id'], text: now ?? '' })),
    ],
  }
}

type Form = {
  readonly opened: SectionContent
  readonly shown: SectionContent
  readonly conflicts: readonly Conflict[]
  readonly asked: AskedBecause | null
  readonly saving: { readonly isTicked: boolean; readonly reason: string }
  readonly errors: Errors
  readonly typed: Visit['form']['typed'] | undefined
}

function form(visit: AtSection, { problem, content, version }: Writing, parts: Form): Reply {
  const { say, sayDraft } = wordsFor(visit)
  const place = content.sections.findIndex(({ id }) => id === parts.opened.id) + 1
  return page({
    title: say('section.title', { number: place || content.sections.length + 1 }),
    crumbs: [
      ...crumbsTo(visit, problem),
      { text: say('write.title'), href: visit.to('draft.write', { problem: problem.slug }) },
    ],
    status: parts.asked ? 409 : parts.errors.length > 0 ? 422 : 200,
    body: (
      <SectionPage
        reader={visit}
        {...{ say, sayDraft }}
        {...parts}
        slug={problem.slug}
        question={problem.question}
        place={place || content.sections.length + 1}
        version={version + 1}
        isStaff={isStaff(visit.actor)}
      />
    ),
  })
}

/** What somebody typed when it can no longer enter the text: why, and her words to take along. */
export async function keptWordsPage(visit: AtCase, why: string, status: 403 | 409): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const { say } = wordsFor(visit)
  const words = Object.entries(visit.form.typed)
    .filter(([name]) => /^(heading|further|clauses|reason|clause-\d+)$/.test(name))
    .flatMap(([, values]) => values)
    .filter((text) => text.trim() !== '')
  return page({
    title: say('kept.title'),
    crumbs: crumbsTo(visit, problem),
    status,
    body: <KeptWordsPage reader={visit} say={say} slug={problem.slug} why={why} words={words.join('\n\n')} />,
  })
}

export type Writing = { readonly problem: Problem; readonly content: TextContent; readonly version: number }

/** Opens the text for who may write in it, or says why not. */
export async function writing(visit: AtCase): Promise<Writing | { readonly reply: Reply }> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return { reply: notFound() }
  const { sayDraft } = wordsFor(visit)
  const allowed = write(await draftState(visit.read, problem.id), visit.actor)
  if (!allowed.ok)
    return { reply: refused(sayDraft(`refused.${allowed.refusal}`), allowed.refusal === 'handed-over' ? 409 : 403) }
  const [content, head] = await Promise.all([typedContent(visit.read, problem.id), lastHead(visit.read, problem.id)])
  return { problem, content, version: head?.version ?? 0 }
}
