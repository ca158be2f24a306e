import { holds } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { politicians, todayIn } from '../../../platform/directory/index.ts'
import { hashOfToken, notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { accountById, bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong, hiddenWords } from '../../../platform/moderation/index.ts'
import { interestWords } from '../interests/messages/words.ts'
import { LeadToRegister } from '../interests/pages/interests-part.tsx'
import { standingOf } from '../interests/standing.ts'
import { problemCrumbs } from '../crumbs.ts'
import { problemBySlug } from '../store.ts'
import { typedFrom } from './form.ts'
import { actorWords } from './messages/words.ts'
import { ActorPage } from './pages/actor-page.tsx'
import { MapPage } from './pages/map-page.tsx'
import { NewActorPage } from './pages/new-actor-page.tsx'
import * as rules from './rules.ts'
import { SpeakingPage } from './pages/speaking-page.tsx'
import { mayEnd } from './spokesperson-rules.ts'
import { spokespersonByToken, spokespersonOf } from './spokesperson-store.ts'
import * as store from './store.ts'

export function say(visit: Visit) {
  return actorWords.say(visit.lang)
}

export async function mapPage(visit: Visit<'problem.actors'>): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const all = await store.actorsOf(visit.read, problem.id)
  const actors = all.filter(({ isHidden }) => !isHidden)
  return page({
    title: say(visit)('map.title'),
    crumbs: problemCrumbs(visit, problem),
    isWide: true,
    body: (
      <MapPage
        reader={visit}
        say={say(visit)}
        problem={problem}
        actors={actors}
        hiddenCount={all.length - actors.length}
        mayAdd={problem.source === null && rules.mayNameActor.allows(visit.actor)}
      />
    ),
  })
}

export async function newActorPage(
  visit: Visit<'problem.naming-actor'> | Visit<'problem.add-actor'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [standing, own] = await Promise.all([standingOf(visit, problem.id), ownName(visit, problem.id)])
  return page({
    title: say(visit)('form.new-title'),
    crumbs: mapCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <NewActorPage
        reader={visit}
        say={say(visit)}
        problem={problem}
        typed={errors.length > 0 || own === undefined ? visit.form.typed : { name: own }}
        errors={errors}
        lead={
          <LeadToRegister reader={visit} say={interestWords.say(visit.lang)} standing={standing} slug={problem.slug} />
        }
      />
    ),
  })
}

export async function actorPage(
  visit: Visit<'problem.actor'> | Visit<'problem.correct-actor'> | Visit<'problem.ask-spokesperson'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const actor = (await store.actorsOf(visit.read, problem.id)).find((one) => String(one.number) === visit.params.number)
  if (!actor) return notFound()
  const mayCorrect = problem.source === null && rules.mayNameActor.allows(visit.actor)
  const [versions, hidden, speaker, inOffice] = await Promise.all([
    store.versionsOf(visit.read, actor.id),
    hiddenAmong(visit.read, [actor.id, problem.id]),
    spokespersonOf(visit.read, actor.id),
    mayCorrect ? politicians(visit.read, todayIn(visit.jurisdiction, visit.now)) : [],
  ])
  const stone = hidden.get(problem.id) ?? hidden.get(actor.id)
  const authors = await bylines(
    visit.read,
    versions.map(({ writtenBy }) => writtenBy),
  )
  return page({
    title: stone ? say(visit)('map.title') : actor.name,
    titleLang: stone ? undefined : actor.language,
    crumbs: mapCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ActorPage
        reader={visit}
        say={say(visit)}
        {...{ problem, actor, versions, authors, stone, errors }}
        typed={errors.length > 0 && visit.form.typed['seen'] ? visit.form.typed : typedFrom(actor)}
        typedAsking={visit.form.typed['who'] ? visit.form.typed : {}}
        mayEnd={speaker !== undefined && mayEnd(speaker, visit.actor)}
        how={speaker?.hasAgreed ? speaker.how : null}
        {...{ inOffice, mayCorrect }}
      />
    ),
  })
}

/** An organisation that is not on the list yet most likely comes to name itself. */
async function ownName({ actor, read }: Visit, problem: Id<'problem'>): Promise<string | undefined> {
  if (!holds(actor, 'organisation') || actor.account === null) return undefined
  const name = (await accountById(read, actor.account))?.organisation
  if (!name) return undefined
  return (await store.actorsOf(read, problem)).some((one) => one.name === name) ? undefined : name
}

function mapCrumbs(visit: Visit, problem: Parameters<typeof problemCrumbs>[1]) {
  const map = { text: say(visit)('map.title'), href: visit.to('problem.actors', { problem: problem.slug }) }
  return [...problemCrumbs(visit, problem), map]
}

/** Where somebody who was asked by mail says yes or no, and takes her name away again: for who has the link. */
export async function speakingPage(
  visit: Visit<'problem.speaking'> | Visit<'problem.answer-speaking'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const known = await spokespersonByToken(visit.read, hashOfToken(visit.params.token))
  const [about] = known ? await store.actorsById(visit.read, [known.actor]) : []
  const problem = about && (await problemBySlug(visit.read, about.slug))
  if (!known || !about || !problem) return notFound()
  const hidden = await hiddenAmong(visit.read, [about.id])
  const name = hidden.has(about.id) ? hiddenWords : about.name
  return page({
    title: say(visit)(known.hasAgreed ? 'speaking.agreed-title' : 'speaking.title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <SpeakingPage
        reader={visit}
        say={say(visit)}
        token={visit.params.token}
        actor={{ name, number: about.number }}
        {...{ problem, known, errors }}
      />
    ),
  })
}
