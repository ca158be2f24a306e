import { file, notFound, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { Said } from '../../ui/index.ts'
import { opinionWords } from './messages/words.ts'
import { nearStatements, type NearStatement } from './near.ts'
import { NearStatements } from './pages/near-statements.tsx'
import { NewPage } from './pages/new-page.tsx'
import * as store from './store.ts'
import { formPage, refusedWith } from './show.tsx'
import { viewOf } from './view.ts'
import { countWrittenBy } from './waiting/store.ts'

/** Writing a statement: the page, and what is near to what was typed. */

type AtNew = Visit<'opinion.new'> | Visit<'opinion.state'> | Visit<'opinion.near'>

export type Shown = {
  readonly errors?: readonly FieldError[]
  /** What is near and was not shown to her before: nothing is sent until she has seen it. */
  readonly near?: readonly NearStatement[]
}

export async function newPage(visit: AtNew, { errors = [], near = [] }: Shown = {}): Promise<Reply> {
  const view = await viewOf(visit)
  if (!view) return notFound()
  if (!view.isOpen) return refusedWith(visit, view.consultation ? 'closed' : 'not-open')
  const say = opinionWords.say(visit.lang)
  const { slug, question, language } = view.problem
  const { account } = visit.actor
  const written = account && view.consultation ? await countWrittenBy(visit.read, view.consultation.id, account) : 0
  return formPage(visit, {
    problem: view.problem,
    title: say('new.title'),
    errors,
    body: (
      <NewPage
        reader={visit}
        question={<Said lang={language}>{question}</Said>}
        {...{ say, slug, errors, near, written }}
        isBefore={view.consultation?.moderation === 'before'}
        seen={[...seenIn(visit)]}
        typed={visit.form.typed}
      />
    ),
  })
}

/** The list alone, for the island that asks while somebody types. */
export function nearPart(visit: AtNew, near: readonly NearStatement[]): Reply {
  const say = opinionWords.say(visit.lang)
  const list: { toString: () => unknown } = (
    <NearStatements reader={visit} say={say} slug={visit.params.problem} near={near} />
  )
  return file({ body: list.toString() as string, mediaType: 'text/html; charset=utf-8' }) // rendered without waiting
}

/** What is near to what was typed so far. */
export async function nearTyped(visit: AtNew): Promise<readonly NearStatement[]> {
  const consultation = await store.consultationBySlug(visit.read, visit.params.problem)
  if (!consultation) return []
  const words = (visit.form.typed['text']?.[0] ?? '').slice(0, 1000)
  return nearStatements(visit.read, consultation.id, { words, languages: visit.jurisdiction.languages })
}

export function unseenNear(visit: AtNew, near: readonly NearStatement[]): readonly NearStatement[] {
  const seen = seenIn(visit)
  return near.every(({ statement }) => seen.has(statement.number)) ? [] : near
}

/** Numbers of what was shown to her as near, on this page or before it. */
function seenIn({ form }: AtNew): ReadonlySet<number> {
  const numbers = (form.typed['seen'] ?? []).flatMap((list) => list.slice(0, 200).split(' '))
  return new Set(numbers.filter((one) => /^\d{1,9}$/.test(one)).map(Number))
}
