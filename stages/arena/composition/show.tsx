import { majorityOf, membersOf, politiciansById, todayIn } from '../../../platform/directory/index.ts'
import { notFound, page, refused, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import type { Mandate } from '../../mandate/index.ts'
import { affectedActors, problemBySlug, problemCrumbs, type AffectedActor, type Problem } from '../../problem/index.ts'
import { loadArena, type Arena } from '../arena.ts'
import { arenaWords } from '../messages/words.ts'
import { leads } from '../rules.ts'
import { compositionWords } from './messages/words.ts'
import { ProfilesPage } from './pages/profiles-page.tsx'
import { RulePage } from './pages/rule-page.tsx'
import { SetUpPage } from './pages/set-up-page.tsx'
import { tightIn } from './room.ts'
import * as rules from './rules.ts'
import { beginning, lackingIn, type SetUp } from './set-up-rules.ts'

export type OfSetUp = Visit<'arena.set-up'>

type Standing =
  | {
      readonly ok: true
      readonly problem: Problem
      readonly arena: Arena
      readonly mandate: Mandate
      readonly setUp: SetUp
      readonly affected: readonly AffectedActor[]
      /** The call is open: it is read, and changed no more. */
      readonly isFixed: boolean
    }
  | { readonly ok: false; readonly reply: Reply }

/** The case and how its group is set up by now, for those who may still change it. */
export async function standing(visit: OfSetUp, { alsoFixed = false } = {}): Promise<Standing> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return { ok: false, reply: notFound() }
  const arena = await loadArena(visit.read, problem)
  const allowed = rules.prepare(arena, visit.actor)
  const isFixed = !allowed.ok && ['call-open-already', 'confirmed-already'].includes(allowed.refusal)
  if (!allowed.ok && !(alsoFixed && isFixed))
    return { ok: false, reply: refused(say(visit)(`refused.${allowed.refusal}`), 403) }
  const { mandate } = arena
  if (!mandate) return { ok: false, reply: notFound() }
  const affected = (await affectedActors(visit.read, problem.id)).filter(({ relation }) => relation !== 'relevant')
  return { ok: true, problem, arena, mandate, setUp: arena.setUp ?? beginning(mandate), affected, isFixed }
}

/** Check your answers: all of it, what is left to do, and the one press that counts. */
export async function setUpPage(visit: OfSetUp, errors: readonly FieldError[] = []): Promise<Reply> {
  const stands = await standing(visit, { alsoFixed: true })
  if (!stands.ok) return stands.reply
  const { problem, arena, mandate, setUp, affected, isFixed } = stands
  return page({
    title: say(visit)('page.title'),
    crumbs: crumbsOf(visit, problem, false),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <SetUpPage
        {...{ problem, arena, mandate, setUp, affected, isFixed, errors }}
        say={say(visit)}
        reader={visit}
        lacking={lackingIn(mandate, setUp)}
        tight={tightIn(mandate, setUp)}
        mayConfirm={leads(arena, visit.actor)}
        majority={await majorityNamed(visit, mandate)}
      />
    ),
  })
}

export async function rulePage(visit: OfSetUp, errors: readonly FieldError[] = []): Promise<Reply> {
  const stands = await standing(visit)
  if (!stands.ok) return stands.reply
  const { problem, mandate, setUp, affected } = stands
  return page({
    title: say(visit)('rule.title'),
    crumbs: crumbsOf(visit, problem, true),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <RulePage
        {...{ problem, mandate, setUp, affected, errors }}
        say={say(visit)}
        reader={visit}
        typed={visit.form.typed}
      />
    ),
  })
}

export async function profilesPage(visit: OfSetUp, errors: readonly FieldError[] = []): Promise<Reply> {
  const stands = await standing(visit)
  if (!stands.ok) return stands.reply
  const { problem, mandate, setUp, affected } = stands
  return page({
    title: say(visit)('profiles.title'),
    crumbs: crumbsOf(visit, problem, true),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ProfilesPage
        {...{ problem, mandate, setUp, affected, errors }}
        say={say(visit)}
        reader={visit}
        typed={visit.form.typed}
      />
    ),
  })
}

/** Parties of the majority that sit in the body the mandate names: its seats should not be theirs alone (R9). */
async function majorityNamed(visit: OfSetUp, mandate: Mandate): Promise<readonly string[]> {
  if (mandate.parentBody === null) return []
  const today = todayIn(visit.jurisdiction, visit.now)
  const [majority, members] = await Promise.all([
    majorityOf(visit.read, mandate.parentBody),
    membersOf(visit.read, mandate.parentBody, today),
  ])
  const parties = new Set([...(await politiciansById(visit.read, members)).values()].map(({ party }) => party))
  const named = majority.map(({ name }) => name)
  return [...parties].some((party) => party !== null && !named.includes(party)) ? named : []
}

function crumbsOf(visit: OfSetUp, problem: Problem, isStep: boolean) {
  const of = { problem: problem.slug }
  return [
    ...problemCrumbs(visit, problem),
    { text: arenaWords.say(visit.lang)('page.title'), href: visit.to('arena.people', of) },
    ...(isStep ? [{ text: say(visit)('page.title'), href: visit.to('arena.set-up', of) }] : []),
  ]
}

export function say(visit: Visit) {
  return compositionWords.say(visit.lang)
}
