import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import { Said } from '../../../ui/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { opinionWords } from '../messages/words.ts'
import { isChair, mayLead, mayLeadHere } from '../rules.ts'
import { formPage, refusedWith, type RefusalCode } from '../show.tsx'
import { consultationOf } from '../store.ts'
import { changePrepared, prepareStatement } from './commands.ts'
import { PreparePage } from './pages/prepare-page.tsx'
import { preparedIn } from './store.ts'

const words = field.text({ least: 10, most: 200 })
const addForm = fields({ text: words })
const changeForm = fields({ id: field.text({ most: 36 }), text: words })
const removeForm = fields({ id: field.text({ most: 36 }), act: field.choice(['change', 'remove']) })

export const preparedRoutes: readonly Route[] = [
  route('opinion.prepare', { allowed: mayLead, records: 'nothing' }, (visit) => preparePage(visit)),

  // Recorded when voting opens: until then the group may change its mind in private.
  route('opinion.prepare-add', { allowed: mayLead, records: 'nothing' }, async (visit) => {
    const form = readForm(visit, addForm)
    if (!form.ok) return preparePage(visit, form.errors)
    const input = { slug: visit.params.problem, text: form.value.text, language: visit.lang }
    return answered(visit, 'added', await prepareStatement(visit.database, visit.actor, input))
  }),

  route('opinion.prepare-change', { allowed: mayLead, records: 'nothing' }, async (visit) => {
    const which = readForm(visit, removeForm)
    if (!which.ok) return refused(which.errors[0]?.text ?? '')
    const form = readForm(visit, changeForm)
    const isRemoved = which.value.act === 'remove'
    if (!isRemoved && !form.ok) return preparePage(visit, form.errors)
    const text = isRemoved || !form.ok ? null : form.value.text
    const input = { slug: visit.params.problem, id: which.value.id, text }
    return answered(visit, isRemoved ? 'removed' : 'changed', await changePrepared(visit.database, visit.actor, input))
  }),
]

type AtPrepare = Visit<'opinion.prepare'> | Visit<'opinion.prepare-add'> | Visit<'opinion.prepare-change'>
type Done = { readonly ok: true } | { readonly ok: false; readonly refusal: RefusalCode }

function answered(visit: AtPrepare, what: 'added' | 'changed' | 'removed', done: Done): Promise<Reply> | Reply {
  const say = opinionWords.say(visit.lang)
  if (done.ok) {
    const text = say(`prepare.done-${what}`)
    return redirectSaying(visit.to('opinion.prepare', { problem: visit.params.problem }), { text })
  }
  const { refusal } = done
  if (refusal !== 'says-nothing' && refusal !== 'prepared-already' && refusal !== 'too-many')
    return refusedWith(visit, refusal)
  return preparePage(visit, [{ field: 'text', text: say(`refused.${refusal}`) }])
}

async function preparePage(visit: AtPrepare, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  if (!mayLeadHere(problem.id, visit.actor)) return refusedWith(visit, 'not-yours-to-prepare')
  const [consultation, prepared] = await Promise.all([
    consultationOf(visit.read, problem.id),
    preparedIn(visit.read, problem.id),
  ])
  if (consultation) return refusedWith(visit, 'opened-by-now')
  const say = opinionWords.say(visit.lang)
  const { account } = visit.actor
  return formPage(visit, {
    problem,
    title: say('prepare.title'),
    errors,
    body: (
      <PreparePage
        reader={visit}
        say={say}
        slug={problem.slug}
        question={<Said lang={problem.language}>{problem.question}</Said>}
        prepared={prepared.map((one) => ({
          ...one,
          mayChange: one.writtenBy === account || isChair(problem.id, visit.actor),
        }))}
        errors={errors}
        typed={visit.form.typed}
      />
    ),
  })
}
