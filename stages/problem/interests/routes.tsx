import { anyone } from '@folkmoot/basics/actor.ts'
import {
  readForm,
  redirectSaying,
  refused,
  route,
  type Done,
  type Route,
  type Visit,
} from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { declareForm, caseInterestForm, withdrawForm } from './form.ts'
import * as rules from './rules.ts'
import { declarationPage, declarePage, caseInterestPage, registerFile, registerPage, say, seatIn } from './show.tsx'
import { declarationOf } from './store.ts'

export const interestRoutes: readonly Route[] = [
  route('problem.interests', { allowed: anyone, records: 'nothing' }, (visit) => registerPage(visit)),
  route('problem.interests-data', { allowed: anyone, records: 'nothing' }, (visit) => registerFile(visit, 'json')),
  route('problem.interests-table', { allowed: anyone, records: 'nothing' }, (visit) => registerFile(visit, 'csv')),

  route('problem.declaring', { allowed: rules.mayDeclare, records: 'nothing' }, (visit) => declarePage(visit)),

  route('problem.declare', { allowed: rules.mayDeclare, records: ['problem.interests-declared'] }, async (visit) => {
    const form = readForm(visit, declareForm)
    if (!form.ok) return declarePage(visit, form.errors)
    const { reason, hasAgreed, ...words } = form.value
    const declared = await commands.declareInterests(visit.database, visit.actor, {
      words: { ...words, hasAgreed: hasAgreed && words.spokesperson !== '' },
      reason,
    })
    if (!declared.ok) {
      const text = say(visit)(`refused.${declared.refusal}`)
      if (declared.refusal === 'only-organisations') return refused(text, 403)
      if (declared.refusal === 'name-taken') return declarePage(visit, [{ field: '', text }])
      return declarePage(visit, [{ field: fieldsOfRefusals[declared.refusal], text }])
    }
    const seat = await seatIn(visit)
    const back = seat
      ? visit.to('arena.application', { problem: seat.slug })
      : visit.to('problem.declaration', { organisation: declared.value.slug })
    return redirectSaying(back, done(visit, 'declared'))
  }),

  route(
    'problem.withdraw-declaration',
    { allowed: rules.mayDeclare, records: ['problem.interests-withdrawn'] },
    async (visit) => {
      const { account } = visit.actor
      const own = account === null ? undefined : await declarationOf(visit.read, account)
      const form = readForm(visit, withdrawForm)
      if (!own) return refused(say(visit)('refused.not-declared'))
      if (!form.ok) return declarationPage(visit, own.slug, form.errors)
      const gone = await commands.withdrawDeclaration(visit.database, visit.actor, form.value.withdrawReason)
      if (!gone.ok) return refused(say(visit)(`refused.${gone.refusal}`))
      return redirectSaying(visit.to('problem.declaration', { organisation: own.slug }), done(visit, 'withdrawn'))
    },
  ),

  route('problem.declaration', { allowed: anyone, records: 'nothing' }, (visit) =>
    declarationPage(visit, visit.params.organisation),
  ),

  route('problem.declaring-interest', { allowed: rules.mayDeclare, records: 'nothing' }, (visit) =>
    caseInterestPage(visit),
  ),

  route(
    'problem.declare-interest',
    { allowed: rules.mayDeclare, records: ['problem.interest-declared-in-matter'] },
    async (visit) => {
      const form = readForm(visit, caseInterestForm)
      if (!form.ok) return caseInterestPage(visit, form.errors)
      const slug = visit.params.problem
      const declared = await commands.declareCaseInterest(visit.database, visit.actor, { slug, ...form.value })
      if (!declared.ok) return refused(say(visit)(`refused.${declared.refusal}`))
      return redirectSaying(visit.to('problem.page', { problem: slug }), done(visit, 'in-case'))
    },
  ),

  route(
    'problem.withdraw-interest',
    { allowed: rules.mayDeclare, records: ['problem.interest-withdrawn-in-matter'] },
    async (visit) => {
      const slug = visit.params.problem
      const gone = await commands.withdrawCaseInterest(visit.database, visit.actor, slug)
      if (!gone.ok) return refused(say(visit)(`refused.${gone.refusal}`))
      return redirectSaying(visit.to('problem.page', { problem: slug }), done(visit, 'in-case-withdrawn'))
    },
  ),
]

const fieldsOfRefusals = {
  'no-interest-named': 'interests',
  'must-agree-first': 'hasAgreed',
  'reason-needed': 'reason',
} as const

function done(visit: Visit, what: 'declared' | 'withdrawn' | 'in-case' | 'in-case-withdrawn'): Done {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}
