import { parseId } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirect,
  redirectSaying,
  refused,
  route,
  type Reply,
  type Route,
} from '../../platform/http/index.ts'
import { problemBySlug } from '../problem/index.ts'
import { errorsOf, readAnswers } from './answers-form.ts'
import { applicationsPage, applyPage, type OfApplication } from './application-show.tsx'
import { loadArena } from './arena.ts'
import * as changing from './changing.ts'
import * as commands from './commands.ts'
import { genderTold, readToldFeatures } from './features/form.ts'
import { featuresOf } from './features/store.ts'
import { arenaWords } from './messages/words.ts'
import * as rules from './rules.ts'
import { accountsInDraw } from './lottery/pool-store.ts'
import { answerApplications, choosingIn } from './selecting.ts'
import { refusedChoices } from './selection-rules.ts'
import * as store from './store.ts'

const applyForm = fields({
  motivation: field.text({ most: 2000 }),
  tie: field.text({ most: 500 }),
  // Asked for only where at most one from each household sits.
  address: field.optionalText({ most: 300 }),
  // Not asked where the place counts gender among its features.
  gender: field.optional(field.choice(['none', 'woman', 'man', 'other'])),
})

/** How somebody asks for a seat, and is answered. */
export const applicationRoutes: readonly Route[] = [
  route('arena.application', { allowed: rules.mayApply, records: 'nothing' }, (visit) => applyPage(visit)),

  route('arena.apply', { allowed: rules.mayApply, records: ['arena.applied'] }, async (visit) => {
    const form = await readApplication(visit)
    if (!form.ok) return applyPage(visit, form.errors)
    const applied = await commands.applyForSeat(visit.database, visit.actor, form.value)
    if (applied.ok) return redirect(visit.to('arena.application', visit.params))
    return complain(visit, applied.refusal)
  }),

  route(
    'arena.change-application',
    { allowed: rules.mayApply, records: ['arena.application-changed'] },
    async (visit) => {
      const form = await readApplication(visit)
      if (!form.ok) return applyPage(visit, form.errors)
      const changed = await changing.changeApplication(visit.database, visit.actor, form.value)
      if (!changed.ok) return complain(visit, changed.refusal)
      return redirectSaying(visit.to('arena.application', visit.params), {
        text: say(visit)('done.changed'),
        next: say(visit)('done.changed-next'),
      })
    },
  ),

  route(
    'arena.withdraw-application',
    { allowed: rules.mayApply, records: ['arena.application-withdrawn'] },
    async (visit) => {
      const withdrawn = await changing.withdrawApplication(visit.database, visit.actor, visit.params.problem)
      if (!withdrawn.ok) return refused(say(visit)(`refused.${withdrawn.refusal}`))
      return redirectSaying(visit.to('arena.people', visit.params), {
        text: say(visit)('done.withdrawn'),
        next: say(visit)('done.withdrawn-next'),
      })
    },
  ),

  route('arena.applications', { allowed: rules.mayReadApplications, records: 'nothing' }, (visit) =>
    applicationsPage(visit),
  ),

  route(
    'arena.answer-applications',
    { allowed: rules.mayReadApplications, records: ['arena.application-answered', 'arena.offered'] },
    (visit) => answerSeveral(visit),
  ),
]

async function readApplication(visit: OfApplication) {
  const form = readForm(visit, applyForm)
  const profile = parseId('profile', visit.form.typed['profile']?.[0] ?? '')
  if (!form.ok || !profile) {
    // Whoever left the seats alone is told to choose, not to fill in.
    const unchosen = profile ? [] : [{ field: 'profile', text: visit.common('choose-one') }]
    return { ok: false as const, errors: [...unchosen, ...(form.ok ? [] : form.errors)] }
  }
  const features = await featuresOf(visit.read)
  const counted = readToldFeatures(visit, features)
  if (!counted.ok) return counted
  const { gender, ...words } = form.value
  return {
    ok: true as const,
    value: {
      ...words,
      slug: visit.params.problem,
      profile,
      gender: genderTold(features, counted.told) ?? (gender === 'none' ? null : gender),
      told: counted.told,
    },
  }
}

function complain(
  visit: OfApplication,
  refusal: Exclude<rules.ApplyRefusal | rules.ChangeRefusal, never> | 'no-such-problem',
): Reply | Promise<Reply> {
  const text = say(visit)(`refused.${refusal}`)
  if (refusal === 'address-needed') return applyPage(visit, [{ field: 'address', text }])
  if (refusal === 'no-such-profile' || refusal === 'for-organisations' || refusal === 'declare-first')
    return applyPage(visit, [{ field: 'profile', text }])
  return refused(text)
}

async function answerSeveral(visit: OfApplication): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [arena, applications] = await Promise.all([
    loadArena(visit.read, problem),
    store.applicationsOf(visit.read, problem.id),
  ])
  const form = readAnswers(visit, applications, arena.rule)
  if (!form.ok) return applicationsPage(visit, form.errors)
  const { choices } = form
  const answered = await answerApplications(visit.database, visit.actor, { slug: problem.slug, choices })
  if (answered.ok) {
    const yes = choices.filter(({ isSelected }) => isSelected).length
    return redirectSaying(visit.to('arena.applications', visit.params), {
      text: say(visit)('done.answered', { yes, no: choices.length - yes }),
      next: say(visit)('done.answered-next'),
    })
  }
  const text = say(visit)(`refused.${answered.refusal}`)
  if (answered.refusal === 'nothing-answered') return applicationsPage(visit, [{ field: '', text }])
  if (!rules.leads(arena, visit.actor)) return refused(text, 403)
  const inDraw = await accountsInDraw(visit.read, problem.id)
  const wrong = refusedChoices(applications, choices, choosingIn(arena, applications, inDraw))
  if (wrong.length === 0) return refused(text, 409)
  return applicationsPage(
    visit,
    errorsOf(wrong, (refusal, number) => say(visit)('list.wrong', { number, what: say(visit)(`refused.${refusal}`) })),
  )
}

function say(visit: OfApplication) {
  return arenaWords.say(visit.lang)
}
