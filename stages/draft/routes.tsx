import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  readForm,
  redirect,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import * as commands from './commands.ts'
import { ideaRoutes } from './ideas/routes.tsx'
import { draftWords, type DraftKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { draftPage, editPage, newPage, recommendationPage } from './show.tsx'

const clauseForm = fields({ clause: field.text({ most: 2000 }) })
const headFields = { title: field.text({ least: 3, most: 200 }), text: field.optionalText({ most: 4000 }) }
const proposeForm = fields({ ...headFields, clause: field.text({ most: 2000 }) })
const reviseForm = fields({ ...headFields, reason: field.text({ most: 2000 }), version: field.number({ least: 1 }) })
const standForm = fields({ choice: field.choice(['agree', 'disagree']), version: field.number({ least: 1 }) })
const minorityForm = fields({ minority: field.text({ most: 2000 }) })

export const draftRoutes: readonly Route[] = [
  ...ideaRoutes,
  route('draft.page', { allowed: anyone, records: 'nothing' }, (visit) => draftPage(visit)),
  // The socket of this address is opened in `app`; who comes with a browser's address line is shown the draft.
  route('draft.live', { allowed: rules.mayWrite, records: 'nothing' }, (visit) =>
    redirect(visit.to('draft.page', visit.params)),
  ),
  route('draft.new', { allowed: rules.mayWrite, records: 'nothing' }, (visit) => newPage(visit)),

  route('draft.propose', { allowed: rules.mayWrite, records: ['draft.recommendation-proposed'] }, async (visit) => {
    const form = readForm(visit, proposeForm)
    if (!form.ok) return newPage(visit, form.errors)
    const input = { slug: visit.params.problem, cites: citesIn(visit), ...form.value }
    const proposed = await commands.proposeRecommendation(visit.database, visit.actor, input)
    if (proposed.ok)
      return redirect(visit.to('draft.recommendation', { ...visit.params, number: proposed.value.number }))
    return isAboutCites(proposed.refusal)
      ? newPage(visit, errorsAt(visit, 'cites', proposed.refusal))
      : refusedWith(visit, proposed.refusal)
  }),

  route('draft.recommendation', { allowed: anyone, records: 'nothing' }, (visit) => recommendationPage(visit)),
  route('draft.edit', { allowed: rules.mayWrite, records: 'nothing' }, (visit) => editPage(visit)),

  route('draft.revise', { allowed: rules.mayWrite, records: ['draft.recommendation-revised'] }, async (visit) => {
    const form = readForm(visit, reviseForm)
    const clauses = clausesIn(visit)
    if (!form.ok || !clauses.ok)
      return editPage(visit, [...(form.ok ? [] : form.errors), ...(clauses.ok ? [] : clauses.errors)])
    const input = { ...at(visit), ...form.value, clauses: clauses.value }
    const revised = await commands.reviseRecommendation(visit.database, visit.actor, input)
    if (revised.ok) return redirect(visit.to('draft.recommendation', visit.params))
    if (revised.refusal === 'nothing-changed') return editPage(visit, errorsAt(visit, 'text', revised.refusal))
    return refusedWith(visit, revised.refusal)
  }),

  route('draft.add-clause', { allowed: rules.mayWrite, records: ['draft.clause-added'] }, async (visit) => {
    const form = readForm(visit, clauseForm)
    if (!form.ok) return recommendationPage(visit, form.errors)
    const added = await commands.addClause(visit.database, visit.actor, {
      ...at(visit),
      cites: citesIn(visit),
      ...form.value,
    })
    if (added.ok) return redirect(`${visit.to('draft.recommendation', visit.params)}#clause-${added.value.number}`)
    return isAboutCites(added.refusal)
      ? recommendationPage(visit, errorsAt(visit, 'cites', added.refusal))
      : refusedWith(visit, added.refusal)
  }),

  route('draft.stand', { allowed: rules.mayStand, records: ['draft.stand-taken'] }, async (visit) => {
    const form = readForm(visit, standForm)
    if (!form.ok) return recommendationPage(visit, form.errors)
    const taken = await commands.takeStand(visit.database, visit.actor, { ...at(visit), ...form.value })
    return taken.ok
      ? redirect(`${visit.to('draft.recommendation', visit.params)}#agreement`)
      : refusedWith(visit, taken.refusal)
  }),

  route('draft.minority-text', { allowed: rules.mayStand, records: ['draft.minority-text-written'] }, async (visit) => {
    const form = readForm(visit, minorityForm)
    if (!form.ok) return recommendationPage(visit, form.errors)
    const written = await commands.writeMinorityText(visit.database, visit.actor, {
      ...at(visit),
      text: form.value.minority,
    })
    return written.ok
      ? redirect(`${visit.to('draft.recommendation', visit.params)}#agreement`)
      : refusedWith(visit, written.refusal)
  }),
]

type RefusalCode = DraftKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

function refusedWith(visit: Visit, code: RefusalCode): Reply {
  const isAboutRights = ['not-a-member', 'members-only', 'only-who-disagrees'].includes(code)
  return refused(draftWords.say(visit.lang)(`refused.${code}`), isAboutRights ? 403 : 409)
}

function errorsAt(visit: Visit, name: string, code: RefusalCode): readonly FieldError[] {
  return [{ field: name, text: draftWords.say(visit.lang)(`refused.${code}`) }]
}

function isAboutCites(code: RefusalCode): boolean {
  return code === 'cite-something' || code === 'cites-unknown'
}

function at({ params }: { readonly params: { readonly problem: string; readonly number: string } }) {
  return { slug: params.problem, number: /^\d{1,9}$/.test(params.number) ? Number(params.number) : 0 }
}

/** Ticked boxes of every group of contributions; the rule knows which exist. */
function citesIn({ form }: Visit): readonly string[] {
  return Object.entries(form.typed).flatMap(([name, values]) => (/^cites(-[a-z]+)?$/.test(name) ? values : []))
}

// More clauses than a recommendation can hold to be read.
const mostClauses = 100

type Clauses =
  | { readonly ok: true; readonly value: readonly string[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** The fields `clause-1`, `clause-2` …, as many as were sent. */
function clausesIn(visit: Visit): Clauses {
  const names = Array.from({ length: mostClauses }, (_, i) => `clause-${i + 1}`).filter(
    (name) => visit.form.typed[name],
  )
  const form = readForm(visit, fields(Object.fromEntries(names.map((name) => [name, field.text({ most: 2000 })]))))
  return form.ok ? { ok: true, value: names.map((name) => form.value[name] ?? '') } : form
}
