import { readForm, redirectSaying, refused, route, type Reply, type Route } from '../../../platform/http/index.ts'
import * as commands from './commands.ts'
import { readProfiles, ruleForm, shareOfPercent } from './form.ts'
import type { CompositionKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { profilesPage, rulePage, say, setUpPage, standing, type OfSetUp } from './show.tsx'

export const compositionRoutes: readonly Route[] = [
  route('arena.set-up', { allowed: rules.mayPrepare, records: 'nothing' }, (visit) => setUpPage(visit)),

  route('arena.set-up-rule', { allowed: rules.mayPrepare, records: 'nothing' }, (visit) => rulePage(visit)),

  route('arena.save-rule', { allowed: rules.mayPrepare, records: ['arena.set-up-saved'] }, async (visit) => {
    const form = readForm(visit, ruleForm)
    if (!form.ok) return rulePage(visit, form.errors)
    const { minGenderShare, ...words } = form.value
    const saved = await commands.saveRule(visit.database, visit.actor, {
      slug: visit.params.problem,
      ...words,
      minGenderShare: shareOfPercent(minGenderShare),
    })
    if (saved.ok) return toSetUp(visit, 'rule')
    return saved.refusal === 'forget-in-the-past'
      ? rulePage(visit, [{ field: 'forgetOn', text: say(visit)('refused.forget-in-the-past') }])
      : complain(visit, saved.refusal)
  }),

  route('arena.set-up-profiles', { allowed: rules.mayPrepare, records: 'nothing' }, (visit) => profilesPage(visit)),

  route('arena.save-profiles', { allowed: rules.mayPrepare, records: ['arena.set-up-saved'] }, async (visit) => {
    const stands = await standing(visit)
    if (!stands.ok) return stands.reply
    const form = readProfiles(visit, stands.mandate, (code) => say(visit)(`refused.${code}`))
    if (!form.ok) return profilesPage(visit, form.errors)
    const saved = await commands.saveProfiles(visit.database, visit.actor, {
      slug: visit.params.problem,
      profiles: form.value,
    })
    return saved.ok ? toSetUp(visit, 'profiles') : complain(visit, saved.refusal)
  }),

  route('arena.confirm-set-up', { allowed: rules.mayPrepare, records: ['arena.set-up-confirmed'] }, async (visit) => {
    const confirmed = await commands.confirmSetUp(visit.database, visit.actor, visit.params.problem)
    if (confirmed.ok)
      return redirectSaying(`${visit.to('arena.people', visit.params)}#open-call`, {
        text: say(visit)('done.confirmed'),
        next: say(visit)('done.confirmed-next'),
      })
    return confirmed.refusal === 'set-up-incomplete'
      ? setUpPage(visit, [{ field: '', text: say(visit)('refused.set-up-incomplete') }])
      : complain(visit, confirmed.refusal)
  }),
]

function toSetUp(visit: OfSetUp, what: 'rule' | 'profiles'): Reply {
  return redirectSaying(visit.to('arena.set-up', visit.params), {
    text: say(visit)(`done.${what}`),
    next: say(visit)('done.saved-next'),
  })
}

type Refusal = Extract<CompositionKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

function complain(visit: OfSetUp, refusal: Refusal): Reply {
  const isAboutRights = ['not-yours-to-prepare', 'not-yours-to-lead', 'staff-never-choose'].includes(refusal)
  return refused(say(visit)(`refused.${refusal}`), isAboutRights ? 403 : 409)
}
