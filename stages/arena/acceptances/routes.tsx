import { parseId } from '@folkmoot/basics/ids.ts'
import {
  field,
  fields,
  notFound,
  readForm,
  redirectSaying,
  refused,
  route,
  type Reply,
  type Route,
} from '../../../platform/http/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { criteriaTyped } from '../answers-form.ts'
import { loadArena } from '../arena.ts'
import { callApplicant } from '../selecting.ts'
import { applicationsOf } from '../store.ts'
import { answerOffer } from './answering.ts'
import { leaveGroup, nameChair, vacateSeat } from './leaving.ts'
import type { AcceptanceKey } from './messages/words.ts'
import * as rules from './rules.ts'
import { leavingPage, offerPage, say, vacanciesPage, type OfOffer } from './show.tsx'

const answerForm = fields({ answer: field.choice(['yes', 'no']), words: field.optionalText({ most: 1000 }) })
const leaveForm = fields({ words: field.optionalText({ most: 1000 }), sure: field.mustTick() })
const callForm = fields({ number: field.number({ least: 1 }) })
const seatForm = fields({ seat: field.text({ most: 36 }) })

export const acceptanceRoutes: readonly Route[] = [
  route('arena.offer', { allowed: rules.mayAnswer, records: 'nothing' }, (visit) => offerPage(visit)),

  route(
    'arena.answer-offer',
    { allowed: rules.mayAnswer, records: ['arena.seated', 'arena.offer-refused'] },
    async (visit) => {
      const form = readForm(visit, answerForm)
      if (!form.ok) return offerPage(visit, form.errors)
      const isYes = form.value.answer === 'yes'
      const { words } = form.value
      const answered = await answerOffer(visit.database, visit.actor, {
        slug: visit.params.problem,
        isYes,
        words: isYes ? '' : words,
      })
      if (!answered.ok) return complain(visit, answered.refusal)
      return redirectSaying(visit.to('arena.people', visit.params), {
        text: say(visit)(isYes ? 'done.yes' : 'done.no'),
        next: say(visit)(isYes ? 'done.yes-next' : 'done.no-next'),
      })
    },
  ),

  route('arena.vacancies', { allowed: rules.maySeeVacancies, records: 'nothing' }, (visit) => vacanciesPage(visit)),

  route(
    'arena.call-applicant',
    { allowed: rules.maySeeVacancies, records: ['arena.application-answered', 'arena.offered'] },
    (visit) => call(visit),
  ),

  route('arena.vacate', { allowed: rules.maySeeVacancies, records: ['arena.seat-left'] }, async (visit) => {
    const seat = seatTyped(visit)
    if (!seat) return notFound()
    const vacated = await vacateSeat(visit.database, visit.actor, { slug: visit.params.problem, seat })
    return vacated.ok ? toVacancies(visit, 'vacated') : complain(visit, vacated.refusal)
  }),

  route('arena.name-chair', { allowed: rules.maySeeVacancies, records: ['arena.chair-named'] }, async (visit) => {
    const seat = seatTyped(visit)
    if (!seat) return vacanciesPage(visit, [{ field: 'seat', text: visit.common('choose-one') }])
    const named = await nameChair(visit.database, visit.actor, { slug: visit.params.problem, seat })
    return named.ok ? toVacancies(visit, 'chair') : complain(visit, named.refusal)
  }),

  route('arena.leaving', { allowed: rules.mayLeave, records: 'nothing' }, (visit) => leavingPage(visit)),

  route('arena.leave', { allowed: rules.mayLeave, records: ['arena.seat-left'] }, async (visit) => {
    const form = readForm(visit, leaveForm)
    if (!form.ok) return leavingPage(visit, form.errors)
    const left = await leaveGroup(visit.database, visit.actor, {
      slug: visit.params.problem,
      words: form.value.words,
    })
    if (!left.ok) return complain(visit, left.refusal)
    return redirectSaying(visit.to('arena.people', visit.params), {
      text: say(visit)('done.left'),
      next: say(visit)('done.left-next'),
    })
  }),
]

/** Somebody who was answered no before is offered a seat that is free now. */
async function call(visit: OfOffer): Promise<Reply> {
  const form = readForm(visit, callForm)
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!form.ok || !problem) return notFound()
  const { number } = form.value
  const words = readForm(visit, fields({ [`reason-${number}`]: field.text({ most: 1000 }) }))
  if (!words.ok) return vacanciesPage(visit, words.errors)
  const [arena, applications] = await Promise.all([
    loadArena(visit.read, problem),
    applicationsOf(visit.read, problem.id),
  ])
  const profile = applications.find((one) => one.number === number)?.profile
  const called = await callApplicant(visit.database, visit.actor, {
    slug: problem.slug,
    number,
    reason: words.value[`reason-${number}`] ?? '',
    criteria: criteriaTyped(
      visit.form.typed[`criteria-${number}`] ?? [],
      arena.rule.profiles.find(({ id }) => id === profile)?.criteria,
    ),
  })
  if (called.ok) return toVacancies(visit, 'called')
  return called.refusal === 'criteria-needed'
    ? vacanciesPage(visit, [{ field: `criteria-${number}`, text: say(visit)('refused.criteria-needed') }])
    : complain(visit, called.refusal)
}

function seatTyped(visit: OfOffer) {
  const form = readForm(visit, seatForm)
  return form.ok ? parseId('seat', form.value.seat) : undefined
}

function toVacancies(visit: OfOffer, what: 'called' | 'vacated' | 'chair'): Reply {
  return redirectSaying(visit.to('arena.vacancies', visit.params), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}

type Refusal = Extract<AcceptanceKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

function complain(visit: OfOffer, refusal: Refusal): Reply {
  const isAboutRights = ['staff-never-choose', 'not-yours-to-lead'].includes(refusal)
  return refused(say(visit)(`refused.${refusal}`), isAboutRights ? 403 : 409)
}
