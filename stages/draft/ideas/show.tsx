import { href } from '@folkmoot/basics/addresses.ts'
import { filesAndStones } from '../../../platform/files/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { becameOf } from '../../opinion/index.ts'
import { problemBySlug, problemCrumbs } from '../../problem/index.ts'
import { recommendationsOf } from '../recommendations.ts'
import { draftWords } from '../messages/words.ts'
import { ideasWords } from './messages/words.ts'
import { IdeaPage } from './pages/idea-page.tsx'
import { IdeasPage } from './pages/ideas-page.tsx'
import { ideaByNumber, ideasOf } from './store.ts'

type AtCase = Visit & { readonly params: { readonly problem: string } }
type AtNumber = Visit & { readonly params: { readonly problem: string; readonly number: string } }
type Errors = readonly FieldError[]

export async function ideasPage(visit: AtCase, errors: Errors = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const say = ideasWords.say(visit.lang)
  const sayDraft = draftWords.say(visit.lang)
  const [ideas, recommendations] = await Promise.all([
    ideasOf(visit.read, problem.id),
    recommendationsOf(visit.read, problem.id),
  ])
  const used = Map.groupBy(
    recommendations.flatMap(({ number, clauses }) =>
      [...new Set(clauses.flatMap(({ cites }) => cites.map(({ id }) => id)))].map((id) => ({ id, number })),
    ),
    ({ id }) => id,
  )
  const [authors, hidden] = await Promise.all([
    bylines(
      visit.read,
      ideas.map(({ writtenBy }) => writtenBy),
    ),
    hiddenAmong(
      visit.read,
      ideas.map(({ id }) => id),
    ),
  ])
  return page({
    title: say('ideas.title'),
    crumbs: [...problemCrumbs(visit, problem)],
    status: errors.length > 0 ? 422 : 200,
    isWide: true,
    body: (
      <IdeasPage
        reader={visit}
        {...{ say, sayDraft, ideas, authors, hidden, errors }}
        usedIn={(id) => (used.get(id) ?? []).map(({ number }) => number)}
        slug={problem.slug}
        question={problem.question}
        isTold={problem.source !== null}
        typed={visit.form.typed}
      />
    ),
  })
}

export async function ideaPage(visit: AtNumber): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const idea = problem && (await ideaByNumber(visit.read, problem.id, numberOf(visit)))
  if (!idea) return notFound()
  const say = ideasWords.say(visit.lang)
  const sayDraft = draftWords.say(visit.lang)
  const [authors, hidden, files, became] = await Promise.all([
    bylines(visit.read, [idea.writtenBy]),
    hiddenAmong(visit.read, [idea.id]),
    filesAndStones(visit.read, [idea.id]),
    becameOf(visit, { kind: 'idea', id: idea.id }),
  ])
  const stone = hidden.get(idea.id)
  const photos = files.map((photo) =>
    'stone' in photo
      ? photo
      : { ...photo, href: href('file', { jurisdiction: visit.jurisdiction.slug, hash: photo.hash }) },
  )
  return page({
    title: stone ? sayDraft(`state.${idea.kind}`) : idea.title,
    crumbs: [
      ...problemCrumbs(visit, problem),
      { text: say('ideas.title'), href: visit.to('draft.ideas', { problem: problem.slug }) },
    ],
    body: (
      <IdeaPage
        reader={visit}
        {...{ say, sayDraft, idea, stone, became, photos }}
        slug={problem.slug}
        question={problem.question}
        author={idea.writtenBy ? authors.get(idea.writtenBy) : undefined}
      />
    ),
  })
}

function numberOf({ params }: AtNumber): number {
  return /^\d{1,9}$/.test(params.number) ? Number(params.number) : 0
}
