import type { Id } from '@folkmoot/basics/ids.ts'
import { allJurisdictions, politiciansById, type Jurisdiction } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { hiddenAmong, hiddenWords } from '../../../platform/moderation/index.ts'
import { problemCrumbs } from '../crumbs.ts'
import { isSponsor } from '../rules.ts'
import { problemBySlug, type Problem } from '../store.ts'
import { askingState } from './commands.ts'
import { stonesFromThere, stonesHere } from './hidden-store.ts'
import * as inStore from './in-store.ts'
import { journeyThere } from './there.ts'
import { handoverWords } from './messages/words.ts'
import { AskingPage } from './pages/asking-page.tsx'
import { HandoverPage } from './pages/handover-page.tsx'
import { HandoversPage, type HandoverLine } from './pages/handovers-page.tsx'
import type { LevelsPartProps } from './pages/levels-part.tsx'
import * as rules from './rules.ts'
import { stepsThere } from './step-store.ts'
import * as store from './store.ts'

/** Loads what a page needs and puts it on the page: the reading half of the routes. */

export type AtProblem = Visit & { readonly params: { readonly problem: string } }
export type AtHandover = Visit & { readonly params: { readonly number: string } }

function nameOf(places: readonly Jurisdiction[], id: Id<'jurisdiction'>): string {
  return places.find((place) => place.id === id)?.name ?? ''
}

/** The page of a problem in another place, in the reader's language. */
function pageThere(
  visit: Visit,
  places: readonly Jurisdiction[],
  at: { id: Id<'jurisdiction'>; slug: string },
): string {
  const place = places.find(({ id }) => id === at.id)
  return place ? journeyThere(visit.lang, place, at.slug) : visit.to('cases')
}

export async function askingPage(
  visit: AtProblem,
  kind: rules.HandoverKind,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const say = handoverWords.say(visit.lang)
  const [places, state] = await Promise.all([allJurisdictions(visit.database), askingState(visit.read, problem)])
  const asked = new Set(state.asked.filter((one) => rules.isOpenOrTaken(one.state)).map(({ to }) => to))
  const open = rules
    .placesToAsk(places, visit.jurisdiction, kind)
    .filter(({ place }) => !asked.has(place.id) && place.id !== state.cameFrom)
  return page({
    title: say(kind === 'whole' ? 'ask.title' : 'parts.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <AskingPage
        reader={visit}
        typed={visit.form.typed}
        question={problem.question}
        action={visit.to(kind === 'whole' ? 'problem.hand-over' : 'problem.invite-parts', { problem: problem.slug })}
        otherWay={
          kind === 'part' && rules.placesToAsk(places, visit.jurisdiction, 'whole').length > 0
            ? visit.to('problem.handing-over', { problem: problem.slug })
            : null
        }
        places={open}
        {...{ say, kind, errors }}
      />
    ),
  })
}

async function linesOf(visit: Visit, handovers: readonly inStore.HandoverIn[], places: readonly Jurisdiction[]) {
  const ids = handovers.map(({ id }) => id)
  const [people, hidden, there] = await Promise.all([
    politiciansById(
      visit.read,
      handovers.flatMap(({ answeredBy }) => answeredBy ?? []),
    ),
    stonesHere(visit.read, handovers),
    stonesFromThere(visit.read, ids),
  ])
  const lines = handovers.map((handover): HandoverLine => ({
    handover,
    place: nameOf(places, handover.from),
    by: (handover.answeredBy && people.get(handover.answeredBy)?.name) ?? '',
    question: hidden.has(handover.id) || there.has(handover.id) ? hiddenWords : handover.question,
  }))
  return { lines, hidden, there }
}

export async function handoversPage(visit: Visit): Promise<Reply> {
  const say = handoverWords.say(visit.lang)
  const [handovers, places] = await Promise.all([inStore.handoversIn(visit.read), allJurisdictions(visit.database)])
  const { lines } = await linesOf(visit, handovers, places)
  return page({ title: say('page.title'), body: <HandoversPage reader={visit} say={say} lines={lines} /> })
}

export async function handoverPage(visit: AtHandover, errors: readonly FieldError[] = []): Promise<Reply> {
  const handover = await inStore.handoverInByNumber(visit.read, rules.numberIn(visit.params.number))
  if (!handover) return notFound()
  const say = handoverWords.say(visit.lang)
  const places = await allJurisdictions(visit.database)
  const { lines, hidden, there } = await linesOf(visit, [handover], places)
  const [line] = lines
  if (!line) return notFound()
  const words = { isAccepted: false, reason: '-' }
  return page({
    title: say('one.title', { question: line.question }),
    crumbs: [{ text: say('page.title'), href: visit.to('problem.handovers') }],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <HandoverPage
        reader={visit}
        typed={visit.form.typed}
        stone={hidden.get(handover.id)}
        stoneThere={there.get(handover.id)}
        there={pageThere(visit, places, { id: handover.from, slug: handover.fromSlug })}
        mayAnswer={
          rules.answer({ state: handover.state, isHidden: false, isHiddenThere: false }, words, visit.actor).ok
        }
        {...{ say, line, errors }}
      />
    ),
  })
}

/** What the page of a problem shows of other levels. */
export async function levelsPartOf(visit: Visit, problem: Problem): Promise<LevelsPartProps> {
  const [asked, [came], places] = await Promise.all([
    store.handoversOutOf(visit.read, problem.id),
    inStore.handoversInOf(visit.read, problem.id),
    allJurisdictions(visit.database),
  ])
  const [hidden, there, steps] = await Promise.all([
    hiddenAmong(
      visit.read,
      asked.map(({ id }) => id),
    ),
    stonesFromThere(visit.read, came ? [came.id] : []),
    Promise.all(asked.map(({ id }) => stepsThere(visit.read, id))),
  ])
  const isHere = problem.source === null && problem.mergedInto === null && !visit.jurisdiction.isTold
  const mayAct = isHere && rules.mayHandOver.allows(visit.actor) && visit.actor.person !== null
  return {
    reader: visit,
    say: handoverWords.say(visit.lang),
    slug: problem.slug,
    language: problem.language,
    came: came
      ? {
          kind: came.kind,
          place: nameOf(places, came.from),
          by: came.askedByName,
          at: came.askedAt,
          href: pageThere(visit, places, { id: came.from, slug: came.fromSlug }),
          stone: there.get(came.id),
        }
      : null,
    asked: asked.map((out, at) => ({
      steps: steps[at] ?? [],
      out,
      place: nameOf(places, out.to),
      href: out.theirSlug ? pageThere(visit, places, { id: out.to, slug: out.theirSlug }) : null,
      isReasonHidden: hidden.has(out.id),
    })),
    mayAsk: mayAct && rules.placesToAsk(places, visit.jurisdiction, 'whole').length > 0,
    mayInvite:
      mayAct && isSponsor(problem, visit.actor) && rules.placesToAsk(places, visit.jurisdiction, 'part').length > 0,
  }
}
