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
import { nearProblems } from '../stems/near.ts'
import { problemBySlug } from '../store.ts'
import * as commands from './commands.ts'
import { mergeWords, type MergeKey } from './messages/words.ts'
import { MergeProblemPage } from './pages/merge-page.tsx'
import { SplitPage } from './pages/split-page.tsx'
import { daysToUndo, mayMerge, mayUndo } from './rules.ts'

const mergeForm = fields({
  near: field.line({ least: 0, most: 100 }),
  into: field.line({ least: 0, most: 300 }),
  reason: field.text({ most: 2000 }),
})
const reasonForm = fields({ reason: field.text({ most: 2000 }) })

export const mergeRoutes: readonly Route[] = [
  route('problem.merging', { allowed: mayMerge, records: 'nothing' }, (visit) => mergePage(visit)),

  route('problem.merge', { allowed: mayMerge, records: ['problem.merged'] }, async (visit) => {
    const form = readForm(visit, mergeForm)
    if (!form.ok) return mergePage(visit, form.errors)
    const { near, into, reason } = form.value
    const target = near === '' || near === 'other' ? slugIn(into) : near
    const merged = await commands.mergeProblem(visit.database, visit.actor, {
      slug: visit.params.problem,
      into: target,
      reason,
    })
    if (merged.ok)
      return redirectSaying(visit.to('problem.page', visit.params), {
        text: say(visit)('done.merged'),
        next: say(visit)('done.merged-next', { days: daysToUndo }),
      })
    const { refusal } = merged
    const isAboutTarget = ['no-such-target', 'into-itself', 'target-ended', 'target-closes'].includes(refusal)
    if (isAboutTarget)
      return mergePage(visit, [{ field: 'into', text: say(visit)(`refused.${refusal}`, { days: daysToUndo }) }])
    return refusedWith(visit, refusal)
  }),

  route('problem.undo-merger', { allowed: mayUndo, records: ['problem.merger-undone'] }, async (visit) => {
    const undone = await commands.undoMerger(visit.database, visit.actor, visit.params.problem)
    if (!undone.ok) return refusedWith(visit, undone.refusal)
    return redirectSaying(visit.to('problem.page', visit.params), done(visit, 'undone'))
  }),

  route('problem.splitting', { allowed: mayMerge, records: 'nothing' }, (visit) => splitPage(visit)),

  route('problem.split', { allowed: mayMerge, records: ['problem.split', 'problem.raised'] }, async (visit) => {
    const form = readForm(visit, reasonForm)
    const parts = partsIn(visit)
    const errors = [...(form.ok ? [] : form.errors), ...parts.errors]
    if (!form.ok || errors.length > 0) return splitPage(visit, errors)
    const split = await commands.splitProblem(visit.database, visit.actor, {
      slug: visit.params.problem,
      reason: form.value.reason,
      parts: parts.value,
    })
    if (split.ok) return redirectSaying(`${visit.to('problem.page', visit.params)}#around`, done(visit, 'split'))
    return split.refusal === 'two-parts'
      ? splitPage(visit, [{ field: 'question-1', text: say(visit)('refused.two-parts') }])
      : refusedWith(visit, split.refusal)
  }),
]

function say(visit: Visit) {
  return mergeWords.say(visit.lang)
}

function done(visit: Visit, what: 'undone' | 'split') {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}

type RefusalCode = MergeKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

function refusedWith(visit: Visit, code: RefusalCode): Reply {
  const isAboutRights = ['not-yours-to-merge', 'its-sponsor-decides', 'not-yours-to-undo'].includes(code)
  return refused(say(visit)(`refused.${code}`, { days: daysToUndo }), isAboutRights ? 403 : 409)
}

/** A whole address is welcome: what stands behind `problems/` in it. */
function slugIn(typed: string): string {
  return /\/problems\/([a-z0-9-]+)/.exec(typed)?.[1] ?? typed
}

type Parts = { readonly value: readonly commands.Part[]; readonly errors: readonly FieldError[] }

/** Two parts are needed; the third is there when something of it was typed. */
function partsIn(visit: Visit): Parts {
  const value: commands.Part[] = []
  const errors: FieldError[] = []
  for (const number of [1, 2, 3]) {
    const names = [`question-${number}`, `what-${number}`, `who-${number}`] as const
    if (number === 3 && names.every((name) => (visit.form.typed[name]?.[0] ?? '').trim() === '')) continue
    const form = readForm(
      visit,
      fields({
        [names[0]]: field.line({ least: 5, most: 200 }),
        [names[1]]: field.text({ most: 4000 }),
        [names[2]]: field.text({ most: 2000 }),
      }),
    )
    if (!form.ok) errors.push(...form.errors)
    else {
      const [question = '', whatHappens = '', whoIsAffected = ''] = names.map((name) => form.value[name])
      value.push({ question, whatHappens, whoIsAffected })
    }
  }
  return { value, errors }
}

type OrderVisit =
  | Visit<'problem.merging'>
  | Visit<'problem.merge'>
  | Visit<'problem.splitting'>
  | Visit<'problem.split'>

async function mergePage(visit: OrderVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const near = await nearProblems(visit.read, {
    words: `${problem.question} ${problem.place} ${problem.whatHappens}`,
    languages: visit.jurisdiction.languages,
    point: problem.point,
    except: problem.id,
  })
  return page({
    title: say(visit)('merge.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: <MergeProblemPage reader={visit} say={say(visit)} typed={visit.form.typed} {...{ problem, near, errors }} />,
  })
}

async function splitPage(visit: OrderVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  return page({
    title: say(visit)('split.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: <SplitPage reader={visit} say={say(visit)} typed={visit.form.typed} {...{ problem, errors }} />,
  })
}
