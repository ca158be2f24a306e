import {
  notFound,
  page,
  refused,
  type FieldError,
  type Reply,
  type Visit,
  type WayOn,
} from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { affectedActors, interestsIn, problemBySlug, problemCrumbs, type Problem } from '../problem/index.ts'
import { isOfEarlierCall, loadArena, type Arena } from './arena.ts'
import { heldAccountsIn } from './by-staff/store.ts'
import { countedBy } from './features/show.tsx'
import { typedFeatures } from './features/form.ts'
import { toldFeaturesOf } from './features/told-store.ts'
import { forgettingWords } from './forgetting/messages/words.ts'
import { ErasedPage } from './forgetting/pages/erased-page.tsx'
import { mayLookUp, sharedAddresses } from './homes/rules.ts'
import { accountsInDraw } from './lottery/pool-store.ts'
import { arenaWords } from './messages/words.ts'
import { ApplicationsPage } from './pages/applications-page.tsx'
import { ownDraws } from './lottery/own-draws.ts'
import { drawView } from './lottery/view.ts'
import { ownStanding, ownTitle } from './own-application.ts'
import { drawHref } from './own-lines.ts'
import { AppliedPage } from './pages/applied-page.tsx'
import { ApplyPage } from './pages/apply-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type OfApplication = Visit<'arena.application'>

/** The form of somebody who asks for a seat, or what became of what she asked. */
export async function applyPage(visit: OfApplication, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const { account } = visit.actor
  if (!problem || account === null) return notFound()
  const arena = await loadArena(visit.read, problem)
  const words = say(visit)
  const crumbs = crumbsOf(visit, problem)
  const mine = await store.applicationOf(visit.read, problem.id, account)
  const shared = { say: words, reader: visit, problem, arena }
  const standing = mine && mine.state !== 'withdrawn' ? mine : undefined
  const isEarlier = standing ? isOfEarlierCall(arena, standing) : false
  const state = { state: standing?.state, isProfile: true, isEarlier }
  const at = { actor: visit.actor, now: visit.now }
  const mayChange = rules.changeApplication(arena, state, at).ok
  const isChanging = mayChange && (errors.length > 0 || visit.query.has('change'))
  if (standing?.erasedAt) {
    const body = (
      <ErasedPage reader={visit} problem={problem} erasedAt={standing.erasedAt} isUnanswered={standing.isUnanswered} />
    )
    return page({ title: forgettingWords.say(visit.lang)('mine.title'), crumbs, body })
  }
  if (standing && !isChanging) return appliedPage(visit, { problem, arena, application: standing, mayChange })
  const allowed = rules.apply(arena, { hasApplied: false, isProfile: true }, at)
  if (!standing && !allowed.ok) return refused(words(`refused.${allowed.refusal}`), 403, toPeople(visit, problem.slug))
  const [counted, told, authors, affected] = await Promise.all([
    countedBy(visit),
    toldFeaturesOf(visit.read, [account]),
    bylines(visit.read, [account]),
    affectedActors(visit.read, problem.id),
  ])
  const me = authors.get(account)
  const before = { ...typedFeatures(told.get(account)), ...(standing ? typedBefore(standing) : {}) }
  return page({
    title: words(standing ? 'apply.change-title' : 'apply.title'),
    crumbs,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ApplyPage
        {...shared}
        {...{ counted, affected, errors }}
        typed={errors.length > 0 ? visit.form.typed : before}
        isChange={standing !== undefined}
        isOrganisation={me?.shape === 'organisation'}
        isUndeclared={me?.shape === 'organisation' && me.declaration === null}
      />
    ),
  })
}

type Applied = {
  readonly problem: Problem
  readonly arena: Arena
  readonly application: store.Application
  readonly mayChange: boolean
}

async function appliedPage(visit: OfApplication, { problem, arena, application, mayChange }: Applied): Promise<Reply> {
  const { read, actor, now, jurisdiction, lang } = visit
  const [draws, all] = await Promise.all([ownDraws(read, application.account), store.applicationsOf(read, problem.id)])
  const draw = draws.get(problem.id)
  const own = await ownStanding(read, { arena, application }, { problem: problem.id, draw, now })
  const view = draw ? await drawView(read, problem, { actor, asked: draw.lottery, now }) : undefined
  const placeLang = jurisdiction.languages[0] ?? lang
  const drawn =
    draw && view?.mine ? { view, mine: view.mine, placeLang, href: drawHref(visit, problem, draw) } : undefined
  const asked = all.filter(({ profile, state }) => profile === application.profile && state !== 'withdrawn').length
  const shared = { say: say(visit), reader: visit, problem, arena }
  return page({
    title: ownTitle(visit, own),
    crumbs: crumbsOf(visit, problem),
    body: <AppliedPage {...shared} {...{ own, drawn, asked, mayChange }} />,
  })
}

function typedBefore({ profile, motivation, tie, gender }: store.Application) {
  return { profile, motivation, tie, gender: gender ?? 'none' }
}

/** Those who choose, and clerks and facilitators who prepare. */
export function mayRead(arena: rules.ArenaState, visit: Visit): boolean {
  return (
    rules.leads(arena, visit.actor) || visit.actor.roles.some(({ name }) => name === 'clerk' || name === 'facilitator')
  )
}

/** More than these are read one profile at a time. */
const onePage = 30

export async function applicationsPage(visit: OfApplication, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const arena = await loadArena(visit.read, problem)
  const words = say(visit)
  if (!mayRead(arena, visit)) return refused(words('refused.not-yours-to-lead'), 403)
  const all = (await store.applicationsOf(visit.read, problem.id)).filter(({ state }) => state !== 'withdrawn')
  const only = all.length > onePage ? profileAsked(visit, arena, all) : null
  const applications = only === null ? all : all.filter(({ profile }) => profile === only)
  const shared = arena.setUp?.isOnePerHousehold ? sharedAddresses(all) : []
  const [authors, interests, inDraw] = await Promise.all([
    bylines(
      visit.read,
      [...applications, ...shared.flat()].map((one) => one.account),
    ),
    interestsIn(visit, problem.id),
    accountsInDraw(visit.read, problem.id),
  ])
  return page({
    title: words('list.title'),
    crumbs: crumbsOf(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ApplicationsPage
        {...{ problem, arena, applications, authors, inDraw, errors, only, typed: visit.form.typed }}
        counts={Map.groupBy(all, ({ profile }) => profile)}
        resources={new Map(interests.map(({ of }) => [of.account, of.resourceWords]))}
        reader={visit}
        say={words}
        shared={shared.map((ones) =>
          ones.map((one) => ({ ...one, name: authors.get(one.account)?.name ?? visit.common('unknown') })),
        )}
        mayLookUp={mayLookUp.allows(visit.actor) && !arena.isConfirmed}
        held={await heldAccountsIn(visit.read, problem.id)}
        mayAnswer={rules.leads(arena, visit.actor) && !arena.isConfirmed}
      />
    ),
  })
}

/** By its place in the rule, from 1; the first of which somebody waits where none was asked for. */
function profileAsked(visit: Visit, { rule }: Arena, all: readonly store.Application[]) {
  const asked = rule.profiles[Number(visit.query.get('profile')) - 1]
  const waiting = rule.profiles.find(({ id }) => all.some((one) => one.profile === id && one.state === 'waiting'))
  return (asked ?? waiting ?? rule.profiles[0])?.id ?? null
}

function crumbsOf(visit: Visit, problem: Problem) {
  return [...problemCrumbs(visit, problem), toPeople(visit, problem.slug)]
}

function toPeople(visit: Visit, problem: string): WayOn {
  return { text: say(visit)('page.title'), href: visit.to('arena.people', { problem }) }
}

function say(visit: Visit) {
  return arenaWords.say(visit.lang)
}
