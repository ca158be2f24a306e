import {
  field,
  fields,
  notFound,
  page,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { problemCrumbs } from '../crumbs.ts'
import { problemBySlug } from '../store.ts'
import * as commands from './commands.ts'
import { supportWords } from './messages/words.ts'
import { SheetPage } from './pages/sheet-page.tsx'
import * as rules from './rules.ts'
import { mostLines, readSheet } from './signatures.ts'

const sheetForm = fields({ channel: field.choice(['paper', 'phone']), lines: field.text({ most: 40_000 }) })

export const supportRoutes: readonly Route[] = [
  route('problem.support', { allowed: rules.maySupport, records: ['problem.supported'] }, async (visit) => {
    const supported = await commands.supportProblem(visit.database, visit.actor, visit.params.problem)
    if (!supported.ok) return refused(say(visit)(`refused.${supported.refusal}`))
    return redirectSaying(visit.to('problem.page', visit.params), {
      text: say(visit)('done.supported'),
      next: say(visit)('done.supported-next'),
    })
  }),

  route(
    'problem.take-support-back',
    { allowed: rules.maySupport, records: ['problem.support-taken-back'] },
    async (visit) => {
      const taken = await commands.takeSupportBack(visit.database, visit.actor, visit.params.problem)
      if (!taken.ok) return refused(say(visit)(`refused.${taken.refusal}`))
      return redirectSaying(visit.to('problem.page', visit.params), {
        text: say(visit)('done.taken-back'),
        next: say(visit)('done.taken-back-next'),
      })
    },
  ),

  route('problem.sheet', { allowed: rules.mayEnterSignatures, records: 'nothing' }, (visit) => sheetPage(visit)),

  route(
    'problem.enter-signatures',
    { allowed: rules.mayEnterSignatures, records: ['problem.signatures-entered'] },
    async (visit) => {
      const form = readForm(visit, sheetForm)
      if (!form.ok) return sheetPage(visit, form.errors)
      const wrong = wrongIn(visit, form.value.lines)
      if (wrong !== null) return sheetPage(visit, [{ field: 'lines', text: wrong }])
      const { problem: slug } = visit.params
      const entered = await commands.enterSignatures(visit.database, visit.actor, { slug, ...form.value })
      if (!entered.ok) return sheetPage(visit, [{ field: 'lines', text: say(visit)(`refused.${entered.refusal}`) }])
      return redirectSaying(visit.to('problem.page', visit.params), {
        text: say(visit)('done.entered', { counted: entered.value.counted }),
        next: say(visit)('done.entered-next', { repeated: entered.value.repeated }),
      })
    },
  ),
]

/** Which lines to mend; null when all can be read. */
function wrongIn(visit: Visit<'problem.enter-signatures'>, lines: string): string | null {
  const { people, unreadable } = readSheet(lines)
  if (people.length + unreadable.length > mostLines) return say(visit)('refused.too-many-lines', { most: mostLines })
  if (unreadable.length === 0) return null
  return say(visit)('refused.unreadable-lines', { count: unreadable.length, lines: unreadable.slice(0, 10).join(', ') })
}

function say(visit: Pick<Visit, 'lang'>) {
  return supportWords.say(visit.lang)
}

async function sheetPage(
  visit: Visit<'problem.sheet'> | Visit<'problem.enter-signatures'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const closed = rules.enterSignatures(await commands.supportState(visit.read, problem), visit.actor, visit.now)
  if (!closed.ok && errors.length === 0) return refused(say(visit)(`refused.${closed.refusal}`))
  return page({
    title: say(visit)('sheet.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: <SheetPage reader={visit} say={say(visit)} typed={visit.form.typed} {...{ problem, errors }} />,
  })
}
