import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { isConfirmed } from '../../arena/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { outcomeCrumbs } from '../crumbs.ts'
import { checklistWords } from './messages/words.ts'
import { ChecklistPage } from './pages/checklist-page.tsx'
import { mayFillHere } from './rules.ts'
import { checklistOf } from './store.ts'

/** Loads the checklist of a case and puts it on the page. */

type AtProblem = Visit & { readonly params: { readonly problem: string } }

export async function checklistPage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const { read, actor, jurisdiction } = visit
  const problem = await problemBySlug(read, visit.params.problem)
  if (!problem) return notFound()
  const written = await checklistOf(read, problem.id)
  const say = checklistWords.say(visit.lang)
  const mayFill = !jurisdiction.isTold && mayFillHere(problem.id, actor) && (await isConfirmed(read, problem.id))
  return page({
    title: `${say('page.title')}: ${problem.question}`,
    crumbs: [
      ...outcomeCrumbs(visit, problem),
      { text: say('page.title'), href: visit.to('outcome.checklist', { problem: problem.slug }) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ChecklistPage
        reader={visit}
        typed={visit.form.typed}
        {...{ say, errors, problem, written, mayFill }}
        authors={await bylines(
          read,
          written.map(({ account }) => account),
        )}
      />
    ),
  })
}
