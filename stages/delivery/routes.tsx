import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  route,
  type Done,
  type FieldError,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import * as commands from './commands.ts'
import * as committing from './committing.ts'
import { deliveryWords, type DeliveryKey } from './messages/words.ts'
import { monitorRoutes } from './monitors/routes.tsx'
import { pledgeRoutes } from './pledges/routes.tsx'
import { reopeningRoutes } from './reopenings/routes.tsx'
import * as rules from './rules.ts'
import { commitmentPage, deliveryPage, fieldOf, milestoneRows, newPage } from './show.tsx'

const commitForm = fields({
  recommendation: field.number({ least: 1, most: 10_000 }),
  title: field.text({ most: 200 }),
  owner: field.text({ most: 60 }),
  office: field.optionalText({ most: 200 }),
  budgetLine: field.optionalText({ most: 300 }),
  needsNoBudget: field.ticked(),
  nextReportOn: field.date(),
})
const milestoneForms = milestoneRows.map((row) => ({
  row,
  form: fields({ [`what-${row}`]: field.optionalText({ most: 200 }), [`due-${row}`]: field.optional(field.date()) }),
}))
const reportForm = fields({
  text: field.text({ most: 6000 }),
  standing: field.choice(rules.standings),
  reason: field.optionalText({ most: 4000 }),
  nextReportOn: field.optional(field.date()),
})
const confirmForm = fields({ act: field.choice(['confirm', 'discard']) })
const reachForm = fields({ milestone: field.number({ least: 1, most: 1000 }), reachedOn: field.date() })

export const deliveryRoutes: readonly Route[] = [
  route('delivery.page', { allowed: anyone, records: 'nothing' }, (visit) => deliveryPage(visit)),
  route('delivery.new', { allowed: rules.mayCommit, records: 'nothing' }, (visit) => newPage(visit)),

  route(
    'delivery.commit',
    { allowed: rules.mayCommit, records: ['delivery.committed', 'delivery.prepared'] },
    async (visit) => {
      const form = readForm(visit, commitForm)
      const milestones = milestonesOf(visit)
      const owner = parseId('person', form.ok ? form.value.owner : undefined)
      const errors: readonly FieldError[] = [
        ...(form.ok ? [] : form.errors),
        ...milestones.errors,
        ...(form.ok && !owner ? [{ field: 'owner', text: visit.common('choose-one') }] : []),
      ]
      if (!form.ok || !owner || errors.length > 0) return newPage(visit, errors)
      const committed = await committing.commit(visit.database, visit.actor, {
        ...form.value,
        owner,
        slug: visit.params.problem,
        place: visit.jurisdiction,
        milestones: milestones.value,
      })
      if (!committed.ok) return newPage(visit, [errorOf(visit, committed.refusal)])
      const { number, isHers } = committed.value
      return redirectSaying(
        visit.to('delivery.commitment', { problem: visit.params.problem, number }),
        done(visit, isHers ? 'committed' : 'prepared'),
      )
    },
  ),

  // `pledge` and `follow-up` stand before the number of a commitment.
  ...pledgeRoutes,
  ...monitorRoutes,

  route('delivery.commitment', { allowed: anyone, records: 'nothing' }, (visit) => commitmentPage(visit)),

  route(
    'delivery.confirm',
    { allowed: rules.mayConfirm, records: ['delivery.committed', 'delivery.discarded'] },
    async (visit) => {
      const form = readForm(visit, confirmForm)
      if (!form.ok) return commitmentPage(visit, form.errors)
      const { problem: slug, number } = visit.params
      const act = form.value.act === 'confirm' ? committing.confirm : committing.discard
      const acted = await act(visit.database, visit.actor, { slug, number: Number(number) })
      if (!acted.ok)
        return isMissing(acted.refusal) ? notFound() : commitmentPage(visit, [errorOf(visit, acted.refusal)])
      return form.value.act === 'confirm'
        ? redirectSaying(visit.to('delivery.commitment', visit.params), done(visit, 'confirmed'))
        : redirectSaying(visit.to('delivery.page', { problem: slug }), done(visit, 'discarded'))
    },
  ),

  route('delivery.report', { allowed: rules.mayReport, records: ['delivery.reported'] }, async (visit) => {
    const form = readForm(visit, reportForm)
    if (!form.ok) return commitmentPage(visit, form.errors)
    const { problem: slug, number } = visit.params
    const input = { slug, number: Number(number), place: visit.jurisdiction, ...form.value }
    const reported = await commands.report(visit.database, visit.actor, input)
    if (!reported.ok)
      return isMissing(reported.refusal) ? notFound() : commitmentPage(visit, [errorOf(visit, reported.refusal)])
    return redirectSaying(visit.to('delivery.commitment', visit.params), done(visit, 'reported'))
  }),

  route(
    'delivery.reach-milestone',
    { allowed: rules.mayReport, records: ['delivery.milestone-reached'] },
    async (visit) => {
      const form = readForm(visit, reachForm)
      if (!form.ok) return commitmentPage(visit, form.errors)
      const { problem: slug, number } = visit.params
      const { milestone, reachedOn: on } = form.value
      const input = { slug, number: Number(number), milestone, on, place: visit.jurisdiction }
      const reached = await commands.reachMilestone(visit.database, visit.actor, input)
      if (!reached.ok)
        return isMissing(reached.refusal) ? notFound() : commitmentPage(visit, [errorOf(visit, reached.refusal)])
      return redirectSaying(visit.to('delivery.commitment', visit.params), done(visit, 'reached'))
    },
  ),

  ...reopeningRoutes,
]

type Act = DeliveryKey extends infer Key ? (Key extends `done.${infer What}-next` ? What : never) : never

function done(visit: Visit, what: Act): Done {
  const say = deliveryWords.say(visit.lang)
  return { text: say(`done.${what}`), next: say(`done.${what}-next`) }
}

type RefusalCode = DeliveryKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

function errorOf(visit: Visit, code: RefusalCode): FieldError {
  return { field: fieldOf(code), text: deliveryWords.say(visit.lang)(`refused.${code}`) }
}

function isMissing(code: RefusalCode): boolean {
  return code === 'no-such-problem' || code === 'no-such-commitment'
}

/** The rows that were filled in; half a row says what is missing. */
function milestonesOf(visit: Visit): {
  readonly value: readonly rules.Milestone[]
  readonly errors: readonly FieldError[]
} {
  const value: rules.Milestone[] = []
  const errors: FieldError[] = []
  for (const { row, form } of milestoneForms) {
    const read = readForm(visit, form)
    if (!read.ok) {
      errors.push(...read.errors)
      continue
    }
    const { [`what-${row}`]: what, [`due-${row}`]: dueOn } = read.value
    if (typeof what === 'string' && what !== '' && dueOn instanceof Temporal.PlainDate) value.push({ what, dueOn })
    else if (what) errors.push({ field: `due-${row}`, text: visit.common('required') })
    else if (dueOn) errors.push({ field: `what-${row}`, text: visit.common('required') })
  }
  return { value, errors }
}
