import { anyone } from '@folkmoot/basics/actor.ts'
import {
  field,
  fields,
  readForm,
  redirect,
  redirectSaying,
  refused,
  route,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import * as commands from './commands.ts'
import { ideaRoutes } from './ideas/routes.tsx'
import { marginRoutes } from './margin/routes.tsx'
import { counterCaseRoutes } from './counter-cases/routes.ts'
import { minorityRoutes } from './minority/routes.ts'
import { draftWords, type DraftKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { recommendationPage, toItsForm } from './show.tsx'
import { textRoutes } from './text/routes.tsx'

const standForm = fields({ choice: field.choice(['agree', 'disagree']), version: field.number({ least: 1 }) })
const minorityForm = fields({ minority: field.text({ most: 2000 }) })

export const draftRoutes: readonly Route[] = [
  ...ideaRoutes,
  ...textRoutes,
  ...marginRoutes,
  ...counterCaseRoutes,
  ...minorityRoutes,
  // The socket of this address is opened in `app`; who comes with a browser's address line is shown where one writes.
  route('draft.live', { allowed: rules.mayWrite, records: 'nothing' }, (visit) =>
    redirect(visit.to('draft.write', visit.params)),
  ),
  route('draft.recommendation', { allowed: anyone, records: 'nothing' }, (visit) => recommendationPage(visit)),
  route('draft.edit', { allowed: rules.mayWrite, records: 'nothing' }, (visit) => toItsForm(visit)),

  route('draft.stand', { allowed: rules.mayStand, records: ['draft.stand-taken'] }, async (visit) => {
    const form = readForm(visit, standForm)
    if (!form.ok) return recommendationPage(visit, form.errors)
    const taken = await commands.takeStand(visit.database, visit.actor, { ...at(visit), ...form.value })
    return taken.ok ? said(visit, form.value.choice) : refusedWith(visit, taken.refusal)
  }),

  route('draft.minority-text', { allowed: rules.mayStand, records: ['draft.minority-text-written'] }, async (visit) => {
    const form = readForm(visit, minorityForm)
    if (!form.ok) return recommendationPage(visit, form.errors)
    const written = await commands.writeMinorityText(visit.database, visit.actor, {
      ...at(visit),
      text: form.value.minority,
    })
    return written.ok ? said(visit, 'minority') : refusedWith(visit, written.refusal)
  }),
]

type AtNumber = Visit & { readonly params: { readonly problem: string; readonly number: string } }

function said(visit: AtNumber, what: 'agree' | 'disagree' | 'minority'): Reply {
  const say = draftWords.say(visit.lang)
  return redirectSaying(`${visit.to('draft.recommendation', visit.params)}#agreement`, {
    text: say(`done.${what}`),
    next: say(`done.${what}-next`),
  })
}

type RefusalCode = DraftKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never

function refusedWith(visit: Visit, code: RefusalCode): Reply {
  const isAboutRights = ['not-a-member', 'members-only', 'only-who-disagrees'].includes(code)
  return refused(draftWords.say(visit.lang)(`refused.${code}`), isAboutRights ? 403 : 409)
}

function at({ params }: { readonly params: { readonly problem: string; readonly number: string } }) {
  return { slug: params.problem, number: /^\d{1,9}$/.test(params.number) ? Number(params.number) : 0 }
}
