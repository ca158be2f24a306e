import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { loadArena } from '../arena.ts'
import { byStaffWords } from '../by-staff/messages/words.ts'
import { crumbsOf } from '../by-staff/show.tsx'
import { printLetters } from './letters-pdf.ts'
import { paperWords, type SayPaper } from './messages/words.ts'
import { lettersIn } from './owing.ts'
import { PostingPage } from './pages/posting-page.tsx'
import { postedIn } from './store.ts'

export type OfLetters = Visit<'arena.paper-letters'>

export function say(visit: Pick<Visit, 'lang'>): SayPaper {
  return paperWords.say(visit.lang)
}

export async function postingPage(visit: OfLetters, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const arena = await loadArena(visit.read, problem)
  const letters = await lettersIn(visit.read, problem.id, { arena, now: visit.now })
  const before = byStaffWords.say(visit.lang)('page.title')
  return page({
    title: say(visit)('page.title'),
    crumbs: [
      ...crumbsOf(visit, problem),
      { text: before, href: visit.to('arena.staff-records', { problem: problem.slug }) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <PostingPage
        {...{ problem, letters, errors, typed: visit.form.typed }}
        posted={await postedIn(visit.read, problem.id)}
        say={say(visit)}
        reader={visit}
      />
    ),
  })
}

/** All that are still to be posted and have an address; undefined where there is none. */
export async function lettersOnPaper(
  visit: Visit<'arena.paper-letters-file'>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return undefined
  const arena = await loadArena(visit.read, problem)
  const letters = await lettersIn(visit.read, problem.id, { arena, now: visit.now })
  const addressed = letters.filter(({ record }) => record.address !== '')
  if (addressed.length === 0) return undefined
  return printLetters({ place: visit.jurisdiction, now: visit.now, problem, arena }, addressed)
}
