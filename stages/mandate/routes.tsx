import { anyone } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { sittingByName } from '../../platform/directory/index.ts'
import { hasSeenCount, readNames, voteFields } from '../../platform/directory/votes/form.ts'
import { checkNames } from '../../platform/directory/votes/names.ts'
import { mayConfirmVote, mayRecordVote } from '../../platform/directory/votes/rules.ts'
import { field, fields, notFound, readForm, route, type Route } from '../../platform/http/index.ts'
import * as adoption from './adoption.ts'
import * as commands from './commands.ts'
import { charterRoutes } from './charter/routes.ts'
import { comparisonRoutes } from './comparison/routes.tsx'
import { readGate } from './form.ts'
import { modelPage, modelsPage, readModelForm } from './models.tsx'
import { motionRoutes } from './motions/routes.tsx'
import { movedRoutes } from './moved/routes.tsx'
import * as rules from './rules.ts'
import { complaint, toMandate } from './saying.ts'
import { adoptionPage, gatePage, mandatePage } from './show.tsx'
import { writingRoutes } from './saves/routes.tsx'
import { ruleRoutes } from './warnings/routes.tsx'

const voteForm = fields({
  seen: field.number({ least: 0, most: 1_000_000 }),
  body: field.text({ most: 36 }),
  ...voteFields,
  loweringReason: field.optionalText({ most: 2000 }),
})
const confirmForm = fields({ resolution: field.text({ most: 36 }) })

export const mandateRoutes: readonly Route[] = [
  route('mandate.page', { allowed: anyone, records: 'nothing' }, (visit) => mandatePage(visit)),

  ...writingRoutes,

  route('mandate.models', { allowed: rules.mayEdit, records: 'nothing' }, (visit) => modelsPage(visit)),

  route('mandate.model', { allowed: rules.mayEdit, records: 'nothing' }, (visit) => modelPage(visit)),

  route(
    'mandate.begin-from-model',
    { allowed: rules.mayEdit, records: ['mandate.draft-saved', 'mandate.motion-voided'] },
    async (visit) => {
      const form = await readModelForm(visit)
      if (!form) return notFound()
      if (!form.ok) return modelPage(visit, form.errors)
      const { name, ...typed } = form.value
      const begun = await commands.applyPreset(visit.database, visit.actor, { slug: visit.params.problem, name, typed })
      if (!begun.ok) return modelPage(visit, [complaint(visit, begun.refusal)])
      return toMandate(visit, 'model')
    },
  ),

  route('mandate.gate', { allowed: rules.mayAnswerGate, records: 'nothing' }, (visit) => gatePage(visit)),

  route('mandate.pass-gate', { allowed: rules.mayAnswerGate, records: ['mandate.gate-answered'] }, async (visit) => {
    const form = readGate(visit)
    if (!form.ok) return gatePage(visit, form.errors)
    const answered = await commands.answerGate(visit.database, visit.actor, {
      slug: visit.params.problem,
      answers: form.value,
    })
    if (!answered.ok) return gatePage(visit, [complaint(visit, answered.refusal)])
    return toMandate(visit, 'gate')
  }),

  route('mandate.adoption', { allowed: mayRecordVote, records: 'nothing' }, (visit) => adoptionPage(visit)),

  route('mandate.draft-adoption', { allowed: mayRecordVote, records: ['mandate.adoption-drafted'] }, async (visit) => {
    const form = readForm(visit, voteForm)
    if (!form.ok) return adoptionPage(visit, form.errors)
    const body = parseId('body', form.value.body)
    if (!body) return adoptionPage(visit, [complaint(visit, 'no-such-body')])
    const members = (await sittingByName(visit.read, [body], form.value.decidedOn)).map(({ person }) => person)
    const named = readNames(visit, members)
    const vote = { ...form.value, body, named }
    const counted = checkNames(named, vote, members)
    if (!counted.ok) {
      const isWhole = counted.refusal === 'names-do-not-count'
      return adoptionPage(visit, [complaint(visit, counted.refusal)], isWhole ? { body, named } : {})
    }
    if (!hasSeenCount(visit, named)) return adoptionPage(visit, [], { body, named })
    const drafted = await adoption.draftAdoption(visit.database, visit.actor, {
      slug: visit.params.problem,
      place: visit.jurisdiction,
      ...vote,
    })
    if (!drafted.ok)
      return adoptionPage(visit, [complaint(visit, drafted.refusal)], {
        isRenewed: drafted.refusal === 'text-changed',
      })
    return toMandate(visit, 'drafted')
  }),

  route(
    'mandate.confirm-adoption',
    { allowed: mayConfirmVote, records: ['mandate.adopted', 'mandate.rejected', 'mandate.promise-lowered'] },
    async (visit) => {
      const form = readForm(visit, confirmForm)
      const resolution = form.ok ? parseId('resolution', form.value.resolution) : undefined
      const confirmed = await adoption.confirmAdoption(visit.database, visit.actor, {
        slug: visit.params.problem,
        place: visit.jurisdiction,
        resolution,
      })
      if (!confirmed.ok) return mandatePage(visit, [complaint(visit, confirmed.refusal)])
      return toMandate(visit, confirmed.value.isAdopted ? 'adopted' : 'rejected')
    },
  ),

  ...motionRoutes,
  ...charterRoutes,
  ...comparisonRoutes,
  ...ruleRoutes,
  ...movedRoutes,
]
